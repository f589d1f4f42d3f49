namespace Outreach.Sdk.Crm;

/// <summary>Short form of a promotion, as lists return it.</summary>
public sealed record PromotionSummary
{
    /// <summary>Identifier of the promotion; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Club of the event.</summary>
    public string ClubId { get => field ?? ""; init; }

    /// <summary>What is promoted. SPECIAL appears only on the API page.</summary>
    public PromotionSourceType SourceType { get; init; }

    /// <summary>Id of the event in its own service.</summary>
    public string SourceId { get => field ?? ""; init; }

    /// <summary>Name of the event.</summary>
    public string? SourceName { get; init; }

    /// <summary>Whether the server sends announcement and reminders by itself.</summary>
    public bool AutoPromote { get; init; }

    /// <summary>Channels to use.</summary>
    public IReadOnlyList<PromotionChannel> Channels { get => field ?? []; init; }

    /// <summary>When to announce.</summary>
    public DateTimeOffset? AnnounceAt { get; init; }

    /// <summary>Days before the event on which to remind.</summary>
    public IReadOnlyList<int> ReminderDays { get => field ?? []; init; }

    /// <summary>Whom to tell.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Name of the segment.</summary>
    public string? SegmentName { get; init; }

    /// <summary>Last sent promotion.</summary>
    public DateTimeOffset? LastPromotedAt { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool IsActive { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
