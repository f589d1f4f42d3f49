using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change. Segment, channels, templates, type and recurrence can change only in DRAFT.</summary>
public sealed record UpdateCampaignRequest
{
    /// <summary>Name. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>Target segment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SegmentId { get; init; }

    /// <summary>Enabled channels, none twice. At least 1 item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<Channel> Channels { get; init; }

    /// <summary>Template for EMAIL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> EmailTemplateId { get; init; }

    /// <summary>Template for SMS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SmsTemplateId { get; init; }

    /// <summary>Template for PUSH.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PushTemplateId { get; init; }

    /// <summary>IANA time zone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Timezone { get; init; }

    /// <summary>
    /// ONE_TIME: one send at scheduledAt. RECURRING: repeats by cron pattern. TRIGGERED: sends on an event. JOURNEY: driven by a
    /// journey.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CampaignType> Type { get; init; }

    /// <summary>Cron expression.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> RecurPattern { get; init; }

    /// <summary>End of the recurrence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> RecurEndAt { get; init; }
}
