namespace Outreach.Sdk.Crm;

/// <summary>One customer's way through a journey.</summary>
public sealed record JourneyEnrollment
{
    /// <summary>Identifier of the enrollment; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The journey.</summary>
    public string JourneyId { get => field ?? ""; init; }

    /// <summary>The customer.</summary>
    public string CustomerId { get => field ?? ""; init; }

    /// <summary>
    /// State of one customer inside one journey. The type name is published, its values are read off the journey counters.
    /// </summary>
    public EnrollmentStatus Status { get; init; }

    /// <summary>Step the customer is at; null once finished.</summary>
    public string? CurrentStepId { get; init; }

    /// <summary>When the customer entered.</summary>
    public DateTimeOffset EnrolledAt { get; init; }

    /// <summary>End of the current wait.</summary>
    public DateTimeOffset? NextActionAt { get; init; }

    /// <summary>When the end was reached.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When the customer left early.</summary>
    public DateTimeOffset? ExitedAt { get; init; }

    /// <summary>Why: manual, customer_merged, customer_deleted, journey_archived, or a caller's text.</summary>
    public string? ExitReason { get; init; }
}
