using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A set of customers.</summary>
public sealed record Segment
{
    /// <summary>Identifier of the segment; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Name, unique per tenant.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Purpose.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// STATIC: members are kept by hand. DYNAMIC: members are computed from criteria. SMART: scored by a model. IMPORT: loaded from
    /// a file; appears in the data model only and cannot be created here.
    /// </summary>
    public SegmentType Type { get; init; }

    /// <summary>Rules; null for STATIC.</summary>
    public SegmentCriteria? Criteria { get; init; }

    /// <summary>Whether it may be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>Current number of members.</summary>
    public int MemberCount { get; init; }

    /// <summary>Last computation of the members.</summary>
    public DateTimeOffset? LastRefreshedAt { get; init; }

    /// <summary>Id of the copy in the messaging service.</summary>
    public string? MessagingSegmentId { get; init; }

    /// <summary>Last sync.</summary>
    public DateTimeOffset? LastSyncedAt { get; init; }

    /// <summary>User id of the creator.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Club the segment is limited to.</summary>
    public string? ClubId { get; init; }

    /// <summary>How often the server recomputes members by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentRefreshFrequency? RefreshFrequency { get; init; }

    /// <summary>Managed by the platform; cannot be changed or deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSystem { get; init; }
}
