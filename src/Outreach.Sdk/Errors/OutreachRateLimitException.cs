namespace Outreach.Sdk;

/// <summary>
/// Status 429: too many calls, or an allowance is used up. Nothing was done. It is thrown when the retries are used up, when the
/// wait is longer than <c>MaxRetryDelay</c> (<see cref="OutreachApiException.RetryAfter"/> then
/// says how long it is), and at once for an allowance.
/// </summary>
public sealed class OutreachRateLimitException(ApiFailure failure, Exception? innerException = null) : OutreachApiException(failure, innerException)
{
    /// <summary>Whether an allowance is used up, so that waiting a little does not help.</summary>
    public bool IsAllowance { get; } = failure.IsFinal;

    /// <summary>The limit as the headers reported it; null when they did not.</summary>
    public RateLimit? RateLimit { get; } = failure.RateLimit;
}
