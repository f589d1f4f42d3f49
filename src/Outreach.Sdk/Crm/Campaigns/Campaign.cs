using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A message to a segment over one or more channels.</summary>
public sealed record Campaign
{
    /// <summary>Identifier of the campaign; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Club it belongs to.</summary>
    public string? ClubId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Purpose.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// ONE_TIME: one send at scheduledAt. RECURRING: repeats by cron pattern. TRIGGERED: sends on an event. JOURNEY: driven by a
    /// journey.
    /// </summary>
    public CampaignType Type { get; init; }

    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Enabled channels.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>Target segment.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Name of the target segment.</summary>
    public string? SegmentName { get; init; }

    /// <summary>Template for EMAIL, held by the messaging service.</summary>
    public string? EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    public string? SmsTemplateId { get; init; }

    /// <summary>Planned start.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>IANA time zone for schedule and cron pattern.</summary>
    public string Timezone { get => field ?? ""; init; }

    /// <summary>Customers in the segment when the send started (an estimate before).</summary>
    public int TargetCount { get; init; }

    /// <summary>Messages sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Messages delivered.</summary>
    public int DeliveredCount { get; init; }

    /// <summary>Messages opened.</summary>
    public int OpenedCount { get; init; }

    /// <summary>Messages with a click.</summary>
    public int ClickedCount { get; init; }

    /// <summary>User id of the creator.</summary>
    public string CreatedBy { get => field ?? ""; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Template for PUSH.</summary>
    public string? PushTemplateId { get; init; }

    /// <summary>First transition to ACTIVE.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Transition to COMPLETED.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Cron expression, five fields, for RECURRING.</summary>
    public string? RecurPattern { get; init; }

    /// <summary>End of the recurrence.</summary>
    public DateTimeOffset? RecurEndAt { get; init; }

    /// <summary>Conversions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ConvertedCount { get; init; }

    /// <summary>Unsubscribes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UnsubscribedCount { get; init; }

    /// <summary>Bounces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BouncedCount { get; init; }

    /// <summary>Delivered per sent message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? DeliveryRate { get; init; }

    /// <summary>Opened per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? OpenRate { get; init; }

    /// <summary>Clicked per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ClickRate { get; init; }

    /// <summary>Converted per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ConversionRate { get; init; }
}
