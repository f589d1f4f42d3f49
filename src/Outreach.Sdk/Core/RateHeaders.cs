using System.Globalization;
using System.Net.Http.Headers;

namespace Outreach.Sdk;

/// <summary>Reads the headers of limits and waits without allocating.</summary>
internal static class RateHeaders
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3650);

    // The form of today and the two old ones that HTTP still asks a reader to understand (RFC 9110, 5.6.7).
    private static readonly string[] _dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The state of the rate limit; false when the answer does not report it.</summary>
    public static bool TryRead(HttpResponseHeaders headers, out int? limit, out int? remaining, out DateTimeOffset? resetAt)
    {
        HttpHeadersNonValidated raw = headers.NonValidated;
        limit = Whole(raw, "X-RateLimit-Limit") is { } l ? (int)Math.Min(l, int.MaxValue) : null;
        remaining = Whole(raw, "X-RateLimit-Remaining") is { } r ? (int)Math.Min(r, int.MaxValue) : null;
        resetAt = Whole(raw, "X-RateLimit-Reset") is { } unix and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(unix) : null;
        return limit is not null || remaining is not null || resetAt is not null;
    }

    /// <summary>The state of the rate limit; null when the answer does not report it.</summary>
    public static RateLimit? Read(HttpResponseHeaders headers)
        => TryRead(headers, out int? limit, out int? remaining, out DateTimeOffset? resetAt) ? new RateLimit(limit, remaining, resetAt) : null;

    /// <summary>The wait of Retry-After, given in seconds or as a date; null when there is none that makes sense.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider time)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) || values.Count != 1) return null;
        string text = values.ToString().Trim();
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < _longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : _longest;
        if (!DateTimeOffset.TryParseExact(text, _dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out DateTimeOffset at)) return null;
        TimeSpan wait = at - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>The API's id of the request; null when it gave none in a header.</summary>
    public static string? RequestId(HttpResponseHeaders headers)
        => headers.NonValidated.TryGetValues("X-Request-Id", out HeaderStringValues values) && values.Count > 0 ? values.First() : null;

    private static long? Whole(HttpHeadersNonValidated headers, string name)
        => headers.TryGetValues(name, out HeaderStringValues values) && values.Count == 1
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
}
