namespace Outreach.Sdk.Crm;

/// <summary>A group of rules. Groups may be nested: an entry of rules is either a rule or another group.</summary>
public sealed record SegmentCriteria : SegmentNode
{
    /// <summary>Whether all rules must hold or any of them.</summary>
    public Combinator Combinator { get; init; }

    /// <summary>Rules and nested groups; at least one.</summary>
    public IReadOnlyList<SegmentNode> Rules { get => field ?? []; init; }
}
