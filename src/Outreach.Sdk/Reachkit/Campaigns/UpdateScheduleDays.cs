using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Any of the weekdays.</summary>
public sealed record UpdateScheduleDays
{
    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Monday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Tuesday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Wednesday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Thursday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Friday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Saturday { get; init; }

    /// <summary>Changes to one weekday; what is left out stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<UpdateDaySchedule> Sunday { get; init; }
}
