namespace Outreach.Sdk.Reachkit;

/// <summary>Ids of a campaign event.</summary>
public sealed record CampaignEventData
{
    /// <summary>Campaign id.</summary>
    public string CampaignId { get => field ?? ""; init; }
}
