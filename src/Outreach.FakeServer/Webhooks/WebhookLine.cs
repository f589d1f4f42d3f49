namespace Outreach.FakeServer;

/// <summary>The webhooks of one endpoint that wait; all of it is under the hub's lock.</summary>
internal sealed class WebhookLine
{
    /// <summary>The next ones.</summary>
    public Queue<QueuedWebhook> Queue { get; } = new();

    /// <summary>The one that <see cref="WebhookFault.Reorder"/> holds back.</summary>
    public QueuedWebhook? Held { get; set; }

    /// <summary>Whether somebody takes from the queue; changed under the lock, so that nothing is left lying.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Who takes from the queue.</summary>
    public Task Worker { get; set; } = Task.CompletedTask;
}
