using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change. While ACTIVE or PAUSED only name and description are accepted.</summary>
public sealed record UpdateJourneyRequest
{
    /// <summary>Name. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Purpose. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>Event that enrolls, or MANUAL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> TriggerType { get; init; }

    /// <summary>Extra conditions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<JourneyTriggerConfig?> TriggerConfig { get; init; }

    /// <summary>Whether a customer may enter again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> AllowReentry { get; init; }

    /// <summary>IANA time zone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Timezone { get; init; }

    /// <summary>Upper limit. At least 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> MaxEnrollments { get; init; }
}
