namespace Outreach.Sdk.Markus;

/// <summary><c>discovery.completed</c>. Fires when a discovery job has finished successfully.</summary>
public sealed record DiscoveryCompletedEvent : WebhookEvent
{
    /// <summary>The finished job, without its results.</summary>
    public DiscoveryEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.DiscoveryCompleted;
}
