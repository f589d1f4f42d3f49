namespace Outreach.Sdk.Reachkit;

/// <summary><c>campaign.email_sent</c>, <c>lead.replied</c>, <c>lead.bounced</c> or <c>lead.unsubscribed</c>: something happened between a campaign and a lead.</summary>
public sealed record LeadEvent : ReachkitWebhookEvent
{
    /// <summary>Ids of a lead event. Read the rest through the API.</summary>
    public LeadEventData Data { get => field ?? new(); init; }

    private protected override ReachkitWebhookEventType Kind => default;
}
