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
        // The offsets on both sides of the one change that can lie near; .NET's own answers miss some changes, such as Morocco's.
        DateTimeOffset near = new(DateTime.SpecifyKind(wall, DateTimeKind.Utc), TimeSpan.Zero);
        DateTimeOffset before = near - zone.GetUtcOffset(near.AddDays(-1));
        DateTimeOffset after = near - zone.GetUtcOffset(near.AddDays(1));
        return Shows(before) || !Shows(after) ? before : after;

        bool Shows(DateTimeOffset at) => at + zone.GetUtcOffset(at) == near;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IanaForm();
}
