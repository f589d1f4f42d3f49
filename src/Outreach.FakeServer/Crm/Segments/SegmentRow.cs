using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored segment; its members are kept in <see cref="SegmentMembers"/>.</summary>
internal sealed record SegmentRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Segment Value { get; init; }
}
