using System.Text.Json;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Mailmark;

/// <summary>The placeholders of sequence mail: <c>{{name}}</c>, letters, digits and underscore, no spaces, no fallback.</summary>
internal static partial class MergeFields
{
    /// <summary>Puts values in; a placeholder without a value stays.</summary>
    public static string Apply(string template, IReadOnlyDictionary<string, string>? values)
        => values is null ? template : Placeholder().Replace(template, match => values.TryGetValue(match.Groups[1].Value, out string? value) ? value : match.Value);

    /// <summary>Reads the values of a contact as text; those that are null are left out.</summary>
    public static IReadOnlyDictionary<string, string>? Read(JsonElement? fields)
    {
        if (fields is not { } given || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Object) throw MailmarkErrors.InternalError();
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonProperty field in given.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) throw MailmarkErrors.InternalError();
            if (ScriptRules.Text(field.Value) is { } text) values[field.Name] = text;
        }

        return values;
    }

    [GeneratedRegex(@"\{\{([A-Za-z0-9_]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
