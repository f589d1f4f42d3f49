using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new journey; it starts as DRAFT.</summary>
public sealed record CreateJourneyRequest
{
    /// <summary>Tenant that will own the journey. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Name, unique per tenant. 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Event that enrolls, or MANUAL. 1 to 100 characters.</summary>
    public required string TriggerType { get; init; }

    /// <summary>Extra conditions on the trigger; all must hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JourneyTriggerConfig? TriggerConfig { get; init; }

    /// <summary>Whether a customer may enter again. Default: <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowReentry { get; init; }

    /// <summary>IANA time zone. Default: <c>Africa/Johannesburg</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    /// <summary>Club it belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClubId { get; init; }

    /// <summary>Linked campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CampaignId { get; init; }

    /// <summary>Upper limit of simultaneous enrollments. At least 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxEnrollments { get; init; }
}
