using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new segment. criteria is required for DYNAMIC and refused for STATIC.</summary>
public sealed record CreateSegmentRequest
{
    /// <summary>Tenant that will own the segment. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Name, unique per tenant. 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Kind of segment. Default: <c>DYNAMIC</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentType? Type { get; init; }

    /// <summary>A group of rules. Groups may be nested: an entry of rules is either a rule or another group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentCriteria? Criteria { get; init; }

    /// <summary>Limit to a club.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClubId { get; init; }

    /// <summary>How often the server recomputes members by itself. Default: <c>DAILY</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentRefreshFrequency? RefreshFrequency { get; init; }

    /// <summary>Whether it may be used. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsActive { get; init; }
}
