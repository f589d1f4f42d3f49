using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// One person across all connected services. Fields after updatedAt come from the published profile model and may be missing from a
/// response.
/// </summary>
public sealed record Customer
{
    /// <summary>Identifier of the profile; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Tenant that owns the profile.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>E-mail address, trimmed and lower case.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number in E.164 form, e.g. +27821234567.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Life of a profile. MERGED and DELETED are set by the server only.</summary>
    public CustomerStatus Status { get; init; }

    /// <summary>
    /// Commercial stage: SUBSCRIBER (only an address), LEAD (interest shown), PROSPECT (engaged with content), CUSTOMER (has
    /// bought), MEMBER (active membership), ADVOCATE (refers others), CHURNED (lapsed). PROSPECT is missing from the list filter's
    /// published values but present in the profile model.
    /// </summary>
    public LifecycleStage LifecycleStage { get; init; }

    /// <summary>Membership tier, from the membership service; read-only.</summary>
    public string? MembershipTier { get; init; }

    /// <summary>Membership status, from the membership service; read-only.</summary>
    public string? MembershipStatus { get; init; }

    /// <summary>Golf handicap, from the booking service; read-only.</summary>
    public double? Handicap { get; init; }

    /// <summary>Home club, from the booking service; read-only.</summary>
    public string? HomeClubId { get; init; }

    /// <summary>Name of the home club; read-only.</summary>
    public string? HomeClubName { get; init; }

    /// <summary>Engagement score, 0-100, computed; read-only.</summary>
    public int? EngagementScore { get; init; }

    /// <summary>When engagementScore was computed.</summary>
    public DateTimeOffset? EngagementScoreAt { get; init; }

    /// <summary>Churn risk score, 0-100, computed; read-only.</summary>
    public int? ChurnRiskScore { get; init; }

    /// <summary>When churnRiskScore was computed.</summary>
    public DateTimeOffset? ChurnRiskScoreAt { get; init; }

    /// <summary>Total spend in cents; read-only.</summary>
    public int? LifetimeValue { get; init; }

    /// <summary>Consent to e-mail, mirrored from the messaging service; read-only.</summary>
    public bool EmailOptIn { get; init; }

    /// <summary>Consent to SMS, mirrored; read-only.</summary>
    public bool SmsOptIn { get; init; }

    /// <summary>Consent to push, mirrored; read-only.</summary>
    public bool PushOptIn { get; init; }

    /// <summary>Time of the last recorded activity.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }

    /// <summary>Time of the last tee-time booking; read-only.</summary>
    public DateTimeOffset? LastBookingAt { get; init; }

    /// <summary>Creation time, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>User id at the identity provider; unique over all profiles; the strongest identity key.</summary>
    public string? AuthUserId { get; init; }

    /// <summary>Name to show.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Free labels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Identifiers in legacy and outside systems. Known keys are listed; others may occur.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CustomerExternalIds? ExternalIds { get; init; }

    /// <summary>Member id in the membership service; read-only.</summary>
    public int? SclMemberId { get; init; }

    /// <summary>Player id in the booking service; read-only.</summary>
    public string? TeetimePlayerId { get; init; }

    /// <summary>Contact id in the messaging service; read-only.</summary>
    public string? MessagingContactId { get; init; }

    /// <summary>Consent to WhatsApp, mirrored; read-only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? WhatsappOptIn { get; init; }

    /// <summary>Activities in the last 30 days.</summary>
    [JsonPropertyName("activityCount30d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ActivityCount30d { get; init; }

    /// <summary>Activities in the last 90 days.</summary>
    [JsonPropertyName("activityCount90d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ActivityCount90d { get; init; }

    /// <summary>Bookings in the last 30 days; read-only.</summary>
    [JsonPropertyName("bookingCount30d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BookingCount30d { get; init; }

    /// <summary>Type of the last recorded activity.</summary>
    public string? LastActivityType { get; init; }

    /// <summary>Last e-mail open.</summary>
    public DateTimeOffset? LastEmailOpenAt { get; init; }

    /// <summary>Last e-mail click.</summary>
    public DateTimeOffset? LastEmailClickAt { get; init; }

    /// <summary>Start of membership; read-only.</summary>
    public DateTimeOffset? MemberSince { get; init; }

    /// <summary>End of membership; read-only.</summary>
    public DateTimeOffset? MembershipExpiry { get; init; }

    /// <summary>When the handicap last changed; read-only.</summary>
    public DateTimeOffset? HandicapUpdatedAt { get; init; }

    /// <summary>For a MERGED profile: the profile that took it over.</summary>
    public string? MergedIntoId { get; init; }

    /// <summary>For a DELETED profile: when it was soft-deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
