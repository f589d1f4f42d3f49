namespace Outreach.Sdk.Crm;

/// <summary>Outcome of an enrollment call.</summary>
public sealed record EnrollmentResult
{
    /// <summary>The journey.</summary>
    public string JourneyId { get => field ?? ""; init; }

    /// <summary>New enrollments.</summary>
    public int EnrolledCount { get; init; }

    /// <summary>Customers left out.</summary>
    public int SkippedCount { get; init; }

    /// <summary>The new enrollments.</summary>
    public IReadOnlyList<JourneyEnrollment> Enrollments { get => field ?? []; init; }

    /// <summary>Who was left out and why.</summary>
    public IReadOnlyList<SkippedEnrollment> Skipped { get => field ?? []; init; }
}
