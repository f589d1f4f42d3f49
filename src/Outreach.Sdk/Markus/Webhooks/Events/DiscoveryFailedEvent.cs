namespace Outreach.Sdk.Markus;

/// <summary><c>discovery.failed</c>. Fires when a discovery job has failed.</summary>
public sealed record DiscoveryFailedEvent : WebhookEvent
{
    /// <summary>The finished job, without its results.</summary>
    public DiscoveryEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.DiscoveryFailed;
}
