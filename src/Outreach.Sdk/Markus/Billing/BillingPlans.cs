namespace Outreach.Sdk.Markus;

/// <summary>Plans on offer and the current subscription.</summary>
public sealed record BillingPlans
{
    /// <summary>Plans, cheapest first.</summary>
    public IReadOnlyList<BillingPlan> Plans { get => field ?? []; init; }

    /// <summary>Null for accounts that live on agent credits only.</summary>
    public Subscription? CurrentSubscription { get; init; }
}
