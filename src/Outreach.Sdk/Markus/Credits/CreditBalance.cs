namespace Outreach.Sdk.Markus;

/// <summary>Agent credits of the account.</summary>
public sealed record CreditBalance
{
    /// <summary>Credits that can be spent.</summary>
    public int Balance { get; init; }

    /// <summary>Credits ever bought.</summary>
    public int PurchasedTotal { get; init; }

    /// <summary>Credits ever spent.</summary>
    public int UsedTotal { get; init; }

    /// <summary>What one credit buys.</summary>
    public CreditAllowance CreditValue { get => field ?? new(); init; }

    /// <summary>What one purchase costs. The amounts are server configuration; clients read them, never assume them.</summary>
    public CreditPackage Package { get => field ?? new(); init; }

    /// <summary>Protocols that a purchase accepts.</summary>
    public IReadOnlyList<PaymentProtocol> PaymentProtocols { get => field ?? []; init; }

    /// <summary>Last purchase.</summary>
    public DateTimeOffset? LastPurchaseAt { get; init; }
}
