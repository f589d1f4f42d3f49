namespace Outreach.Sdk;

/// <summary>A documented rate limit: fixed windows that start at multiples of their length in Unix time.</summary>
/// <param name="Name">The name that <see cref="Operation.Buckets"/> uses.</param>
/// <param name="Limit">Calls per window.</param>
/// <param name="WindowSeconds">Length of the window.</param>
internal sealed record RateBucket(string Name, int Limit, int WindowSeconds);
