using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new campaign; it starts as DRAFT.</summary>
public sealed record CreateCampaignRequest
{
    /// <summary>Tenant that will own the campaign. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Club it belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClubId { get; init; }

    /// <summary>Name. 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>
    /// ONE_TIME: one send at scheduledAt. RECURRING: repeats by cron pattern. TRIGGERED: sends on an event. JOURNEY: driven by a
    /// journey. Default: <c>ONE_TIME</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CampaignType? Type { get; init; }

    /// <summary>Target segment; needed before scheduling.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }

    /// <summary>Enabled channels, none twice. At least 1 item.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Template for EMAIL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SmsTemplateId { get; init; }

    /// <summary>IANA time zone. Default: <c>UTC</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    /// <summary>Template for PUSH.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PushTemplateId { get; init; }

    /// <summary>Planned start; does not schedule by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Cron expression, five fields, for RECURRING.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecurPattern { get; init; }

    /// <summary>End of the recurrence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RecurEndAt { get; init; }
}
