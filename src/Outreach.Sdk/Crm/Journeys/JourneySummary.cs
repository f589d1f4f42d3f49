namespace Outreach.Sdk.Crm;

/// <summary>Short form of a journey, as lists return it.</summary>
public sealed record JourneySummary
{
    /// <summary>Identifier of the journey; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name, unique per tenant.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// DRAFT: being built. ACTIVE: enrolls and runs. PAUSED: neither enrolls nor moves anyone. ARCHIVED: closed for good.
    /// </summary>
    public JourneyStatus Status { get; init; }

    /// <summary>Event that enrolls, or MANUAL.</summary>
    public string TriggerType { get => field ?? ""; init; }

    /// <summary>Enrollments ever.</summary>
    public int TotalEnrolled { get; init; }

    /// <summary>Completed enrollments.</summary>
    public int TotalCompleted { get; init; }

    /// <summary>Early exits.</summary>
    public int TotalExited { get; init; }

    /// <summary>Number of steps.</summary>
    public int StepsCount { get; init; }

    /// <summary>First activation.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }
}
