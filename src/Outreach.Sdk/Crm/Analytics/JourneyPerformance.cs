namespace Outreach.Sdk.Crm;

/// <summary>Counters of one journey.</summary>
public sealed record JourneyPerformance
{
    /// <summary>The journey.</summary>
    public string JourneyId { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// DRAFT: being built. ACTIVE: enrolls and runs. PAUSED: neither enrolls nor moves anyone. ARCHIVED: closed for good.
    /// </summary>
    public JourneyStatus Status { get; init; }

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
}
