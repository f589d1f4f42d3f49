namespace Outreach.Sdk.Markus;

/// <summary>A completed purchase.</summary>
public sealed record CreditPurchase
{
    /// <summary>Purchase id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Always 5.</summary>
    public int CreditsPurchased { get; init; }

    /// <summary>Balance afterwards.</summary>
    public int Balance { get; init; }

    /// <summary>How a purchase was paid.</summary>
    public CreditPayment Payment { get => field ?? new(); init; }

    /// <summary>Time of the purchase.</summary>
    public DateTimeOffset PurchasedAt { get; init; }
}
