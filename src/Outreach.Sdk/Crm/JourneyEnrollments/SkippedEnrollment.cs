namespace Outreach.Sdk.Crm;

/// <summary>A customer who was not enrolled.</summary>
public sealed record SkippedEnrollment
{
    /// <summary>The customer.</summary>
    public string CustomerId { get => field ?? ""; init; }

    /// <summary>Why.</summary>
    public EnrollmentSkipReason Reason { get; init; }
}
