using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk;

namespace Outreach.FakeServer.Markus;

/// <summary>One authenticated call of a Markus operation.</summary>
internal sealed class MarkusCall(MarkusState state, FakeRequest request, Operation operation, IReadOnlyList<string> pathValues, ApiKeyRow key)
    : ApiCall(state.World, request, operation, pathValues)
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>The tables and rules.</summary>
    public MarkusState State => state;

    /// <summary>The key that authenticated.</summary>
    public ApiKeyRow Key => key;

    /// <summary>The account that calls.</summary>
    public string AccountId => key.AccountId;

    /// <summary>The account that calls, as it is now.</summary>
    public AccountRow Account => state.Accounts.Find(key.AccountId)!;

    /// <inheritdoc cref="MarkusState.Now"/>
    public override DateTimeOffset Now => state.Now;

    /// <summary>Checks that every path parameter has the form of a UUID.</summary>
    public void CheckPathIds()
    {
        foreach (string name in Operation.Path.Parameters)
            if (!TextForms.Uuid().IsMatch(Path(name))) throw MarkusError.Invalid($"{name} must be a UUID");
    }

    /// <summary>The page that is asked for.</summary>
    public PageRequest Page() => new(QueryInt("page", 1, int.MaxValue) ?? 1, QueryInt("limit", 1, 100) ?? 20);

    /// <summary>A whole number of the query.</summary>
    public int? QueryInt(string name, int min, int max)
    {
        if (Query(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max
            ? value
            : throw MarkusError.Invalid(max == int.MaxValue ? $"{name} must be a whole number from {min} up" : $"{name} must be a whole number from {min} to {max}");
    }

    /// <summary>One of an enum's known values from the query.</summary>
    public TEnum? QueryOneOf<TEnum>(string name) where TEnum : struct, IOpenEnum<TEnum>
    {
        if (Query(name) is not { } text) return null;
        foreach (TEnum known in TEnum.Known)
            if (known.Value == text) return known;
        throw MarkusError.Invalid($"{name} must be one of: {string.Join(", ", TEnum.Known.Select(known => known.Value))}");
    }

    /// <summary>A boolean of the query: <c>true</c> or <c>false</c>.</summary>
    public bool? QueryFlag(string name) => Query(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw MarkusError.Invalid($"{name} must be true or false"),
    };

    /// <summary>A UUID of the query, in lower case.</summary>
    public string? QueryId(string name)
        => Query(name) is not { } text ? null : TextForms.Uuid().IsMatch(text) ? text.ToLowerInvariant() : throw MarkusError.Invalid($"{name} must be a UUID");

    /// <summary>A UTC day of the query.</summary>
    public DateOnly? QueryDay(string name)
        => Query(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw MarkusError.Invalid($"{name} must be a date, YYYY-MM-DD");

    /// <summary>A text of the query, trimmed, of 1 to <paramref name="max"/> characters.</summary>
    public string? QueryText(string name, int max, bool trim = true)
    {
        if (Query(name) is not { } text) return null;
        if (trim) text = text.Trim();
        return Fields.Length(text) is int length && length >= 1 && length <= max ? text : throw MarkusError.Invalid($"{name} must have 1 to {max} characters");
    }

    /// <summary>Opens the body, whose form is checked; its members are then read from <see cref="MarkusBody.Fields"/>.</summary>
    /// <param name="required">Whether there must be one; where it is optional, none stands for an empty object.</param>
    /// <param name="whole">The code of every violation where the request's schema has one.</param>
    public MarkusBody Body(bool required = true, string? whole = null)
    {
        if (Request.Body.IsEmpty)
        {
            if (required) throw MarkusError.Invalid("a JSON body is required");
            return MarkusBody.None(whole);
        }

        string media = (Request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!media.Equals("application/json", StringComparison.OrdinalIgnoreCase)) throw MarkusError.Invalid("the content type must be application/json");
        try
        {
            return new MarkusBody(JsonText.Parse(Request.Body).RootElement, whole);
        }
        catch (JsonException)
        {
            throw MarkusError.Invalid("the body is not valid JSON");
        }
    }

    /// <summary>200, or another status of success, with one value.</summary>
    public FakeResponse Ok<T>(T value, JsonTypeInfo<T> type, int status = 200)
        => Answer(status, JsonBody.Write((value, type), static (writer, answer) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, answer.value, answer.type);
            writer.WriteEndObject();
        }));

    /// <summary>200 with a whole list.</summary>
    public FakeResponse Ok<TRow, T>(IEnumerable<TRow> rows, Func<TRow, T> view, JsonTypeInfo<T> type)
        => Answer(200, JsonBody.Write((rows, view, type), static (writer, answer) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartArray("data");
            foreach (TRow row in answer.rows) JsonSerializer.Serialize(writer, answer.view(row), answer.type);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));

    /// <summary>200 with one page of a list.</summary>
    public FakeResponse Ok<TRow, T>(ListPage<TRow> page, Func<TRow, T> view, JsonTypeInfo<T> type) => Ok(page, row => JsonBody.Write(view(row), type));

    /// <summary>200 with one page of a list whose rows are bytes already.</summary>
    public FakeResponse Ok<TRow>(ListPage<TRow> page, Func<TRow, byte[]> json) => new()
    {
        Status = 200,
        ContentType = Json,
        List = ListBody.Of(page.Items, json, page, static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartArray("data");
            writer.WriteEndArray();
            writer.WriteStartObject("pagination");
            writer.WriteNumber("page", page.Request.Number);
            writer.WriteNumber("limit", page.Request.Limit);
            writer.WriteNumber("total", page.Total);
            writer.WriteNumber("total_pages", page.TotalPages);
            writer.WriteBoolean("has_more", page.HasMore);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }),
    };

    private static FakeResponse Answer(int status, ReadOnlyMemory<byte> body) => new() { Status = status, Body = body, ContentType = Json };
}
