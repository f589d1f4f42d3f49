namespace Outreach.Sdk.Markus;

/// <summary>How a purchase was paid.</summary>
public sealed record CreditPayment
{
    /// <summary>Protocol.</summary>
    public PaymentProtocol Protocol { get; init; }

    /// <summary>Amount in the smallest unit of <c>currency</c> (USDC: 6 decimals; usd: cents), decimal digits.</summary>
    public string Amount { get => field ?? ""; init; }

    /// <summary><c>USDC</c> for x402, ISO code in lower case for mpp.</summary>
    public string Currency { get => field ?? ""; init; }

    /// <summary>Chain for x402 as named in the payment (<c>base</c> in v1, <c>eip155:8453</c> in v2); null for mpp.</summary>
    public string? Network { get; init; }

    /// <summary>Transaction hash (x402) or Stripe PaymentIntent id (mpp).</summary>
    public string Reference { get => field ?? ""; init; }

    /// <summary>Wallet address (x402) or payer identifier (mpp, when given).</summary>
    public string? Payer { get; init; }
}
