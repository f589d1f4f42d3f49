using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change. The type cannot change.</summary>
public sealed record UpdateSegmentRequest
{
    /// <summary>Name, unique per tenant. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>New rules; triggers a recomputation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SegmentCriteria> Criteria { get; init; }

    /// <summary>Whether it may be used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsActive { get; init; }

    /// <summary>How often the server recomputes members by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SegmentRefreshFrequency> RefreshFrequency { get; init; }
}
