using System.Globalization;

namespace Outreach.FakeServer;

/// <summary>How the control API writes times and words.</summary>
internal static class ControlText
{
    /// <summary>An instant, to the tick where there is need.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>What moves the clock.</summary>
    public static string Mode(ClockMode mode) => mode switch
    {
        ClockMode.Manual => "manual",
        ClockMode.AutoAdvance => "autoAdvance",
        _ => "realTime",
    };
}
