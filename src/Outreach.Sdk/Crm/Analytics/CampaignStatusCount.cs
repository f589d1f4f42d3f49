namespace Outreach.Sdk.Crm;

/// <summary>Campaigns in one state.</summary>
public sealed record CampaignStatusCount
{
    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Campaigns.</summary>
    public int Count { get; init; }
}
