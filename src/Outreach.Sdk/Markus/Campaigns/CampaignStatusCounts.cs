namespace Outreach.Sdk.Markus;

/// <summary>Campaigns per status.</summary>
public sealed record CampaignStatusCounts
{
    /// <summary>Campaigns in status draft.</summary>
    public int Draft { get; init; }

    /// <summary>Campaigns in status active.</summary>
    public int Active { get; init; }

    /// <summary>Campaigns in status paused.</summary>
    public int Paused { get; init; }

    /// <summary>Campaigns in status completed.</summary>
    public int Completed { get; init; }

    /// <summary>Campaigns in status deleted.</summary>
    public int Deleted { get; init; }
}
