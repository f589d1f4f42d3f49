using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Crm;

/// <summary>Time zones by their IANA names.</summary>
internal static partial class CrmZones
{
    /// <summary>Whether a name is an IANA time zone.</summary>
    public static bool Exists(string name) => IanaForm().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.HasIanaId;

    /// <summary>The zone of a name that <see cref="Exists"/> has accepted.</summary>
    public static TimeZoneInfo Get(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>
    /// The instant of a wall-clock time. A time that the zone skips moves on by the length of the gap; one that it has twice
    /// is the first of the two.
    /// </summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateTime wall)
    {
        if (zone.IsInvalidTime(wall))
        {
            TimeSpan before = zone.GetUtcOffset(wall.AddHours(-3));
            return new DateTimeOffset(DateTime.SpecifyKind(wall - before, DateTimeKind.Utc), TimeSpan.Zero);
        }

        TimeSpan offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc), TimeSpan.Zero);
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IanaForm();
}
