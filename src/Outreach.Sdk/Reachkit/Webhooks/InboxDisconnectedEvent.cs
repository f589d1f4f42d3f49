namespace Outreach.Sdk.Reachkit;

/// <summary><c>inbox.disconnected</c>: an inbox lost its connection.</summary>
public sealed record InboxDisconnectedEvent : ReachkitWebhookEvent
{
    /// <summary>Ids of an inbox event. Read the rest through the API.</summary>
    public InboxEventData Data { get => field ?? new(); init; }

    private protected override ReachkitWebhookEventType Kind => ReachkitWebhookEventType.InboxDisconnected;
}
