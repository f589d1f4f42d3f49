using System.Globalization;

namespace Outreach.FakeServer;

/// <summary>Instants as the contracts write them.</summary>
internal static class Rfc3339
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a date-time with an offset or <c>Z</c>.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Length >= 20 && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-') && (text[19] != '.' || (text.Length > 20 && char.IsAsciiDigit(text[20])))
            && DateTimeOffset.TryParseExact(Plain(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }

    // T and Z may be small, and a fraction may have any number of digits: what is finer than a tick is cut.
    private static string Plain(string text)
    {
        if (text[10] == 't' || text[^1] == 'z') text = text.ToUpperInvariant();
        if (text.Length <= 28 || text[19] != '.') return text;
        int end = 20;
        while (char.IsAsciiDigit(text[end])) end++;
        return end > 27 ? text.Remove(27, end - 27) : text;
    }

    /// <summary>An instant in whole seconds, <c>2026-03-02T09:15:00Z</c>.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant to the tick where there is need, <c>2026-03-02T09:15:00.25Z</c>.</summary>
    public static string WriteExact(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
