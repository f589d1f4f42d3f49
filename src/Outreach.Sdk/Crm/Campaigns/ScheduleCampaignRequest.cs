using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>When to send. An empty body uses the campaign's own scheduledAt.</summary>
public sealed record ScheduleCampaignRequest
{
    /// <summary>Start, in the future.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>IANA time zone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    /// <summary>Cron expression, five fields; RECURRING only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecurPattern { get; init; }

    /// <summary>End of the recurrence; RECURRING only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RecurEndAt { get; init; }
}
