namespace Outreach.Sdk;

/// <summary>How an attempt went: a result, or a failure.</summary>
internal readonly struct Attempt<TResult>
{
    public Attempt(TResult result, ResponseInfo? info = null)
    {
        Result = result;
        Info = info;
    }

    public Attempt(AttemptFailure failure)
    {
        Result = default!;
        Failure = failure;
        Info = failure.Info;
    }

    public TResult Result { get; }

    public AttemptFailure? Failure { get; }

    /// <summary>What the answer says about itself, when somebody wants to know.</summary>
    public ResponseInfo? Info { get; }
}
