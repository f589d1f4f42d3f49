namespace Outreach.Sdk.Crm;

/// <summary>
/// Campaigns of a period. A campaign counts when it started within the period, or, if it never started, was created within it.
/// </summary>
public sealed record CampaignAnalytics
{
    /// <summary>The tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Start of the period.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>End of the period.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Campaigns counted.</summary>
    public int TotalCampaigns { get; init; }

    /// <summary>All states.</summary>
    public IReadOnlyList<CampaignStatusCount> ByStatus { get => field ?? []; init; }

    /// <summary>Sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Delivered.</summary>
    public int DeliveredCount { get; init; }

    /// <summary>Opened.</summary>
    public int OpenedCount { get; init; }

    /// <summary>Clicked.</summary>
    public int ClickedCount { get; init; }

    /// <summary>Converted.</summary>
    public int ConvertedCount { get; init; }

    /// <summary>Unsubscribed.</summary>
    public int UnsubscribedCount { get; init; }

    /// <summary>Bounced.</summary>
    public int BouncedCount { get; init; }

    /// <summary>Delivered per sent message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? DeliveryRate { get; init; }

    /// <summary>Opened per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? OpenRate { get; init; }

    /// <summary>Clicked per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ClickRate { get; init; }

    /// <summary>Converted per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ConversionRate { get; init; }

    /// <summary>Per message channel.</summary>
    public IReadOnlyList<CampaignChannelStats> ByChannel { get => field ?? []; init; }

    /// <summary>Up to ten, by openRate.</summary>
    public IReadOnlyList<CampaignPerformance> TopCampaigns { get => field ?? []; init; }

    /// <summary>When this was computed.</summary>
    public DateTimeOffset GeneratedAt { get; init; }
}
