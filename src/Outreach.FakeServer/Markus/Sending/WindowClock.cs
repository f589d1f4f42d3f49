using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>When a campaign may send, by its send window in its own time zone.</summary>
internal sealed class WindowClock
{
    // No clock is changed by less.
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

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
        while (true)
        {
            // As long as the clock is not changed, the window opens by plain arithmetic; a change can open it, or pass over its beginning.
            TimeSpan offset = _zone.GetUtcOffset(at);
            DateTimeOffset opening = Opening(at, offset);
            if (opening == at || _zone.GetUtcOffset(opening) == offset) return opening;
            at = Change(at, opening);
        }
    }

    /// <summary>The first instant of the window after a local day.</summary>
    public DateTimeOffset After(int localDay)
    {
        DateTimeOffset midnight = new(DateOnly.FromDayNumber(localDay + 1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        DateTimeOffset at = midnight - _zone.GetUtcOffset(midnight);
        while (LocalDay(at) <= localDay) at += Quarter;
        while (LocalDay(at - Quarter) > localDay) at -= Quarter;
        return Next(at);
    }

    // The first instant of the window if the clock were never changed.
    private DateTimeOffset Opening(DateTimeOffset at, TimeSpan offset)
    {
        DateTime local = at.UtcDateTime + offset;
        DateTime day = local.Date;
        if (_days[(int)day.DayOfWeek] && local.TimeOfDay < _end)
        {
            if (local.TimeOfDay >= _start) return at;
        }
        else
        {
            do day = day.AddDays(1);
            while (!_days[(int)day.DayOfWeek]);
        }

        return new DateTimeOffset(day + _start - offset, TimeSpan.Zero);
    }

    // The minute of the one change of the clock between two instants.
    private DateTimeOffset Change(DateTimeOffset before, DateTimeOffset after)
    {
        TimeSpan offset = _zone.GetUtcOffset(before);
        long low = before.UtcTicks / TimeSpan.TicksPerMinute;
        long high = after.UtcTicks / TimeSpan.TicksPerMinute;
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            if (_zone.GetUtcOffset(new DateTimeOffset(middle * TimeSpan.TicksPerMinute, TimeSpan.Zero)) == offset) low = middle;
            else high = middle;
        }

        return new DateTimeOffset(high * TimeSpan.TicksPerMinute, TimeSpan.Zero);
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
