using System.Diagnostics.CodeAnalysis;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Unix milliseconds.</summary>
internal static class Millis
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>The last millisecond that a date can have.</summary>
    public static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The instant of a time.</summary>
    public static DateTimeOffset Instant(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>The instant of a time, or null.</summary>
    [return: NotNullIfNotNull(nameof(ms))]
    public static DateTimeOffset? Instant(long? ms) => ms is { } value ? Instant(value) : null;
}
