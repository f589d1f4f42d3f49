namespace Outreach.Sdk.Markus;

/// <summary><c>campaign.deleted</c>. Fires when a campaign has been soft-deleted.</summary>
public sealed record CampaignDeletedEvent : WebhookEvent
{
    /// <summary>The campaign after the change. Only its id, name and status are certain to be there.</summary>
    public CampaignEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.CampaignDeleted;
}
