using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Default window; rounded to the half-hour grid when stored.</summary>
public sealed record UpdateTimeWindow
{
    /// <summary>HH:MM, 24 hours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Start { get; init; }

    /// <summary>HH:MM, 24 hours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> End { get; init; }
}
