using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>
/// Reads the members of a JSON object by hand and collects every violation, since the exact error for a bad body is part of a
/// contract. Each reading gives an <see cref="Optional{T}"/>: unset when the member is absent or bad, else its value, which is
/// null only where null is allowed. Members are reported in the order in which they are read.
/// </summary>
internal sealed class Fields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<Violation> _violations;
    private readonly Func<string, int, string> _item;

    /// <summary>Reads an object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="violations">Takes the violations.</param>
    /// <param name="path">The object's own path; empty for the body.</param>
    /// <param name="item">How the path of a list's item is written; by default <c>list[0]</c>.</param>
    public Fields(JsonElement body, List<Violation> violations, string path = "", Func<string, int, string>? item = null)
    {
        _object = body;
        _violations = violations;
        _path = path;
        _item = item ?? (static (list, i) => $"{list}[{i}]");
    }

    /// <summary>The violations met so far, of the whole body.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The object that is read.</summary>
    public JsonElement Element => _object;

    /// <summary>Whether a member is there, null included.</summary>
    public bool Has(string name) => _object.TryGetProperty(name, out _);

    /// <summary>The path of a member.</summary>
    public string PathOf(string name) => _path.Length == 0 ? name : name.Length == 0 ? _path : $"{_path}.{name}";

    /// <summary>Reports a violation of a member.</summary>
    public void Report(string name, ViolationKind kind, double? low = null, double? high = null, string? expected = null, string? code = null)
        => _violations.Add(new Violation(PathOf(name), kind, low, high, expected, code));

    /// <summary>Reads a text. Lengths count characters as code points, after trimming where <paramref name="trim"/> is set.</summary>
    public Optional<string?> Text(string name, bool required = false, bool nullable = false, int min = 0, int max = int.MaxValue, bool trim = false, Regex? form = null, string? code = null)
    {
        if (Get(name, JsonValueKind.String, "string", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<string?>(null);
        string text = value.GetString()!;
        if (trim) text = text.Trim();
        int length = Length(text);
        if (length < min) Report(name, length == 0 ? ViolationKind.Blank : ViolationKind.TooShort, min, max, code: code);
        else if (length > max) Report(name, ViolationKind.TooLong, min, max, code: code);
        else if (form is not null && !form.IsMatch(text)) Report(name, ViolationKind.Form, expected: form.ToString(), code: code);
        else return text;
        return default;
    }

    /// <summary>Reads a text that must be one of an enum's known values.</summary>
    public Optional<TEnum?> OneOf<TEnum>(string name, bool required = false, bool nullable = false, IReadOnlyList<TEnum>? allowed = null, string? code = null)
        where TEnum : struct, IOpenEnum<TEnum>
    {
        if (Get(name, JsonValueKind.String, "string", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<TEnum?>(null);
        string text = value.GetString()!;
        allowed ??= TEnum.Known;
        foreach (TEnum known in allowed)
            if (known.Value == text) return known;
        Report(name, ViolationKind.NotAllowed, expected: string.Join(", ", allowed.Select(known => known.Value)), code: code);
        return default;
    }

    /// <summary>Reads a whole number; <c>12.0</c> is one.</summary>
    public Optional<long?> Integer(string name, bool required = false, bool nullable = false, long min = long.MinValue, long max = long.MaxValue, string? code = null)
    {
        if (Get(name, JsonValueKind.Number, "integer", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<long?>(null);
        if (!value.TryGetInt64(out long number))
        {
            double real = value.GetDouble();
            if (real != Math.Floor(real) || (Math.Abs(real) > 9e15 && (real < 0 ? min == long.MinValue : max == long.MaxValue)))
            {
                Report(name, ViolationKind.Type, expected: "integer", code: code);
                return default;
            }

            // Beyond every bound that there is, however large it may be.
            number = real < -9e15 ? long.MinValue : real > 9e15 ? long.MaxValue : (long)real;
        }

        if (number < min) Report(name, ViolationKind.TooSmall, min, max, code: code);
        else if (number > max) Report(name, ViolationKind.TooLarge, min, max, code: code);
        else return number;
        return default;
    }

    /// <summary>Reads a number.</summary>
    public Optional<double?> Number(string name, bool required = false, bool nullable = false, double min = double.MinValue, double max = double.MaxValue, string? code = null)
    {
        if (Get(name, JsonValueKind.Number, "number", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<double?>(null);
        double number = value.GetDouble();
        if (number < min) Report(name, ViolationKind.TooSmall, min, max, code: code);
        else if (number > max) Report(name, ViolationKind.TooLarge, min, max, code: code);
        else return number;
        return default;
    }

    /// <summary>Reads a boolean.</summary>
    public Optional<bool?> Flag(string name, bool required = false, bool nullable = false)
    {
        if (!_object.TryGetProperty(name, out JsonElement value))
        {
            if (required) Report(name, ViolationKind.Missing);
            return default;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        if (value.ValueKind == JsonValueKind.Null && nullable) return new Optional<bool?>(null);
        Report(name, value.ValueKind == JsonValueKind.Null ? ViolationKind.Null : ViolationKind.Type, expected: "boolean");
        return default;
    }

    /// <summary>Reads an RFC 3339 date-time with any offset.</summary>
    public Optional<DateTimeOffset?> Instant(string name, bool required = false, bool nullable = false, string? code = null)
    {
        if (Get(name, JsonValueKind.String, "date-time", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<DateTimeOffset?>(null);
        if (Rfc3339.TryRead(value.GetString()!, out DateTimeOffset instant)) return instant;
        Report(name, ViolationKind.Form, expected: "date-time", code: code);
        return default;
    }

    /// <summary>Reads a date, <c>YYYY-MM-DD</c>.</summary>
    public Optional<DateOnly?> Day(string name, bool required = false, bool nullable = false, string? code = null)
    {
        if (Get(name, JsonValueKind.String, "date", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<DateOnly?>(null);
        if (DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        Report(name, ViolationKind.Form, expected: "date", code: code);
        return default;
    }

    /// <summary>Reads an object; its members are read from the result.</summary>
    public Optional<Fields?> Object(string name, bool required = false, bool nullable = false)
    {
        if (Get(name, JsonValueKind.Object, "object", required, nullable, out JsonElement value) is not { } read) return default;
        return read ? new Fields(value, _violations, PathOf(name), _item) : new Optional<Fields?>(null);
    }

    /// <summary>Reads a list item by item.</summary>
    /// <param name="name">The member.</param>
    /// <param name="read">Reads one item from a reader that has it under the name <c>""</c>.</param>
    /// <param name="required">Whether the member must be there.</param>
    /// <param name="nullable">Whether it may be null.</param>
    /// <param name="min">Least number of items.</param>
    /// <param name="max">Greatest number of items.</param>
    /// <param name="code">The error code of a wrong number of items.</param>
    public Optional<IReadOnlyList<T>?> List<T>(string name, Func<ListItem, Optional<T>> read, bool required = false, bool nullable = false, int min = 0, int max = int.MaxValue, string? code = null)
    {
        if (Get(name, JsonValueKind.Array, "array", required, nullable, out JsonElement value) is not { } found) return default;
        if (!found) return new Optional<IReadOnlyList<T>?>(null);
        int count = value.GetArrayLength();
        if (count < min) Report(name, count == 0 ? ViolationKind.Blank : ViolationKind.TooShort, min, max, code: code);
        else if (count > max) Report(name, ViolationKind.TooLong, min, max, code: code);
        List<T> items = new(Math.Min(count, 1024));
        int i = 0;
        int before = _violations.Count;
        if (count >= min && count <= max)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Optional<T> one = read(new ListItem(item, _item(PathOf(name), i), _violations, _item));
                if (one.IsSet) items.Add(one.Value);
                i++;
            }
        }

        return count >= min && count <= max && _violations.Count == before ? items : default(Optional<IReadOnlyList<T>?>);
    }

    /// <summary>Reads a list of texts.</summary>
    public Optional<IReadOnlyList<string>?> Texts(string name, bool required = false, bool nullable = false, int min = 0, int max = int.MaxValue, int minLength = 0, int maxLength = int.MaxValue, bool trim = false, Regex? form = null, string? code = null)
        => List(name, item => item.Text(minLength, maxLength, trim, form, code), required, nullable, min, max, code);

    /// <summary>Reads a list whose items are an enum's known values.</summary>
    public Optional<IReadOnlyList<TEnum>?> ManyOf<TEnum>(string name, bool required = false, bool nullable = false, int min = 0, int max = int.MaxValue, string? code = null)
        where TEnum : struct, IOpenEnum<TEnum>
        => List(name, item => item.OneOf<TEnum>(code), required, nullable, min, max, code);

    /// <summary>Reads a map of texts.</summary>
    public Optional<IReadOnlyDictionary<string, string>?> TextMap(string name, bool required = false, bool nullable = false, int max = int.MaxValue, int maxLength = int.MaxValue)
    {
        if (Get(name, JsonValueKind.Object, "object", required, nullable, out JsonElement value) is not { } read) return default;
        if (!read) return new Optional<IReadOnlyDictionary<string, string>?>(null);
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        Fields members = new(value, _violations, PathOf(name), _item);
        int before = _violations.Count;
        foreach (JsonProperty member in value.EnumerateObject())
            if (members.Text(member.Name, max: maxLength) is { IsSet: true, Value: { } text }) map[member.Name] = text;
        if (map.Count > max) Report(name, ViolationKind.TooLong, 0, max);
        return _violations.Count == before ? map : default(Optional<IReadOnlyDictionary<string, string>?>);
    }

    /// <summary>Length in code points.</summary>
    internal static int Length(string text)
    {
        int length = text.Length;
        for (int i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) length--;
        return length;
    }

    // Null: nothing to read further; false: an allowed null; true: a value of the right kind.
    private bool? Get(string name, JsonValueKind kind, string expected, bool required, bool nullable, out JsonElement value)
    {
        if (!_object.TryGetProperty(name, out value))
        {
            if (required) Report(name, ViolationKind.Missing);
            return null;
        }

        if (value.ValueKind == kind) return true;
        if (value.ValueKind != JsonValueKind.Null)
        {
            Report(name, ViolationKind.Type, expected: expected);
            return null;
        }

        if (nullable) return false;
        Report(name, ViolationKind.Null, expected: expected);
        return null;
    }
}
