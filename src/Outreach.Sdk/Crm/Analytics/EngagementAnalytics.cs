namespace Outreach.Sdk.Crm;

/// <summary>State of the customer base now. Counts ACTIVE and INACTIVE profiles; bands leave out profiles without a score.</summary>
public sealed record EngagementAnalytics
{
    /// <summary>The tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>ACTIVE and INACTIVE profiles.</summary>
    public int TotalCustomers { get; init; }

    /// <summary>ACTIVE profiles.</summary>
    public int ActiveCustomers { get; init; }

    /// <summary>Mean score, one decimal.</summary>
    public double? AverageEngagementScore { get; init; }

    /// <summary>Mean score, one decimal.</summary>
    public double? AverageChurnRiskScore { get; init; }

    /// <summary>All five bands, best first.</summary>
    public IReadOnlyList<EngagementBand> EngagementDistribution { get => field ?? []; init; }

    /// <summary>All five bands, worst first.</summary>
    public IReadOnlyList<ChurnRiskBand> ChurnRiskDistribution { get => field ?? []; init; }

    /// <summary>All stages.</summary>
    public IReadOnlyList<LifecycleStageCount> LifecycleDistribution { get => field ?? []; init; }

    /// <summary>Customers who agreed to each channel.</summary>
    public OptInCounts OptIns { get => field ?? new(); init; }

    /// <summary>When this was computed.</summary>
    public DateTimeOffset GeneratedAt { get; init; }
}
