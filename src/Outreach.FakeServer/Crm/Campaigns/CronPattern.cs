using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Outreach.FakeServer.Crm;

/// <summary>
/// A cron expression of five fields: minute, hour, day of month, month, day of week, with <c>*</c>, lists, ranges, steps and
/// English names. When both day fields are limited, either may match.
/// </summary>
internal sealed class CronPattern
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _daysOfMonth;
    private readonly ulong _months;
    private readonly ulong _daysOfWeek;
    private readonly bool _anyDayOfMonth;
    private readonly bool _anyDayOfWeek;

    private CronPattern(ulong[] fields, bool anyDayOfMonth, bool anyDayOfWeek)
    {
        _minutes = fields[0];
        _hours = fields[1];
        _daysOfMonth = fields[2];
        _months = fields[3];
        _daysOfWeek = (fields[4] | (fields[4] >> 7)) & 0x7F;
        _anyDayOfMonth = anyDayOfMonth;
        _anyDayOfWeek = anyDayOfWeek;
    }

    /// <summary>Reads an expression.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronPattern? pattern)
    {
        pattern = null;
        string[] parts = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5) return false;
        ulong[] fields = new ulong[5];
        if (!TryField(parts[0], 0, 59, [], 0, out fields[0]) || !TryField(parts[1], 0, 23, [], 0, out fields[1]) || !TryField(parts[2], 1, 31, [], 0, out fields[2])
            || !TryField(parts[3], 1, 12, Months, 1, out fields[3]) || !TryField(parts[4], 0, 7, Days, 0, out fields[4])) return false;
        pattern = new CronPattern(fields, parts[2][0] == '*', parts[4][0] == '*');
        return true;
    }

    /// <summary>The next time after an instant, by a zone's wall clock; null when none comes within five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        DateTime wall = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        wall = new DateTime(wall.Year, wall.Month, wall.Day, wall.Hour, wall.Minute, 0, DateTimeKind.Unspecified);
        DateTime end = wall.AddYears(5);
        while (wall < end)
        {
            if (!Has(_months, wall.Month)) wall = new DateTime(wall.Year, wall.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
            else if (!HasDay(wall)) wall = wall.Date.AddDays(1);
            else if (!Has(_hours, wall.Hour)) wall = wall.Date.AddHours(wall.Hour + 1);
            else if (Has(_minutes, wall.Minute) && CrmZones.At(zone, wall) is var at && at > after) return at;
            else wall = wall.AddMinutes(1);
        }

        return null;
    }

    private bool HasDay(DateTime wall)
    {
        bool month = Has(_daysOfMonth, wall.Day);
        bool week = Has(_daysOfWeek, (int)wall.DayOfWeek);
        return _anyDayOfMonth || _anyDayOfWeek ? month && week : month || week;
    }

    private static bool Has(ulong field, int value) => (field & (1UL << value)) != 0;

    private static bool TryField(string text, int low, int high, string[] names, int firstName, out ulong field)
    {
        field = 0;
        foreach (string item in text.Split(','))
        {
            string[] stepped = item.Split('/');
            int step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && (!TryNumber(stepped[1], [], 0, out step) || step < 1))) return false;
            int from = low;
            int to = high;
            if (stepped[0] != "*")
            {
                string[] range = stepped[0].Split('-');
                if (range.Length > 2 || !TryNumber(range[0], names, firstName, out from)) return false;
                to = stepped.Length == 2 ? high : from;
                if (range.Length == 2 && !TryNumber(range[1], names, firstName, out to)) return false;
            }

            if (from < low || to > high || from > to) return false;
            for (int value = from; value <= to; value += step) field |= 1UL << value;
        }

        return field != 0;
    }

    private static bool TryNumber(string text, string[] names, int firstName, out int number)
    {
        int named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        number = named + firstName;
        return named >= 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
