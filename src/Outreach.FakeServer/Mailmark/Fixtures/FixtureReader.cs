using System.Globalization;
using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Reads one object of a fixture document and refuses what it should not hold.</summary>
internal sealed class FixtureReader
{
    private const long FirstAbsolute = 100_000_000_000;

    private readonly JsonElement _object;
    private readonly string _place;
    private readonly long _now;
    private readonly long _shift;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Reads an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="place">Where it stands; empty for the document.</param>
    /// <param name="now">The time that relative times count from.</param>
    /// <param name="shift">What a repeated row's times are moved by.</param>
    public FixtureReader(JsonElement value, string place, long now = 0, long shift = 0)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new MailmarkFixtureException(place.Length == 0 ? "document" : place, "an object was expected");
        _object = value;
        _place = place;
        _now = now;
        _shift = shift;
    }

    /// <summary>A member that is there and not null.</summary>
    public JsonElement? Get(string name)
    {
        _known.Add(name);
        return _object.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>Whether a member is there, null included.</summary>
    public bool Has(string name) => _object.TryGetProperty(name, out _);

    /// <summary>Where a member stands.</summary>
    public string PlaceOf(string name) => _place.Length == 0 ? name : $"{_place}.{name}";

    /// <summary>Refuses members that nothing read.</summary>
    public void End()
    {
        foreach (JsonProperty member in _object.EnumerateObject())
            if (!_known.Contains(member.Name)) throw new MailmarkFixtureException(PlaceOf(member.Name), "unknown member");
    }

    public string Required(string name) => Text(name) ?? throw new MailmarkFixtureException(PlaceOf(name), "required");

    public string? Text(string name) => Get(name) is { } value ? TextOf(value, PlaceOf(name)) : null;

    /// <summary>A text whose absence means something else than null.</summary>
    public string? Text(string name, string? absent) => Has(name) ? Text(name) : absent;

    public bool? Flag(string name) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "true or false"),
    };

    public bool? Flag(string name, bool? absent) => Has(name) ? Flag(name) : absent;

    public double? Number(string name) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when double.IsFinite(value.GetDouble()) => value.GetDouble(),
        _ => throw Wrong(name, "a number"),
    };

    public double? Number(string name, double? absent) => Has(name) ? Number(name) : absent;

    public int? Whole(string name) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out int whole) => whole,
        _ => throw Wrong(name, "a whole number"),
    };

    public DateTimeOffset? Time(string name)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out long given)) throw Wrong(name, "a whole number of milliseconds");
        long ms = (given < FirstAbsolute ? _now + given : given) + _shift;
        return ms >= 0 && ms <= Millis.Last ? Millis.Instant(ms) : throw new MailmarkFixtureException(PlaceOf(name), "no such time");
    }

    public IReadOnlyList<string>? Texts(string name) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, i) => TextOf(item, ItemOf(name, i)))],
        _ => throw Wrong(name, "a list"),
    };

    public IReadOnlyDictionary<string, string>? TextMap(string name)
    {
        if (Get(name) is not { } map) return null;
        if (map.ValueKind != JsonValueKind.Object) throw Wrong(name, "an object");
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonProperty member in map.EnumerateObject()) values[member.Name] = TextOf(member.Value, $"{PlaceOf(name)}.{member.Name}");
        return values;
    }

    public IReadOnlyDictionary<string, JsonScalar>? ScalarMap(string name)
    {
        if (Get(name) is not { } map) return null;
        if (map.ValueKind != JsonValueKind.Object) throw Wrong(name, "an object");
        Dictionary<string, JsonScalar> values = new(StringComparer.Ordinal);
        foreach (JsonProperty member in map.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) throw new MailmarkFixtureException($"{PlaceOf(name)}.{member.Name}", "a text, a number, true, false or null was expected");
            values[member.Name] = JsonScalar.From(member.Value);
        }

        return values;
    }

    /// <summary>The objects of a list, each to be read; repeated ones as often as they say.</summary>
    public IEnumerable<(string Place, FixtureReader Row)> Rows(string name)
    {
        if (Get(name) is not { } list) yield break;
        if (list.ValueKind != JsonValueKind.Array) throw Wrong(name, "a list");
        int at = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            string place = ItemOf(name, at++);
            FixtureReader row = new(item, place, _now, _shift);
            row._known.UnionWith(["repeat", "step"]);
            if (row.Whole("repeat") is not { } times)
            {
                yield return (place, row);
                continue;
            }

            if (times < 0) throw new MailmarkFixtureException($"{place}.repeat", "at least 0 was expected");
            long step = row.Get("step") is not { } given ? 0 : given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out long ms) ? ms : throw new MailmarkFixtureException($"{place}.step", "a whole number of milliseconds was expected");
            string text = item.GetRawText();
            for (int i = 0; i < times; i++)
            {
                using JsonDocument copy = JsonDocument.Parse(text.Replace("{i}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
                FixtureReader one = new(copy.RootElement.Clone(), place, _now, _shift + (i * step));
                one._known.UnionWith(["repeat", "step"]);
                yield return (place, one);
            }
        }
    }

    /// <summary>The exception for a member of a wrong type.</summary>
    public MailmarkFixtureException Wrong(string name, string expected) => new(PlaceOf(name), $"{expected} was expected");

    private string ItemOf(string name, int i) => $"{PlaceOf(name)}[{i.ToString(CultureInfo.InvariantCulture)}]";

    private static string TextOf(JsonElement value, string place)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new MailmarkFixtureException(place, "a text was expected");
        }
        catch (InvalidOperationException)
        {
            throw new MailmarkFixtureException(place, "half a surrogate pair is no text");
        }
    }
}
