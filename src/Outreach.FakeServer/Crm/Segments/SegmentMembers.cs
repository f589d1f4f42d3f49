using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm;

/// <summary>
/// Who is in which segment since when: per segment one array of join times by the customer's place, 0 for no member, so that
/// a refresh of many customers allocates nothing for each.
/// </summary>
/// <param name="customers">One more than the place of the newest customer.</param>
internal sealed class SegmentMembers(Func<int> customers) : IStatePart
{
    private readonly Dictionary<int, SegmentedArray<long>> _segments = [];

    /// <inheritdoc/>
    public string Name => "crm.members";

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    /// <summary>When a customer joined a segment; null when it is no member.</summary>
    public DateTimeOffset? JoinedAt(int segment, int customer)
        => Ticks(segment, customer) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Whether a customer is a member.</summary>
    public bool Contains(int segment, int customer) => Ticks(segment, customer) > 0;

    /// <summary>Makes a customer a member.</summary>
    public void Join(int segment, int customer, DateTimeOffset at)
    {
        if (!_segments.TryGetValue(segment, out SegmentedArray<long>? joined)) _segments[segment] = joined = new SegmentedArray<long>();
        Version++;
        joined.Resize(customer + 1, 0);
        joined.Set(customer, at.UtcTicks);
    }

    /// <summary>Takes a customer out; false when it was no member.</summary>
    public bool Leave(int segment, int customer)
    {
        if (!Contains(segment, customer)) return false;
        Version++;
        _segments[segment].Set(customer, 0);
        return true;
    }

    /// <summary>Forgets all members of a segment.</summary>
    public void Clear(int segment)
    {
        Version++;
        _segments.Remove(segment);
    }

    /// <summary>The places of a segment's members, the oldest customer first.</summary>
    public IEnumerable<int> Of(int segment)
    {
        if (!_segments.TryGetValue(segment, out SegmentedArray<long>? joined)) yield break;
        for (int customer = 0; customer < joined.Count; customer++)
            if (joined[customer] > 0) yield return customer;
    }

    /// <summary>The segments that a customer is in, by their places.</summary>
    public IReadOnlyList<int> SegmentsOf(int customer)
        => [.. _segments.Where(pair => customer < pair.Value.Count && pair.Value[customer] > 0).Select(pair => pair.Key).Order()];

    /// <summary>That the segments are there.</summary>
    public Reference Refers(IRows segments)
        => new(Name, "", () => _segments.Keys.Order().Where(segment => !segments.Has(segment)).Select(segment => string.Create(CultureInfo.InvariantCulture, $"{segment}: there is no row in place {segment} of {segments.Name}.")).FirstOrDefault());

    object IStatePart.Capture() => _segments.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Take());

    void IStatePart.Restore(object capture)
    {
        Version++;
        _segments.Clear();
        foreach ((int segment, SegmentedArray<long>.Capture taken) in (ImmutableDictionary<int, SegmentedArray<long>.Capture>)capture)
        {
            SegmentedArray<long> joined = new();
            joined.Restore(taken);
            _segments.Add(segment, joined);
        }
    }

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((int segment, SegmentedArray<long> joined) in _segments.OrderBy(pair => pair.Key))
        {
            writer.WriteStartArray(segment.ToString(CultureInfo.InvariantCulture));
            for (int customer = 0; customer < joined.Count; customer++)
            {
                if (joined[customer] == 0) continue;
                writer.WriteNumberValue(customer);
                writer.WriteNumberValue(joined[customer]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    void IStatePart.Read(JsonElement value)
    {
        Version++;
        _segments.Clear();
        foreach (JsonProperty segment in value.EnumerateObject())
        {
            if (!int.TryParse(segment.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int place)) throw new FormatException($"{segment.Name}: is no place of a segment.");
            _segments.Add(place, new SegmentedArray<long>());
            int? customer = null;
            foreach (JsonElement number in segment.Value.EnumerateArray())
            {
                if (customer is null)
                {
                    customer = number.GetInt32();
                    if ((uint)customer.Value >= (uint)customers()) throw new FormatException($"{segment.Name}: there is no customer in place {customer}.");
                    continue;
                }

                Join(place, customer.Value, new DateTimeOffset(number.GetInt64(), TimeSpan.Zero));
                customer = null;
            }

            if (customer is not null) throw new FormatException($"{segment.Name}: customer {customer} lacks the time.");
        }
    }

    private long Ticks(int segment, int customer)
        => _segments.TryGetValue(segment, out SegmentedArray<long>? joined) && customer < joined.Count ? joined[customer] : 0;
}
