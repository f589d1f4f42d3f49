using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// Reads a JSON object that a test author wrote. Whatever is missing, of another type or unknown is refused with its place.
/// </summary>
internal sealed class StrictObject
{
    /// <summary>The longest span.</summary>
    public const double MostMilliseconds = 3.2e12;

    private readonly JsonElement _object;
    private readonly string _place;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Reads an object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="place">Its path; empty for the body.</param>
    public StrictObject(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new BadDocumentException($"{(place.Length == 0 ? "the document" : place)}: is no object.");
        _object = element;
        _place = place;
    }

    /// <summary>The object that is read.</summary>
    public JsonElement Element => _object;

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => Get(name) is not null;

    /// <summary>A text; null when it is absent.</summary>
    public string? Text(string name) => Get(name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad(name, "is no text");

    /// <summary>A text that must be there.</summary>
    public string NeedText(string name) => Text(name) ?? throw Bad(name, "is missing");

    /// <summary>One of several words; null when it is absent.</summary>
    public string? Word(string name, params IReadOnlyList<string> allowed)
        => Text(name) is not { } word ? null : allowed.Contains(word, StringComparer.Ordinal) ? word : throw Bad(name, $"'{word}' is none of {string.Join(", ", allowed)}");

    /// <summary>A whole number; null when it is absent.</summary>
    public long? Whole(string name, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number) throw Bad(name, "is no whole number");
        if (!value.TryGetInt64(out long number)) throw Bad(name, value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? $"{value.GetRawText()} is not from {min} to {max}" : "is no whole number");
        return number >= min && number <= max ? number : throw Bad(name, $"{number} is not from {min} to {max}");
    }

    /// <summary>A number; null when it is absent.</summary>
    public double? Number(string name, double min, double max)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number) throw Bad(name, "is no number");
        double number = value.GetDouble();
        return number >= min && number <= max ? number : throw Bad(name, $"{number} is not from {min} to {max}");
    }

    /// <summary>True or false; null when it is absent.</summary>
    public bool? Flag(string name)
        => Get(name) is not { } value ? null : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Bad(name, "is neither true nor false");

    /// <summary>An instant; null when it is absent.</summary>
    public DateTimeOffset? Time(string name)
        => Text(name) is not { } text ? null : Rfc3339.TryRead(text, out DateTimeOffset time) ? time : throw Bad(name, $"'{text}' is no RFC 3339 time");

    /// <summary>An address below which links can lead; null when it is absent.</summary>
    public Uri? Address(string name)
        => Text(name) is not { } text ? null : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && Mailmark.MailmarkFake.IsSite(address) ? address : throw Bad(name, $"'{text}' is no http address that links can lead to");

    /// <summary>A span given in milliseconds; null when it is absent.</summary>
    public TimeSpan? Milliseconds(string name) => Number(name, 0, MostMilliseconds) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    /// <summary>A list of texts; null when it is absent.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Items(name) is not { } items) return null;
        List<string> texts = [];
        foreach ((JsonElement item, string place) in items) texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new BadDocumentException($"{place}: is no text."));
        return texts;
    }

    /// <summary>A list of objects; null when it is absent.</summary>
    public IReadOnlyList<StrictObject>? Objects(string name) => Items(name) is not { } items ? null : [.. items.Select(item => new StrictObject(item.Value, item.Place))];

    /// <summary>An object; null when it is absent.</summary>
    public StrictObject? Object(string name) => Get(name) is not { } value ? null : new StrictObject(value, PlaceOf(name));

    /// <summary>Any value; null when it is absent.</summary>
    public JsonElement? Any(string name) => Get(name);

    /// <summary>Whether a member is there, null included.</summary>
    public bool IsGiven(string name)
    {
        _read.Add(name);
        return _object.TryGetProperty(name, out _);
    }

    /// <summary>Refuses members that nobody read.</summary>
    public void End()
    {
        foreach (JsonProperty member in _object.EnumerateObject())
            if (!_read.Contains(member.Name)) throw Bad(member.Name, $"is unknown here; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Makes something of what was read; what the maker refuses is refused with the object's place.</summary>
    public T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw new BadDocumentException($"{_place}: {e.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    /// <summary>A refusal of a member.</summary>
    public BadDocumentException Bad(string name, string reason) => new BadDocumentException($"{PlaceOf(name)}: {reason}.");

    /// <summary>The place of a member, or of something below the object.</summary>
    public string PlaceOf(string name) => _place.Length == 0 ? name : $"{_place}.{name}";

    private JsonElement? Get(string name)
    {
        _read.Add(name);
        return _object.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private List<(JsonElement Value, string Place)>? Items(string name)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw Bad(name, "is no list");
        return [.. value.EnumerateArray().Select((item, i) => (item, $"{PlaceOf(name)}[{i}]"))];
    }
}
