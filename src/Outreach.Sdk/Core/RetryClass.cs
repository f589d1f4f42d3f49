namespace Outreach.Sdk;

/// <summary>How far an operation may be repeated by the client on its own.</summary>
public enum RetryClass
{
    /// <summary>Idempotent: repeated on 408, 429, 500, 502, 503, 504 and when the connection fails.</summary>
    Safe,

    /// <summary>
    /// Sends, creates or charges: repeated only where the service says that it did nothing, which is 429 with Retry-After
    /// and 503 with Retry-After.
    /// </summary>
    ThrottleOnly,
}
