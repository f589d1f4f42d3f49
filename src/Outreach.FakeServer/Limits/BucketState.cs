namespace Outreach.FakeServer;

/// <summary>How full a bucket is.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Used">Requests counted in the present window.</param>
/// <param name="Reset">End of the window, Unix seconds.</param>
/// <param name="Now">When it was looked at.</param>
internal readonly record struct BucketState(Bucket Bucket, int Used, long Reset, DateTimeOffset Now)
{
    /// <summary>Whether no further request is let through.</summary>
    public bool IsFull => Used >= Bucket.Limit;

    /// <summary>Requests that are still let through in this window.</summary>
    public int Remaining => Math.Max(0, Bucket.Limit - Used);

    /// <summary>Whole seconds to the window's end, at least 1.</summary>
    public int RetryAfterSeconds => (int)Math.Max(1, Math.Ceiling((DateTimeOffset.FromUnixTimeSeconds(Reset) - Now).TotalSeconds));
}
