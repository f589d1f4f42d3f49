namespace Outreach.Sdk;

/// <summary>A call that failed once and is being repeated.</summary>
internal sealed class RetryRun<TResult, TReader>(ApiTransport transport, Operation operation, Uri uri, CallSettings settings, TReader reader, Attempt<TResult> first)
    where TReader : struct, IAnswerReader<TResult>
{
    private bool _isFirst = true;

    /// <summary>How the last attempt went.</summary>
    public Attempt<TResult> Last { get; private set; } = first;

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; } = 1;

    /// <summary>The next attempt; the first of all has been made before the run began.</summary>
    public async ValueTask<AttemptFailure?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isFirst)
        {
            _isFirst = false;
            return Last.Failure;
        }

        Attempts++;
        Last = await transport.AttemptAsync<TResult, TReader>(operation, uri, settings, reader, Attempts, cancellationToken).ConfigureAwait(false);
        if (Last.Failure is { } failure) transport.Decide(operation, failure, Attempts, settings.Options);
        return Last.Failure;
    }
}
