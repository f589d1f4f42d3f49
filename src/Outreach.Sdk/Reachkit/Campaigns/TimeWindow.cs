namespace Outreach.Sdk.Reachkit;

/// <summary>Sending window in the schedule's zone; start is inside it, end is not.</summary>
public sealed record TimeWindow
{
    /// <summary>HH:MM on a half-hour grid.</summary>
    public string Start { get => field ?? ""; init; }

    /// <summary>HH:MM on a half-hour grid, at most 23:30.</summary>
    public string End { get => field ?? ""; init; }
}
