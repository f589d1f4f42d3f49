using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change. The source cannot change.</summary>
public sealed record UpdatePromotionRequest
{
    /// <summary>Send by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> AutoPromote { get; init; }

    /// <summary>Channels to use, none twice. At least 1 item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<PromotionChannel> Channels { get; init; }

    /// <summary>When to announce.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> AnnounceAt { get; init; }

    /// <summary>Days before the event on which to remind: each 1 to 365 and none twice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<int> ReminderDays { get; init; }

    /// <summary>Whom to tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SegmentId { get; init; }

    /// <summary>Template for EMAIL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SmsTemplateId { get; init; }

    /// <summary>Text for social posts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SocialContent { get; init; }

    /// <summary>Name of the event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SourceName { get; init; }

    /// <summary>Start of the event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> SourceDate { get; init; }

    /// <summary>Whether it is in force.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsActive { get; init; }
}
