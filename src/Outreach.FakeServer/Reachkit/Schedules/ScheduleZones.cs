using System.Collections.Frozen;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The 26 time zones of schedules.</summary>
internal static class ScheduleZones
{
    /// <summary>Their names, in the contract's order and exact spelling.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Vancouver", "America/Phoenix", "America/Denver",
        "America/Chicago", "America/New_York", "America/Toronto", "America/Sao_Paulo", "Europe/London", "Europe/Paris", "Europe/Berlin",
        "Europe/Kiev", "Europe/Moscow", "Asia/Tehran", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai",
        "Asia/Hong_Kong", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    private static readonly FrozenDictionary<string, Lazy<TimeZoneInfo>> ByName
        = Names.ToFrozenDictionary(name => name, name => new Lazy<TimeZoneInfo>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>Whether schedules accept a zone.</summary>
    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    /// <summary>Gives the zone of a name from the list.</summary>
    /// <exception cref="KeyNotFoundException">The name is not in the list.</exception>
    public static TimeZoneInfo Get(string name) => ByName[name].Value;

    // Not every installation of the tz database carries the old names.
    private static TimeZoneInfo Load(string name)
        => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : TimeZoneInfo.FindSystemTimeZoneById(name == "Europe/Kiev" ? "Europe/Kyiv" : name);
}
