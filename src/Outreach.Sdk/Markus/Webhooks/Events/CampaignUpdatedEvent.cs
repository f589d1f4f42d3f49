namespace Outreach.Sdk.Markus;

/// <summary><c>campaign.updated</c>. Fires when a campaign has changed, its status included.</summary>
public sealed record CampaignUpdatedEvent : WebhookEvent
{
    /// <summary>The campaign after the change. Only its id, name and status are certain to be there.</summary>
    public CampaignEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.CampaignUpdated;
}
