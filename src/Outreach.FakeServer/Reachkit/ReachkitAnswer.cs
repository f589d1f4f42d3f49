using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The envelopes of contract section 2.</summary>
internal static class ReachkitAnswer
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>One record, or an unpaged list: <c>{"data": …}</c>.</summary>
    public static FakeResponse Data<T>(T value, JsonTypeInfo<T> type, int status = 200) => new()
    {
        Status = status,
        ContentType = Json,
        Body = JsonBody.Write((value, type), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, state.value, state.type);
            writer.WriteEndObject();
        }),
    };

    /// <summary>A page of a list.</summary>
    public static FakeResponse Page<TRow, T>(ListPage<TRow> page, Func<TRow, T> show, JsonTypeInfo<T> type) => Page(page, row => JsonBody.Write(show(row), type));

    /// <summary>A page of a list whose rows are bytes already.</summary>
    public static FakeResponse Page<TRow>(ListPage<TRow> page, Func<TRow, byte[]> json) => new()
    {
        Status = 200,
        ContentType = Json,
        List = ListBody.Of(page.Rows, json, page, static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            writer.WriteEndArray();
            writer.WriteStartObject("metadata");
            writer.WriteNumber("page", page.Page);
            writer.WriteNumber("page_size", page.PageSize);
            writer.WriteNumber("total_count", page.TotalCount);
            writer.WriteNumber("total_pages", page.TotalPages);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }),
    };

    /// <summary>The answer to a delete.</summary>
    public static FakeResponse NoContent() => new() { Status = 204 };

    /// <summary>An error.</summary>
    public static FakeResponse Error(ReachkitError error)
    {
        FakeResponse response = new()
        {
            Status = error.Status,
            ContentType = Json,
            ErrorCode = error.Code,
            Body = JsonBody.Write(error, static (writer, state) => Write(writer, state)),
        };
        return error.Status == 401 ? response.With("WWW-Authenticate", "Bearer") : response;
    }

    private static void Write(Utf8JsonWriter writer, ReachkitError error)
    {
        writer.WriteStartObject();
        writer.WriteString("error", error.Code);
        if (error.Brace is var (field, offset))
        {
            writer.WriteStartObject("details");
            writer.WriteString("field", field);
            writer.WriteNumber("offset", offset);
            writer.WriteEndObject();
        }
        else if (error.Details is { } details)
        {
            writer.WriteStartObject("details");
            foreach ((string path, IReadOnlyList<string> messages) in details)
            {
                writer.WriteStartArray(path);
                foreach (string message in messages) writer.WriteStringValue(message);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
