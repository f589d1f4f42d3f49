namespace Outreach.Sdk.Markus;

/// <summary>What one purchase costs. The amounts are server configuration; clients read them, never assume them.</summary>
public sealed record CreditPackage
{
    /// <summary>Credits per purchase. Always <c>5</c>.</summary>
    public int Credits { get; init; }

    /// <summary>Price in US dollars, decimal string.</summary>
    public string PriceUsd { get => field ?? ""; init; }

    /// <summary>The same price in atomic USDC units (6 decimals).</summary>
    public string UsdcAmount { get => field ?? ""; init; }
}
