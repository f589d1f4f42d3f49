using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Outreach.Sdk.Reachkit;

/// <summary>Errors of the form <c>{"error": code, "details"?: map of field to messages | {field, offset}}</c>.</summary>
internal sealed class ReachkitErrorReader : IErrorReader
{
    public ErrorBody Read(Operation operation, HttpStatusCode status, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("error", out JsonElement error) || error.ValueKind != JsonValueKind.String)
            return default;
        string text = error.GetString()!;
        bool hasDetails = body.TryGetProperty("details", out JsonElement details) && details.ValueKind is not JsonValueKind.Null;
        return new()
        {
            Code = IsCode(text) ? text : default,
            Text = IsCode(text) ? null : text,
            Details = hasDetails ? details.Clone() : null,
            Fields = hasDetails ? Fields(details) : null,
        };
    }

    // The service calls the member a message; only what looks like a code is one.
    private static bool IsCode(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0])) return false;
        foreach (char c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        return true;
    }

    private static List<FieldError>? Fields(JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.Object) return null;
        if (details.TryGetProperty("offset", out JsonElement offset) && offset.ValueKind == JsonValueKind.Number && offset.TryGetInt64(out long at)
            && details.TryGetProperty("field", out JsonElement name) && name.ValueKind == JsonValueKind.String)
            return [new FieldError(name.GetString()!, string.Create(CultureInfo.InvariantCulture, $"unbalanced braces at offset {at}"))];

        List<FieldError> fields = [];
        foreach (JsonProperty field in details.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String) fields.Add(new FieldError(field.Name, field.Value.GetString()!));
            if (field.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (JsonElement message in field.Value.EnumerateArray())
                if (message.ValueKind == JsonValueKind.String) fields.Add(new FieldError(field.Name, message.GetString()!));
        }

        return fields;
    }
}
