using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>Everything that the four services sent, in order.</summary>
public sealed class Outbox : IReadOnlyList<OutboxMessage>, IStatePart
{
    private readonly World _world;
    private readonly SegmentedArray<OutboxMessage> _messages = new();

    internal Outbox(World world) => _world = world;

    string IStatePart.Name => "outbox";

    /// <summary>How many messages were sent.</summary>
    public int Count
    {
        get
        {
            lock (_world.Gate) return _messages.Count;
        }
    }

    /// <summary>A message by its place, from 0.</summary>
    public OutboxMessage this[int index]
    {
        get
        {
            lock (_world.Gate) return _messages[index];
        }
    }

    /// <summary>The messages to one address or handle, which is compared without case.</summary>
    public IReadOnlyList<OutboxMessage> To(string recipient)
        => [.. this.Where(message => message.Recipients.Contains(recipient, StringComparer.OrdinalIgnoreCase))];

    /// <inheritdoc/>
    public IEnumerator<OutboxMessage> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal OutboxMessage Add(OutboxMessage message)
    {
        message = message with { Sequence = _messages.Count + 1 };
        _messages.Add(message);
        _world.Events.Publish(message);
        return message;
    }

    object IStatePart.Capture() => _messages.Take();

    void IStatePart.Restore(object capture) => _messages.Restore((SegmentedArray<OutboxMessage>.Capture)capture);

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        for (int i = 0; i < _messages.Count; i++) JsonSerializer.Serialize(writer, _messages[i], EngineJson.Default.OutboxMessage);
        writer.WriteEndArray();
    }

    void IStatePart.Read(JsonElement value)
    {
        JsonTypeInfo<OutboxMessage> type = StateJson.Of(EngineJson.Default.OutboxMessage);
        _messages.Restore(new SegmentedArray<OutboxMessage>().Take());
        foreach (JsonElement message in value.EnumerateArray()) _messages.Add(StateJson.Read(message, type, _messages.Count));
    }
}
