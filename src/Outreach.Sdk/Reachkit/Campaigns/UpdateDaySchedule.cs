using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to one weekday; what is left out stays.</summary>
public sealed record UpdateDaySchedule
{
    /// <summary>Send on this weekday or not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Enabled { get; init; }

    /// <summary>HH:MM of its own, or null for the default window.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Start { get; init; }

    /// <summary>HH:MM of its own, or null for the default window.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> End { get; init; }
}
