using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>When a campaign may send, by its send window in its own time zone.</summary>
internal sealed class WindowClock
{
    private readonly TimeZoneInfo _zone;
    private readonly bool[] _days = new bool[7];
    private readonly TimeSpan _start;
    private readonly TimeSpan _end;

    public WindowClock(CampaignSettings settings)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Timezone);
        _start = Time(settings.SendWindow.Start);
        _end = Time(settings.SendWindow.End);
        foreach (SendDay day in settings.SendWindow.Days) _days[Weekday(day)] = true;
    }

    /// <summary>Whether a name stands for a time zone.</summary>
    public static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.HasIanaId;

    /// <summary>The local day of an instant, as a day number.</summary>
    public int LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime).DayNumber;

    /// <summary>The first instant at or after another one that lies inside the window.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        DateTime local = TimeZoneInfo.ConvertTime(at, _zone).DateTime;
        if (_days[(int)local.DayOfWeek] && local.TimeOfDay >= _start && local.TimeOfDay < _end) return at;
        int day = DateOnly.FromDateTime(local).DayNumber;
        if (local.TimeOfDay >= _start || Opening(day) is not { } opening) return FirstOpening(day + 1);
        return opening >= at ? opening : Reopening(day);
    }

    /// <summary>The first instant of the window after a local day.</summary>
    public DateTimeOffset After(int localDay) => FirstOpening(localDay + 1);

    private DateTimeOffset FirstOpening(int day)
    {
        while (true)
        {
            if (Opening(day) is { } opening) return opening;
            day++;
        }
    }

    // A window that begins in the hour that a change to summer time leaves out begins with the first minute that exists; of an
    // hour that comes twice, the first counts.
    private DateTimeOffset? Opening(int dayNumber)
    {
        DateTime day = DateOnly.FromDayNumber(dayNumber).ToDateTime(TimeOnly.MinValue);
        if (!_days[(int)day.DayOfWeek]) return null;
        for (TimeSpan time = _start; time < _end; time += TimeSpan.FromMinutes(1))
        {
            DateTime local = day + time;
            if (_zone.IsInvalidTime(local)) continue;
            TimeSpan offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
            return new DateTimeOffset(local, offset).ToUniversalTime();
        }

        return null;
    }

    // After a change back from summer time the clock runs through the window's beginning once more, with the window open since.
    private DateTimeOffset Reopening(int dayNumber)
    {
        DateTime local = DateOnly.FromDayNumber(dayNumber).ToDateTime(TimeOnly.MinValue) + _start;
        return new DateTimeOffset(local, _zone.GetAmbiguousTimeOffsets(local).Min()).ToUniversalTime();
    }

    private static TimeSpan Time(string text) => TimeSpan.ParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture);

    private static int Weekday(SendDay day) => day.Value switch
    {
        "mon" => 1,
        "tue" => 2,
        "wed" => 3,
        "thu" => 4,
        "fri" => 5,
        "sat" => 6,
        _ => 0,
    };
}
