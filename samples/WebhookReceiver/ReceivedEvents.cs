using System.Collections.Concurrent;
using Outreach.Sdk.Markus;

namespace WebhookReceiver;

/// <summary>What arrived, printed as it came.</summary>
internal sealed class ReceivedEvents
{
    private readonly ConcurrentQueue<WebhookEvent> _events = [];

    public int Count => _events.Count;

    public bool Has<TEvent>() where TEvent : WebhookEvent => _events.OfType<TEvent>().Any();

    public async Task AddAsync(WebhookEvent received)
    {
        _events.Enqueue(received);
        await Console.Out.WriteLineAsync($"receiver     {received.CreatedAt:ddd HH:mm:ss} {received.Type}");
    }
}
