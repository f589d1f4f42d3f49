using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Extra conditions on the trigger; all must hold.</summary>
public sealed record JourneyTriggerConfig
{
    /// <summary>Rules on the customer, in the segment language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SegmentRule>? Conditions { get; init; }

    /// <summary>For a segment-entry trigger: the segment to watch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }
}
