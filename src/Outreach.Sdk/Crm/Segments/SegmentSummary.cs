namespace Outreach.Sdk.Crm;

/// <summary>Short form of a segment, as lists return it.</summary>
public sealed record SegmentSummary
{
    /// <summary>Identifier of the segment; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name, unique per tenant.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// STATIC: members are kept by hand. DYNAMIC: members are computed from criteria. SMART: scored by a model. IMPORT: loaded from
    /// a file; appears in the data model only and cannot be created here.
    /// </summary>
    public SegmentType Type { get; init; }

    /// <summary>Whether it may be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>Current number of members.</summary>
    public int MemberCount { get; init; }

    /// <summary>Last computation of the members.</summary>
    public DateTimeOffset? LastRefreshedAt { get; init; }

    /// <summary>Id of the copy in the messaging service; null until first synced.</summary>
    public string? MessagingSegmentId { get; init; }

    /// <summary>Last sync to the messaging service.</summary>
    public DateTimeOffset? LastSyncedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
