using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new promotion.</summary>
public sealed record CreatePromotionRequest
{
    /// <summary>Tenant that will own it. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Club of the event.</summary>
    public required string ClubId { get; init; }

    /// <summary>What is promoted. SPECIAL appears only on the API page.</summary>
    public required PromotionSourceType SourceType { get; init; }

    /// <summary>Id of the event in its own service.</summary>
    public required string SourceId { get; init; }

    /// <summary>Send by itself. Default: <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AutoPromote { get; init; }

    /// <summary>Channels to use, none twice. At least 1 item.</summary>
    public required IReadOnlyList<PromotionChannel> Channels { get; init; }

    /// <summary>When to announce.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AnnounceAt { get; init; }

    /// <summary>Days before the event on which to remind: each 1 to 365 and none twice; none when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? ReminderDays { get; init; }

    /// <summary>Whom to tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }

    /// <summary>Template for EMAIL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SmsTemplateId { get; init; }

    /// <summary>Text for social posts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SocialContent { get; init; }

    /// <summary>Name of the event, where the server cannot look it up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceName { get; init; }

    /// <summary>Start of the event, where the server cannot look it up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>Whether it is in force. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsActive { get; init; }
}
