namespace Outreach.Sdk.Markus;

/// <summary>Agent credits paid by x402 or MPP.</summary>
public class CreditsClient
{
    private static readonly Operation Balance = Operation.Get("markus.credits.balance", "agent-credits", buckets: ["global", "burst"]);
    private static readonly Operation Purchase = Operation.Post(
        "markus.credits.purchase", "agent-credits/purchase",
        RetryClass.ThrottleOnly, buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal CreditsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected CreditsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Balance, Purchase];

    /// <summary>Returns the agent credits of the account, what a credit is worth and what a purchase costs.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Agent credits of the account.</returns>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<CreditBalance> BalanceAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Balance.At(), MarkusJson.Default.CreditBalance, options, cancellationToken);

    /// <summary>Sells 5 credits for one x402 or MPP payment.</summary>
    /// <param name="payment">The payment; null to be told the ways to pay.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The purchase, with the new balance.</returns>
    /// <exception cref="OutreachApiException">402: no payment, or one that was refused; <c>Details</c> holds the ways to pay.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// Without a payment header it answers 402 with the ways to pay; with a valid one it settles the payment and adds the credits.
    /// Takes no body. The path is inferred, not published.
    /// </remarks>
    public virtual Task<CreditPurchase> PurchaseAsync(CreditPaymentHeader? payment = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Purchase.At().WithHeader(payment?.Name, payment?.Value), MarkusJson.Default.CreditPurchase, options, cancellationToken);
}
