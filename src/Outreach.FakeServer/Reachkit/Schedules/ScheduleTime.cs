using System.Globalization;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A time of day of a schedule (contract section 3.3).</summary>
/// <param name="Minutes">Minutes after midnight.</param>
internal readonly record struct ScheduleTime(int Minutes) : IComparable<ScheduleTime>
{
    private const int Grid = 30;
    private const int Last = 23 * 60 + 30;

    /// <summary>Reads <c>HH:MM</c>, 00:00 to 23:59 with two digits each.</summary>
    public static bool TryParse(string? text, out ScheduleTime time)
    {
        time = default;
        if (text is not [>= '0' and <= '2' and var h1, >= '0' and <= '9' and var h2, ':', >= '0' and <= '5' and var m1, >= '0' and <= '9' and var m2])
            return false;
        int hours = (h1 - '0') * 10 + (h2 - '0');
        if (hours > 23) return false;
        time = new ScheduleTime(hours * 60 + (m1 - '0') * 10 + (m2 - '0'));
        return true;
    }

    /// <summary>Gives the nearest half hour, at most 23:30.</summary>
    public ScheduleTime Rounded() => new(Math.Min((Minutes + Grid / 2) / Grid * Grid, Last));

    /// <inheritdoc/>
    public int CompareTo(ScheduleTime other) => Minutes.CompareTo(other.Minutes);

    /// <summary>Whether one time is before another.</summary>
    public static bool operator <(ScheduleTime left, ScheduleTime right) => left.Minutes < right.Minutes;

    /// <summary>Whether one time is after another.</summary>
    public static bool operator >(ScheduleTime left, ScheduleTime right) => left.Minutes > right.Minutes;

    /// <summary>Whether one time is not after another.</summary>
    public static bool operator <=(ScheduleTime left, ScheduleTime right) => left.Minutes <= right.Minutes;

    /// <summary>Whether one time is not before another.</summary>
    public static bool operator >=(ScheduleTime left, ScheduleTime right) => left.Minutes >= right.Minutes;

    /// <summary>Gives <c>HH:MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");
}
