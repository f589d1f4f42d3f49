using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer;

/// <summary>
/// Holds JSON against a schema of a contract: the keywords of JSON Schema 2020-12 that the contracts use. Members that a schema
/// does not name are reported too, since the contracts list every member.
/// </summary>
internal sealed class SchemaValidator(ContractDocument document)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Every way in which a value breaks a schema, as lines of path and reason; empty when it does not.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">The schema, or a reference to one.</param>
    /// <param name="allowUnknown">Whether members that the schema does not name are let pass.</param>
    public IReadOnlyList<string> Validate(JsonElement value, JsonElement schema, bool allowUnknown = false)
    {
        List<string> errors = [];
        Check(value, schema, "$", errors, allowUnknown);
        return errors;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> errors, bool allowUnknown)
    {
        schema = document.Resolve(schema);
        if (schema.ValueKind == JsonValueKind.True) return;
        if (schema.TryGetProperty("type", out JsonElement type) && !IsOfType(value, type))
        {
            errors.Add($"{path}: is {value.ValueKind}, not {type.GetRawText()}");
            return;
        }

        if (schema.TryGetProperty("const", out JsonElement constant) && !JsonElement.DeepEquals(value, constant)) errors.Add($"{path}: is not {constant.GetRawText()}");
        if (schema.TryGetProperty("enum", out JsonElement allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            errors.Add($"{path}: {value.GetRawText()} is not one of {allowed.GetRawText()}");
        CheckChoices(value, schema, path, errors, allowUnknown);
        switch (value.ValueKind)
        {
            case JsonValueKind.String: CheckText(value.GetString()!, schema, path, errors); break;
            case JsonValueKind.Number: CheckNumber(value, schema, path, errors); break;
            case JsonValueKind.Array: CheckArray(value, schema, path, errors, allowUnknown); break;
            case JsonValueKind.Object: CheckObject(value, schema, path, errors, allowUnknown); break;
        }
    }

    private void CheckChoices(JsonElement value, JsonElement schema, string path, List<string> errors, bool allowUnknown)
    {
        if (schema.TryGetProperty("allOf", out JsonElement all))
            foreach (JsonElement one in all.EnumerateArray()) Check(value, one, path, errors, allowUnknown: true);

        foreach (string word in (ReadOnlySpan<string>)["anyOf", "oneOf"])
        {
            if (!schema.TryGetProperty(word, out JsonElement choices)) continue;
            List<string>? nearest = null;
            int fits = 0;
            bool open = allowUnknown || schema.TryGetProperty("properties", out _);
            foreach (JsonElement choice in choices.EnumerateArray())
            {
                List<string> found = [];
                Check(value, choice, path, found, open);
                if (found.Count == 0) fits++;
                else if (nearest is null || found.Count < nearest.Count) nearest = found;
            }

            if (fits == 0 && nearest is not null) errors.Add($"{path}: fits none of {word} (nearest: {string.Join("; ", nearest)})");
            if (fits > 1 && word == "oneOf") errors.Add($"{path}: fits {fits} of oneOf");
        }
    }

    private static void CheckText(string text, JsonElement schema, string path, List<string> errors)
    {
        int length = Fields.Length(text);
        if (schema.TryGetProperty("minLength", out JsonElement min) && length < min.GetInt32()) errors.Add($"{path}: shorter than {min}");
        if (schema.TryGetProperty("maxLength", out JsonElement max) && length > max.GetInt32()) errors.Add($"{path}: longer than {max}");
        if (schema.TryGetProperty("pattern", out JsonElement pattern)
            && !Patterns.GetOrAdd(pattern.GetString()!, static form => new Regex(form, RegexOptions.CultureInvariant | RegexOptions.ECMAScript)).IsMatch(text))
            errors.Add($"{path}: '{text}' does not match {pattern}");
        if (schema.TryGetProperty("format", out JsonElement format) && !IsOfForm(text, format.GetString()!)) errors.Add($"{path}: '{text}' is no {format}");
    }

    private static void CheckNumber(JsonElement value, JsonElement schema, string path, List<string> errors)
    {
        double number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out JsonElement min) && number < min.GetDouble()) errors.Add($"{path}: {number} is below {min}");
        if (schema.TryGetProperty("maximum", out JsonElement max) && number > max.GetDouble()) errors.Add($"{path}: {number} is above {max}");
    }

    private void CheckArray(JsonElement value, JsonElement schema, string path, List<string> errors, bool allowUnknown)
    {
        int count = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out JsonElement min) && count < min.GetInt32()) errors.Add($"{path}: fewer than {min} items");
        if (schema.TryGetProperty("maxItems", out JsonElement max) && count > max.GetInt32()) errors.Add($"{path}: more than {max} items");
        if (schema.TryGetProperty("uniqueItems", out JsonElement unique) && unique.GetBoolean() && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() != count)
            errors.Add($"{path}: an item stands twice");
        if (!schema.TryGetProperty("items", out JsonElement items)) return;
        int i = 0;
        foreach (JsonElement item in value.EnumerateArray()) Check(item, items, $"{path}[{i++}]", errors, allowUnknown);
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, List<string> errors, bool allowUnknown)
    {
        bool named = schema.TryGetProperty("properties", out JsonElement properties);
        if (schema.TryGetProperty("required", out JsonElement required))
            foreach (JsonElement name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) errors.Add($"{path}.{name}: is missing");
        if (schema.TryGetProperty("minProperties", out JsonElement min) && value.EnumerateObject().Count() < min.GetInt32()) errors.Add($"{path}: fewer than {min} members");
        if (schema.TryGetProperty("maxProperties", out JsonElement max) && value.EnumerateObject().Count() > max.GetInt32()) errors.Add($"{path}: more than {max} members");
        bool restricted = schema.TryGetProperty("additionalProperties", out JsonElement additional);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (named && properties.TryGetProperty(member.Name, out JsonElement property)) Check(member.Value, property, $"{path}.{member.Name}", errors, allowUnknown);
            else if (restricted && additional.ValueKind == JsonValueKind.Object) Check(member.Value, additional, $"{path}.{member.Name}", errors, allowUnknown);
            else if (named && !allowUnknown && additional.ValueKind != JsonValueKind.True) errors.Add($"{path}.{member.Name}: is not in the contract");
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement type)
        => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => IsOfType(value, one)) : type.GetString() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number == Math.Floor(number),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => true,
        };

    private static bool IsOfForm(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => Rfc3339.TryRead(text, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "email" => text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };
}
