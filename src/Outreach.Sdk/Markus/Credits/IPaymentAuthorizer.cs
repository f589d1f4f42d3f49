namespace Outreach.Sdk.Markus;

/// <summary>Decides whether and how to pay for agent credits: a wallet, a payment service, or a person who is asked.</summary>
public interface IPaymentAuthorizer
{
    /// <summary>Chooses an offer and makes the payment for it.</summary>
    /// <param name="offers">The ways to pay, with their prices.</param>
    /// <param name="cancellationToken">Cancels the purchase.</param>
    /// <returns>The payment, made for this very offer; null to decline.</returns>
    ValueTask<CreditPaymentHeader?> AuthorizeAsync(PaymentOffers offers, CancellationToken cancellationToken);
}
