using System.Collections.Immutable;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Named counters of a world.</summary>
internal sealed class Counters : IStatePart
{
    private ImmutableDictionary<string, long> _values = ImmutableDictionary<string, long>.Empty;

    /// <inheritdoc/>
    public string Name => "counters";

    /// <summary>The value before counting; 0 the first time.</summary>
    public long Next(string name)
    {
        long value = _values.GetValueOrDefault(name);
        _values = _values.SetItem(name, value + 1);
        return value;
    }

    object IStatePart.Capture() => _values;

    void IStatePart.Restore(object capture) => _values = (ImmutableDictionary<string, long>)capture;

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((string name, long value) in _values.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteNumber(name, value);
        writer.WriteEndObject();
    }

    void IStatePart.Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException("is no object.");
        ImmutableDictionary<string, long>.Builder values = ImmutableDictionary.CreateBuilder<string, long>();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt64(out long number)) throw new FormatException($"'{member.Name}': is no whole number.");
            if (!values.TryAdd(member.Name, number)) throw new FormatException($"'{member.Name}' is there twice.");
        }

        _values = values.ToImmutable();
    }
}
