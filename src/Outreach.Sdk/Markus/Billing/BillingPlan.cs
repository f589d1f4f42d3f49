namespace Outreach.Sdk.Markus;

/// <summary>A subscription plan.</summary>
public sealed record BillingPlan
{
    /// <summary>Plan id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Display name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Who it is for.</summary>
    public string Description { get => field ?? ""; init; }

    /// <summary>Monthly price in cents; 0 for free.</summary>
    public int PriceMonthlyCents { get; init; }

    /// <summary>Yearly price in cents; null when not offered.</summary>
    public int? PriceYearlyCents { get; init; }

    /// <summary>ISO 4217 code, lower case.</summary>
    public string Currency { get => field ?? ""; init; }

    /// <summary>Allowance per billing period; null means unlimited.</summary>
    public PlanLimits Limits { get => field ?? new(); init; }

    /// <summary>Channels included.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>Feature texts.</summary>
    public IReadOnlyList<string> Features { get => field ?? []; init; }

    /// <summary>True for the account's plan.</summary>
    public bool IsCurrent { get; init; }
}
