using System.Collections.Concurrent;
using System.Diagnostics;

namespace Outreach.FakeServer;

/// <summary>
/// Delivers the webhooks of a world: to a handler in the process, or to a URL. Deliveries to one endpoint keep their order;
/// endpoints wait for nobody else.
/// </summary>
public sealed class WebhookHub
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly World _world;
    private readonly ConcurrentDictionary<string, Queue<OutgoingWebhook>> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _workers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private HttpMessageInvoker? _receiver;

    internal WebhookHub(World world) => _world = world;

    /// <summary>Delivers to a handler in the process, such as that of a TestServer, whatever the endpoints' URLs say.</summary>
    public void DeliverTo(HttpMessageHandler handler) => _receiver = new HttpMessageInvoker(handler, disposeHandler: false);

    /// <summary>Queues a delivery; <see cref="Deliver"/> begins it once the world's lock is free.</summary>
    internal void Send(OutgoingWebhook webhook)
    {
        lock (_lock) _queues.GetOrAdd(webhook.Api + " " + webhook.Endpoint, static _ => new Queue<OutgoingWebhook>()).Enqueue(webhook);
    }

    /// <summary>Begins what is queued.</summary>
    internal void Deliver()
    {
        if (_queues.IsEmpty) return;
        lock (_lock)
        {
            foreach ((string endpoint, Queue<OutgoingWebhook> queue) in _queues)
                if (queue.Count > 0 && (!_workers.TryGetValue(endpoint, out Task? worker) || worker.IsCompleted)) _workers[endpoint] = Task.Run(() => WorkAsync(queue));
        }
    }

    /// <summary>Waits until nothing is queued or under way.</summary>
    internal async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Deliver();
            Task[] workers = [.. _workers.Values.Where(worker => !worker.IsCompleted)];
            if (workers.Length == 0) return;
            await Task.WhenAll(workers).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(Queue<OutgoingWebhook> queue)
    {
        while (true)
        {
            OutgoingWebhook? webhook;
            lock (_lock)
                if (!queue.TryDequeue(out webhook)) return;
            WebhookOutcome outcome = await AttemptAsync(webhook).ConfigureAwait(false);
            lock (_world.Gate) webhook.Completed(outcome);
        }
    }

    private async Task<WebhookOutcome> AttemptAsync(OutgoingWebhook webhook)
    {
        if (_receiver is not { } receiver) return new WebhookOutcome(null, "no receiver: call fake.Webhooks.DeliverTo", TimeSpan.Zero);
        using HttpRequestMessage request = new(HttpMethod.Post, webhook.Url) { Content = new ReadOnlyMemoryContent(webhook.Body) };
        foreach ((string name, string value) in webhook.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        using CancellationTokenSource limit = new(Limit);
        long start = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await receiver.SendAsync(request, limit.Token).ConfigureAwait(false);
            return new WebhookOutcome((int)response.StatusCode, null, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new WebhookOutcome(null, e is OperationCanceledException ? "timeout" : "connection failed", Stopwatch.GetElapsedTime(start));
        }
    }
}
