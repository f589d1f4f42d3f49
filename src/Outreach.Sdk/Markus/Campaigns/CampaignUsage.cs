namespace Outreach.Sdk.Markus;

/// <summary>Campaign usage in the current billing period.</summary>
public sealed record CampaignUsage
{
    /// <summary>Start of the billing period (inclusive).</summary>
    public DateTimeOffset PeriodStart { get; init; }

    /// <summary>End of the billing period (exclusive).</summary>
    public DateTimeOffset PeriodEnd { get; init; }

    /// <summary>Plan-funded campaigns created in the period.</summary>
    public int CampaignsUsed { get; init; }

    /// <summary>Campaigns that the plan allows per period; null for unlimited.</summary>
    public int? CampaignsLimit { get; init; }

    /// <summary>Limit minus used, at least 0; null for unlimited.</summary>
    public int? CampaignsRemaining { get; init; }

    /// <summary>Agent credits that could fund further campaigns.</summary>
    public int CreditsBalance { get; init; }

    /// <summary>Campaigns per status.</summary>
    public CampaignStatusCounts ByStatus { get => field ?? new(); init; }

    /// <summary>Usage per campaign that is not deleted, newest first; only the one asked for when <c>campaign_id</c> is given.</summary>
    public IReadOnlyList<CampaignUsageItem> Campaigns { get => field ?? []; init; }
}
