namespace Outreach.FakeServer.Reachkit;

/// <summary>A time of day in which a campaign sends; the start is in it, the end is not.</summary>
/// <param name="Start">First minute.</param>
/// <param name="End">First minute after it.</param>
internal readonly record struct SendingWindow(ScheduleTime Start, ScheduleTime End)
{
    /// <summary>Whether the end is later than the start.</summary>
    public bool IsForward => Start < End;

    /// <summary>Whether a time is in the window.</summary>
    public bool Contains(ScheduleTime time) => Start <= time && time < End;
}
