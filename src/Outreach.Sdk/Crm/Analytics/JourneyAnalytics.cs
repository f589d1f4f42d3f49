namespace Outreach.Sdk.Crm;

/// <summary>All journeys of a tenant.</summary>
public sealed record JourneyAnalytics
{
    /// <summary>The tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Journeys.</summary>
    public int TotalJourneys { get; init; }

    /// <summary>ACTIVE journeys.</summary>
    public int ActiveJourneys { get; init; }

    /// <summary>Enrolled.</summary>
    public int TotalEnrolled { get; init; }

    /// <summary>Completed.</summary>
    public int TotalCompleted { get; init; }

    /// <summary>Exited.</summary>
    public int TotalExited { get; init; }

    /// <summary>Active now.</summary>
    public int ActiveEnrollments { get; init; }

    /// <summary>Completed per enrolled customer, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? CompletionRate { get; init; }

    /// <summary>Every journey, most enrollments first.</summary>
    public IReadOnlyList<JourneyPerformance> Journeys { get => field ?? []; init; }

    /// <summary>When this was computed.</summary>
    public DateTimeOffset GeneratedAt { get; init; }
}
