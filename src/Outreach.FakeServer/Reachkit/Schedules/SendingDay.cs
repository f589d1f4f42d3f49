namespace Outreach.FakeServer.Reachkit;

/// <summary>One weekday of a schedule.</summary>
/// <param name="Enabled">False: nothing is sent on it.</param>
/// <param name="Start">Own start, or null for that of the default window.</param>
/// <param name="End">Own end, or null for that of the default window.</param>
internal readonly record struct SendingDay(bool Enabled, ScheduleTime? Start, ScheduleTime? End)
{
    /// <summary>Gives the day's times, each of the two falling back by itself, whether or not the day is enabled.</summary>
    public SendingWindow Within(SendingWindow defaults) => new(Start ?? defaults.Start, End ?? defaults.End);
}
