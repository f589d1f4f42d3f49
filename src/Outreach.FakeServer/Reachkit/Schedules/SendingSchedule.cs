using System.Collections.Immutable;

namespace Outreach.FakeServer.Reachkit;

/// <summary>When a campaign may send, read on the wall clock of its zone (contract sections 3.3 and 6.2).</summary>
/// <param name="Timezone">One of <see cref="ScheduleZones.Names"/>.</param>
/// <param name="DefaultWindow">Times of days that have none of their own.</param>
/// <param name="Days">The seven weekdays, Monday first.</param>
internal sealed record SendingSchedule(string Timezone, SendingWindow DefaultWindow, ImmutableArray<SendingDay> Days)
{
    // A change to or from daylight saving can swallow a window, so one week is not enough.
    private const int SearchedDays = 15;

    // Every zone's offset and change stands on a quarter of an hour, and so does every window.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The schedule of a new campaign: New York, Monday to Friday, 09:00 to 17:00.</summary>
    public static SendingSchedule Default { get; } = new(
        "America/New_York",
        new SendingWindow(new ScheduleTime(9 * 60), new ScheduleTime(17 * 60)),
        [.. Enumerable.Range(0, 7).Select(i => new SendingDay(i < 5, null, null))]);

    /// <summary>Gives the times of a weekday, or null if nothing is sent on it.</summary>
    public SendingWindow? WindowOn(DayOfWeek day)
    {
        var own = Days[ScheduleDays.IndexOf(day)];
        return own.Enabled ? own.Within(DefaultWindow) : null;
    }

    /// <summary>
    /// Gives the field paths of windows that do not end after their start: the default one, then those of the enabled days from Monday on;
    /// and whether they take one of their times from the default one.
    /// </summary>
    public IEnumerable<(string Path, bool UsesDefault)> InvertedWindows()
    {
        if (!DefaultWindow.IsForward) yield return ("default_window", true);
        for (int i = 0; i < Days.Length; i++)
        {
            if (Days[i].Enabled && !Days[i].Within(DefaultWindow).IsForward) yield return ($"days.{ScheduleDays.Names[i]}", Days[i].Start is null || Days[i].End is null);
        }
    }

    /// <summary>Gives the wall clock of the zone at an instant.</summary>
    public DateTime LocalTime(DateTimeOffset instant)
        => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(instant.UtcDateTime, ScheduleZones.Get(Timezone)), DateTimeKind.Unspecified);

    /// <summary>Gives the date in the zone at an instant, by which days and quotas are counted.</summary>
    public DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime(instant));

    /// <summary>Whether the campaign may send at an instant.</summary>
    public bool IsOpen(DateTimeOffset instant)
    {
        var local = LocalTime(instant);
        return WindowOn(local.DayOfWeek) is { } window && window.Contains(new ScheduleTime(local.Hour * 60 + local.Minute));
    }

    /// <summary>Gives the first whole minute at or after an instant at which a window is open; null if there is none.</summary>
    public DateTimeOffset? NextOpenMinute(DateTimeOffset from)
    {
        var first = Ceiling(from, TimeSpan.FromMinutes(1));
        if (IsOpen(first)) return first;
        var end = first.AddDays(SearchedDays);
        for (var at = Ceiling(first, Step); at <= end; at += Step)
        {
            if (IsOpen(at)) return at;
        }

        return null;
    }

    /// <summary>Gives the date in the zone from which the next step is due: calendar days after the last send, not times of 24 hours.</summary>
    public DateOnly DueDate(DateTimeOffset lastSent, int delayDays) => LocalDate(lastSent).AddDays(delayDays);

    /// <summary>Whether the next step is due at an instant, windows apart.</summary>
    public bool IsDue(DateTimeOffset lastSent, int delayDays, DateTimeOffset now) => LocalDate(now) >= DueDate(lastSent, delayDays);

    private static DateTimeOffset Ceiling(DateTimeOffset instant, TimeSpan step)
    {
        long ticks = (instant.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks;
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
