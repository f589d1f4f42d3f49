namespace Outreach.Sdk.Reachkit;

/// <summary><c>campaign.launched</c>, <c>campaign.paused</c> or <c>campaign.resumed</c>: a campaign changed state.</summary>
public sealed record CampaignStatusEvent : ReachkitWebhookEvent
{
    /// <summary>Ids of a campaign event. Read the rest through the API.</summary>
    public CampaignEventData Data { get => field ?? new(); init; }

    private protected override ReachkitWebhookEventType Kind => default;
}
