namespace Outreach.Sdk.Crm;

/// <summary>Outcome of adding members.</summary>
public sealed record SegmentMembersResult
{
    /// <summary>The segment.</summary>
    public string SegmentId { get => field ?? ""; init; }

    /// <summary>Newly added.</summary>
    public int AddedCount { get; init; }

    /// <summary>Already members.</summary>
    public int SkippedCount { get; init; }

    /// <summary>Members afterwards.</summary>
    public int MemberCount { get; init; }
}
