using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A purchase of agent credits.</summary>
internal sealed record CreditPurchaseRow : Row
{
    public required string AccountId { get; init; }

    /// <summary>Credits of the account afterwards.</summary>
    public required int Balance { get; init; }

    public required CreditPayment Payment { get; init; }

    /// <summary>What paid and cannot pay again: payer and nonce, or the payment token.</summary>
    public required string Spent { get; init; }

    public required DateTimeOffset PurchasedAt { get; init; }
}
