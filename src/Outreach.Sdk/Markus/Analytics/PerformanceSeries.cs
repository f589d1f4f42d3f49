namespace Outreach.Sdk.Markus;

/// <summary>Figures over time.</summary>
public sealed record PerformanceSeries
{
    /// <summary>Days covered, both inclusive, UTC.</summary>
    public DateRange Period { get => field ?? new(); init; }

    /// <summary>Length of an interval. Weeks start on Monday; months on the 1st. The first point may start before the period.</summary>
    public PerformanceInterval Interval { get; init; }

    /// <summary>Campaign filter, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Points in time order, empty intervals included.</summary>
    public IReadOnlyList<PerformancePoint> Points { get => field ?? []; init; }

    /// <summary>Message figures within a period, by the time of the event.</summary>
    public MessageCounts Totals { get => field ?? new(); init; }
}
