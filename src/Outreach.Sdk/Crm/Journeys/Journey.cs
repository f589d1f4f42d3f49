using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>An automated sequence of steps.</summary>
public sealed record Journey
{
    /// <summary>Identifier of the journey; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Name, unique per tenant.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Purpose.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// DRAFT: being built. ACTIVE: enrolls and runs. PAUSED: neither enrolls nor moves anyone. ARCHIVED: closed for good.
    /// </summary>
    public JourneyStatus Status { get; init; }

    /// <summary>
    /// Event that enrolls (e.g. scl.member.created, teetime.booked, teetime.completed, payment.failed, engagement.dropped) or
    /// MANUAL.
    /// </summary>
    public string TriggerType { get => field ?? ""; init; }

    /// <summary>Extra conditions on the trigger.</summary>
    public JourneyTriggerConfig? TriggerConfig { get; init; }

    /// <summary>Whether a customer may enter again after leaving.</summary>
    public bool AllowReentry { get; init; }

    /// <summary>IANA time zone for waits.</summary>
    public string Timezone { get => field ?? ""; init; }

    /// <summary>Enrollments ever.</summary>
    public int TotalEnrolled { get; init; }

    /// <summary>Completed enrollments.</summary>
    public int TotalCompleted { get; init; }

    /// <summary>Early exits.</summary>
    public int TotalExited { get; init; }

    /// <summary>Enrollments that are ACTIVE now.</summary>
    public int ActiveEnrollments { get; init; }

    /// <summary>First activation.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>User id of the creator.</summary>
    public string CreatedBy { get => field ?? ""; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Club it belongs to.</summary>
    public string? ClubId { get; init; }

    /// <summary>Linked campaign of type JOURNEY; one journey per campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Upper limit of simultaneous ACTIVE enrollments.</summary>
    public int? MaxEnrollments { get; init; }

    /// <summary>Latest pause.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Present with include=steps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JourneyStep>? Steps { get; init; }

    /// <summary>Present with include=enrollments: the 100 newest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JourneyEnrollment>? Enrollments { get; init; }
}
