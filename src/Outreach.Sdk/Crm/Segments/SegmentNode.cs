using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A part of segment criteria: one <see cref="SegmentRule"/>, or a group of parts (<see cref="SegmentCriteria"/>).</summary>
[JsonConverter(typeof(SegmentNodeConverter))]
public abstract record SegmentNode
{
    private protected SegmentNode() { }
}
