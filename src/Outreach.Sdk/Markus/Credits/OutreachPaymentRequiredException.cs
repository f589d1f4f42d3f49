namespace Outreach.Sdk.Markus;

/// <summary>Status 402: a purchase of agent credits came without payment, or its payment was refused. Nothing was charged or sold.</summary>
public sealed class OutreachPaymentRequiredException : OutreachApiException
{
    /// <summary>Makes one of what the answer says.</summary>
    public OutreachPaymentRequiredException(ApiFailure failure, Exception? innerException = null)
        : this(failure, PaymentAnswer.Read(failure), innerException)
    {
    }

    private OutreachPaymentRequiredException(ApiFailure failure, PaymentAnswer answer, Exception? innerException)
        : base(answer.Problem is { } problem ? failure with { Text = problem.Detail ?? problem.Title } : failure, innerException)
    {
        Offers = answer.Offers;
        Settlement = answer.Settlement;
        Problem = answer.Problem;
    }

    /// <summary>The ways to pay.</summary>
    public PaymentOffers Offers { get; }

    /// <summary>Why an x402 payment was refused; null when none was.</summary>
    public X402SettlementResponse? Settlement { get; }

    /// <summary>Why an MPP credential was refused; null when none was.</summary>
    public PaymentProblem? Problem { get; }
}
