namespace Outreach.Sdk.Reachkit;

/// <summary>The seven weekdays.</summary>
public sealed record ScheduleDays
{
    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Monday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Tuesday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Wednesday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Thursday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Friday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Saturday { get => field ?? new(); init; }

    /// <summary>One weekday of a schedule.</summary>
    public DaySchedule Sunday { get => field ?? new(); init; }
}
