using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk;

namespace Outreach.FakeServer.Crm;

/// <summary>One call of Crm by a caller whose token and scope have been checked.</summary>
internal sealed class CrmCall(World world, FakeRequest request, Operation operation, IReadOnlyList<string> pathValues, CrmRules rules, CrmCaller caller, JsonElement? body = null)
    : ApiCall(world, request, operation, pathValues)
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Who calls.</summary>
    public CrmCaller Caller => caller;

    /// <summary>The rules and the state that they work on.</summary>
    public CrmRules Rules => rules;

    /// <summary>The query parameters.</summary>
    public CrmQuery Parameters => new(Request);

    /// <summary>The id of the object that the path's last one belongs to; null where GraphQL names the last one only.</summary>
    public string? Parent => Path("id") is { Length: > 0 } id ? id : null;

    /// <summary>The body.</summary>
    /// <exception cref="CrmError">400: it is no JSON object.</exception>
    public JsonElement Body() => body ?? CrmBody.Parse(Request.Body);

    /// <summary>The body; no body at all counts as an empty object.</summary>
    /// <exception cref="CrmError">400: it is no JSON object.</exception>
    public JsonElement OptionalBody() => body ?? CrmBody.Parse(Request.Body, optional: true);

    /// <summary>A bare object.</summary>
    public static FakeResponse Ok<T>(T value, JsonTypeInfo<T> type, int status = 200) => Json(status, JsonBody.Write(value, type));

    /// <summary>A new resource.</summary>
    public static FakeResponse Created<T>(T value, JsonTypeInfo<T> type) => Ok(value, type, 201);

    /// <summary>Nothing.</summary>
    public static FakeResponse NoContent() => new() { Status = 204 };

    /// <summary>A JSON answer.</summary>
    public static FakeResponse Json(int status, ReadOnlyMemory<byte> body) => new() { Status = status, Body = body, ContentType = JsonType };

    /// <summary>A page with its meta.</summary>
    public static FakeResponse List<T>(CrmPage<T> page, JsonTypeInfo<T> type) => List(page, item => JsonBody.Write(item, type));

    /// <summary>A page with its meta, of rows whose bytes are known.</summary>
    public static FakeResponse List<TRow>(CrmPage<TRow> page, Func<TRow, byte[]> json) => new()
    {
        Status = 200,
        ContentType = JsonType,
        List = ListBody.Of(page.Items, json, page, static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            writer.WriteEndArray();
            writer.WriteStartObject("meta");
            writer.WriteNumber("total", page.Total);
            writer.WriteNumber("skip", page.Skip);
            writer.WriteNumber("take", page.Take);
            writer.WriteBoolean("hasMore", page.HasMore);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }),
    };
}
