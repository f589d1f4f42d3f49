using System.Net;
using Polly;
using Polly.Retry;

namespace Outreach.Sdk;

/// <summary>Decides whether and when an attempt is repeated, and waits: one pipeline per client, entered only after a failure.</summary>
internal sealed class RetryPolicy(OutreachClientOptions options)
{
    private readonly int _maxRetries = options.MaxRetries;
    private readonly TimeSpan _baseDelay = options.BaseDelay;
    private readonly TimeSpan _maxDelay = options.MaxRetryDelay;
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly Func<double> _jitter = options.Jitter;
    private ResiliencePipeline<AttemptFailure?>? _pipeline;

    /// <summary>Made on the first failure: most clients never need it.</summary>
    public ResiliencePipeline<AttemptFailure?> Pipeline => _pipeline ??= Build();

    /// <summary>The wait before a repetition; null when the failure is final.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="failure">How its last attempt failed.</param>
    /// <param name="attempts">Attempts made.</param>
    /// <param name="options">What the caller wants differently.</param>
    public TimeSpan? Decide(Operation operation, AttemptFailure failure, int attempts, RequestOptions? options)
    {
        if (failure.IsFinal) return null;
        bool throttled = failure.Status == HttpStatusCode.TooManyRequests;
        TimeSpan? asked = failure.RetryAfter ?? (throttled ? UntilReset(failure.ResetAt) : null);
        // Others who share the key may get ahead of a bulk job any number of times; the service says how long to wait each time.
        bool isPatient = options is { IsBulk: true, MaxRetries: null } && _maxRetries > 0 && throttled && asked > TimeSpan.Zero;
        if (attempts > (options?.MaxRetries ?? _maxRetries) && !isPatient) return null;
        bool allowed = operation.RetryClass switch
        {
            RetryClass.Safe => failure.Status is null || (int)failure.Status is 408 or 429 or 500 or 502 or 503 or 504,
            // Only where the service says that it did nothing.
            _ => (throttled || failure.Status == HttpStatusCode.ServiceUnavailable) && asked is not null,
        };
        if (!allowed) return null;
        // "At once", which is also what a date says when the clocks differ, would use all repetitions up in no time.
        TimeSpan delay = asked is { Ticks: > 0 } wait ? wait : BackOff(attempts);
        return delay <= _maxDelay ? delay : null;
    }

    private TimeSpan? UntilReset(DateTimeOffset? resetAt)
        => resetAt is { } at && at - _time.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;

    private TimeSpan BackOff(int attempts)
    {
        double full = _baseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempts - 1, 30));
        return TimeSpan.FromMilliseconds(Math.Min(full * (0.5 + (0.5 * _jitter())), _maxDelay.TotalMilliseconds));
    }

    private ResiliencePipeline<AttemptFailure?> Build()
        => new ResiliencePipelineBuilder<AttemptFailure?> { Name = "Outreach.Sdk", TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<AttemptFailure?>
            {
                // The number differs from call to call, so the decision counts itself.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.Delay is not null),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.Delay),
            })
            .Build();
}
