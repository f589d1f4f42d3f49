namespace Outreach.Sdk.Markus;

/// <summary>Figures of one campaign.</summary>
public sealed record CampaignAnalytics
{
    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005;
    /// <c>paused</c> and <c>completed</c> are inferred.
    /// </summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Days covered, both inclusive, UTC.</summary>
    public DateRange Period { get => field ?? new(); init; }

    /// <summary>How far the campaign's contacts got (distinct contacts, whole lifetime).</summary>
    public CampaignFunnel Funnel { get => field ?? new(); init; }

    /// <summary>Message figures within a period, by the time of the event.</summary>
    public MessageCounts Messages { get => field ?? new(); init; }

    /// <summary>Rates over the same period.</summary>
    public EngagementRates Rates { get => field ?? new(); init; }

    /// <summary>Per channel with at least one message in the period.</summary>
    public IReadOnlyList<ChannelMetrics> ByChannel { get => field ?? []; init; }

    /// <summary>Per step of the sequence.</summary>
    public IReadOnlyList<StepMetrics> ByStep { get => field ?? []; init; }

    /// <summary>One point per day of the period, days without activity included.</summary>
    public IReadOnlyList<PerformancePoint> Daily { get => field ?? []; init; }
}
