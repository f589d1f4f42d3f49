using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>One item of a list that <see cref="Fields.List{T}"/> reads.</summary>
internal readonly struct ListItem(JsonElement element, string path, List<Violation> violations, Func<string, int, string> itemPath)
{
    /// <summary>The item.</summary>
    public JsonElement Element => element;

    /// <summary>The item's path.</summary>
    public string Path => path;

    /// <summary>Reports a violation of the item.</summary>
    public void Report(ViolationKind kind, double? low = null, double? high = null, string? expected = null, string? code = null)
        => violations.Add(new Violation(path, kind, low, high, expected, code));

    /// <summary>Reads a text.</summary>
    public Optional<string> Text(int min = 0, int max = int.MaxValue, bool trim = false, Regex? form = null, string? code = null)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Report(element.ValueKind == JsonValueKind.Null ? ViolationKind.Null : ViolationKind.Type, expected: "string");
            return default;
        }

        string text = element.GetString()!;
        if (trim) text = text.Trim();
        int length = Fields.Length(text);
        if (length < min) Report(length == 0 ? ViolationKind.Blank : ViolationKind.TooShort, min, max, code: code);
        else if (length > max) Report(ViolationKind.TooLong, min, max, code: code);
        else if (form is not null && !form.IsMatch(text)) Report(ViolationKind.Form, expected: form.ToString(), code: code);
        else return text;
        return default;
    }

    /// <summary>Reads one of an enum's known values.</summary>
    public Optional<TEnum> OneOf<TEnum>(string? code = null) where TEnum : struct, IOpenEnum<TEnum>
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Report(element.ValueKind == JsonValueKind.Null ? ViolationKind.Null : ViolationKind.Type, expected: "string");
            return default;
        }

        foreach (TEnum known in TEnum.Known)
            if (element.ValueEquals(known.Value)) return known;
        Report(ViolationKind.NotAllowed, expected: string.Join(", ", TEnum.Known.Select(known => known.Value)), code: code);
        return default;
    }

    /// <summary>Reads an object; null when the item is none, which is reported.</summary>
    public Fields? Object()
    {
        if (element.ValueKind == JsonValueKind.Object) return new Fields(element, violations, path, itemPath);
        Report(element.ValueKind == JsonValueKind.Null ? ViolationKind.Null : ViolationKind.Type, expected: "object");
        return null;
    }
}
