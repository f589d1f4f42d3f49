using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>Everything that the four services sent, in order.</summary>
public sealed class Outbox : IReadOnlyList<OutboxMessage>, IStatePart
{
    private readonly World _world;
    private readonly SegmentedArray<OutboxMessage> _messages = new();

    // What listeners are not told of before a trial's end.
    private List<OutboxMessage>? _trial;

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
    /// <exception cref="ArgumentOutOfRangeException">There is no message in that place.</exception>
    public OutboxMessage this[int index]
        => At(index) ?? throw new ArgumentOutOfRangeException(nameof(index), index, $"The outbox has {Count} messages.");

    /// <summary>The messages to one address or handle, which is compared without case.</summary>
    public IReadOnlyList<OutboxMessage> To(string recipient)
        => [.. this.Where(message => message.Recipients.Contains(recipient, StringComparer.OrdinalIgnoreCase))];

    /// <summary>The messages, those that are sent meanwhile included.</summary>
    public IEnumerator<OutboxMessage> GetEnumerator()
    {
        for (int i = 0; At(i) is { } message; i++) yield return message;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A message by its place; null when there is none, as after a restore.</summary>
    internal OutboxMessage? At(int index)
    {
        lock (_world.Gate) return (uint)index < (uint)_messages.Count ? _messages[index] : null;
    }

    internal OutboxMessage Add(OutboxMessage message)
    {
        message = message with { Sequence = _messages.Count + 1 };
        _messages.Add(message);
        if (_trial is not null) _trial.Add(message);
        else _world.Events.Publish(message);
        return message;
    }

    /// <summary>Tells no listener of messages from now on, until <see cref="EndTrial"/>; both are called under the world's lock.</summary>
    internal void BeginTrial() => _trial = [];

    /// <summary>Tells of the messages since the trial began, unless they are taken back.</summary>
    internal void EndTrial(bool keep)
    {
        List<OutboxMessage> trial = _trial ?? [];
        _trial = null;
        if (keep) trial.ForEach(_world.Events.Publish);
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
