using System.Collections.Immutable;
using System.Threading.Channels;

namespace Outreach.FakeServer;

/// <summary>Tells listeners what happens in a world: requests, messages, webhook deliveries. Nobody waits for a slow listener, who loses the oldest.</summary>
internal sealed class WorldEvents
{
    private const int Backlog = 1000;

    private ImmutableList<Channel<object>> _listeners = [];
    private volatile bool _isOver;

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Tells of a <see cref="JournalEntry"/>, an <see cref="OutboxMessage"/> or a <see cref="WebhookAttempt"/>.</summary>
    public void Publish(object happened)
    {
        foreach (Channel<object> listener in _listeners) listener.Writer.TryWrite(happened);
    }

    /// <summary>Listens until the reader's owner calls <see cref="Leave"/>.</summary>
    public Channel<object> Listen()
    {
        Channel<object> channel = Channel.CreateBounded<object>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), channel);
        if (_isOver) channel.Writer.TryComplete();
        return channel;
    }

    /// <summary>Tells all listeners that nothing more happens.</summary>
    public void End()
    {
        _isOver = true;
        foreach (Channel<object> listener in _listeners) listener.Writer.TryComplete();
    }

    /// <summary>Stops listening.</summary>
    public void Leave(Channel<object> channel) => ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Remove(one), channel);
}
