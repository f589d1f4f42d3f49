using System.Collections.Concurrent;
using System.Net;
using System.Runtime.ExceptionServices;

namespace Outreach.Sdk.Markus;

/// <summary>Agent credits paid by x402 or MPP.</summary>
public class CreditsClient
{
    private static readonly Operation Balance = Operation.Get("markus.credits.balance", "agent-credits", buckets: ["global", "burst"]);
    private static readonly Operation Purchase = Operation.Post(
        "markus.credits.purchase", "agent-credits/purchase",
        RetryClass.ThrottleOnly, buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;
    private readonly ConcurrentDictionary<string, bool> _sent = new(StringComparer.Ordinal);

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
    /// <exception cref="OutreachPaymentRequiredException">402: no payment, or one that was refused; <c>Offers</c> holds the ways to pay.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// Without a payment header it answers 402 with the ways to pay; with a valid one it settles the payment and adds the credits.
    /// Takes no body. The path is inferred, not published.
    /// </remarks>
    public virtual Task<CreditPurchase> PurchaseAsync(CreditPaymentHeader? payment = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Purchase.At().WithHeader(payment?.Name, payment?.Value), MarkusJson.Default.CreditPurchase, options, cancellationToken);

    /// <summary>Buys 5 credits: asks for the ways to pay, lets the authorizer pay one of them, and sends its payment once.</summary>
    /// <param name="authorizer">Is given the offers of the service's 402 and answers with a payment, or declines.</param>
    /// <param name="options">What these calls do differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the purchase; once the payment is under way it may go through all the same.</param>
    /// <returns>
    /// The purchase. When the answer to the payment was lost and <see cref="BalanceAsync"/> shows that the account bought credits
    /// meanwhile, it is made of the balance and has neither id nor payment.
    /// </returns>
    /// <exception cref="OutreachPaymentRequiredException">The authorizer declined, or the service refused its payment. It is not asked again.</exception>
    /// <exception cref="OutreachException">
    /// A call failed. After a lost answer it is that failure, and the balance shows no purchase so far or could not be read: look at
    /// it again before the next purchase.
    /// </exception>
    /// <exception cref="InvalidOperationException">The authorizer answered with a payment that this client has sent before; it was not sent again.</exception>
    /// <remarks>
    /// A payment is never sent a second time unless the service said that it did nothing with it (429, or 503 with Retry-After).
    /// The paths are inferred, not published.
    /// </remarks>
    public virtual async Task<CreditPurchase> PurchaseAsync(IPaymentAuthorizer authorizer, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        CreditBalance before = await BalanceAsync(options, cancellationToken).ConfigureAwait(false);
        OutreachPaymentRequiredException required;
        try
        {
            return await PurchaseAsync((CreditPaymentHeader?)null, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OutreachPaymentRequiredException e)
        {
            required = e;
        }

        CreditPaymentHeader? payment = await authorizer.AuthorizeAsync(required.Offers, cancellationToken).ConfigureAwait(false);
        if (payment is null) ExceptionDispatchInfo.Throw(required);
        if (!_sent.TryAdd(payment.Fingerprint, true)) throw new InvalidOperationException("The authorizer answered with a payment that was sent before. It is not sent again.");
        try
        {
            return await PurchaseAsync(payment, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OutreachException e) when (IsUnclear(e))
        {
            CreditBalance? after = await LookAsync(options, cancellationToken).ConfigureAwait(false);
            if (after is null || after.PurchasedTotal <= before.PurchasedTotal) ExceptionDispatchInfo.Throw(e);
            return new CreditPurchase
            {
                CreditsPurchased = after.PurchasedTotal - before.PurchasedTotal,
                Balance = after.Balance,
                PurchasedAt = after.LastPurchaseAt ?? default,
            };
        }
    }

    // No answer, one that cannot be read, or a failure on the service's side: the payment may have gone through.
    private static bool IsUnclear(OutreachException e) => e is not OutreachApiException api || api.StatusCode >= HttpStatusCode.InternalServerError;

    private async Task<CreditBalance?> LookAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await BalanceAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (OutreachException)
        {
            return null;
        }
    }
}
