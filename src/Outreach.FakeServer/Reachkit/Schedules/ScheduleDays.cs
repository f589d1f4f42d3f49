namespace Outreach.FakeServer.Reachkit;

/// <summary>Weekdays as schedules name them.</summary>
internal static class ScheduleDays
{
    /// <summary>Their names from Monday to Sunday.</summary>
    public static IReadOnlyList<string> Names { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads the name of a weekday, exactly as spelled.</summary>
    public static bool TryParse(string name, out DayOfWeek day)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (Names[i] != name) continue;
            day = (DayOfWeek)((i + 1) % 7);
            return true;
        }

        day = default;
        return false;
    }

    /// <summary>Gives the name of a weekday.</summary>
    public static string NameOf(DayOfWeek day) => Names[IndexOf(day)];

    /// <summary>Gives the place of a weekday in a week that begins on Monday.</summary>
    public static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;
}
