namespace Outreach.Sdk.Crm;

/// <summary>How an event is promoted.</summary>
public sealed record Promotion
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

    /// <summary>Start of the event.</summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>Template for EMAIL.</summary>
    public string? EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    public string? SmsTemplateId { get; init; }

    /// <summary>Text for social posts.</summary>
    public string? SocialContent { get; init; }

    /// <summary>Last sent promotion.</summary>
    public DateTimeOffset? LastPromotedAt { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool IsActive { get; init; }

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<PromotionHistoryEntry> PromotionHistory { get => field ?? []; init; }

    /// <summary>User id of the creator.</summary>
    public string CreatedBy { get => field ?? ""; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
