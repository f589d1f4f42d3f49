namespace Outreach.Sdk.Markus;

/// <summary><c>campaign.created</c>. Fires when a campaign has been created.</summary>
public sealed record CampaignCreatedEvent : WebhookEvent
{
    /// <summary>The campaign after the change. Only its id, name and status are certain to be there.</summary>
    public CampaignEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.CampaignCreated;
}
