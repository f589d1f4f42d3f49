using System.Net;

namespace Outreach.Sdk;

/// <summary>Why an attempt failed, and whether it will be repeated.</summary>
internal sealed class AttemptFailure(OutreachException exception)
{
    /// <summary>What is thrown when it is not repeated.</summary>
    public OutreachException Exception { get; } = exception;

    /// <summary>The status of the answer; null when none came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the answer says about itself; null when none came.</summary>
    public ResponseInfo? Info { get; init; }

    /// <summary>The wait that the Retry-After header asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When the rate limit's window ends.</summary>
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>Whether a repetition cannot help.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The wait before the repetition; null when it is not repeated.</summary>
    public TimeSpan? Delay { get; set; }
}
