namespace Outreach.Sdk.Markus;

/// <summary>The ways to pay that a 402 names. Each is null when the answer lacks it or it cannot be read.</summary>
public sealed record PaymentOffers
{
    /// <summary>x402 version 1: the answer's body. Paid by <see cref="CreditPaymentHeader.X402(X402PaymentPayloadV1)"/>.</summary>
    public X402PaymentRequired? X402V1 { get; init; }

    /// <summary>x402 version 2: the header <c>PAYMENT-REQUIRED</c>. Paid by <see cref="CreditPaymentHeader.X402(X402PaymentPayloadV2)"/>.</summary>
    public X402PaymentRequiredV2? X402V2 { get; init; }

    /// <summary>MPP: the header <c>WWW-Authenticate: Payment</c>. Paid by <see cref="CreditPaymentHeader.Mpp(MppCredential)"/> before the challenge expires.</summary>
    public MppOffer? Mpp { get; init; }
}
