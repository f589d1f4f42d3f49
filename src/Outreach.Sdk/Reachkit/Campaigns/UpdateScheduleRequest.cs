using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to a schedule; what is left out stays.</summary>
public sealed record UpdateScheduleRequest
{
    /// <summary>IANA zone that a schedule accepts (26 of them).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ScheduleTimezone> Timezone { get; init; }

    /// <summary>Default window; rounded to the half-hour grid when stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateTimeWindow> DefaultWindow { get; init; }

    /// <summary>Any of the weekdays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateScheduleDays> Days { get; init; }
}
