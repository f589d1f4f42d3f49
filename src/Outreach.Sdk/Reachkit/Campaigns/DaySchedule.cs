namespace Outreach.Sdk.Reachkit;

/// <summary>One weekday of a schedule.</summary>
public sealed record DaySchedule
{
    /// <summary>False: nothing is sent on this weekday.</summary>
    public bool Enabled { get; init; }

    /// <summary>Own start of the day; null takes the start of default_window.</summary>
    public string? Start { get; init; }

    /// <summary>Own end of the day; null takes the end of default_window.</summary>
    public string? End { get; init; }
}
