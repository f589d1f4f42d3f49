namespace Outreach.Sdk.Markus;

/// <summary>Campaigns now.</summary>
public sealed record OverviewCampaignCounts
{
    /// <summary>Not deleted.</summary>
    public int Total { get; init; }

    /// <summary>Drafts.</summary>
    public int Draft { get; init; }

    /// <summary>Active.</summary>
    public int Active { get; init; }

    /// <summary>Paused.</summary>
    public int Paused { get; init; }

    /// <summary>Completed.</summary>
    public int Completed { get; init; }
}
