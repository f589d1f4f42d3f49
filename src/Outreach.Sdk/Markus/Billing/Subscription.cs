namespace Outreach.Sdk.Markus;

/// <summary>The account's subscription.</summary>
public sealed record Subscription
{
    /// <summary>Plan id.</summary>
    public string PlanId { get => field ?? ""; init; }

    /// <summary>State.</summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>Payment interval.</summary>
    public BillingInterval BillingInterval { get; init; }

    /// <summary>Start of the billing period.</summary>
    public DateTimeOffset CurrentPeriodStart { get; init; }

    /// <summary>End of the billing period.</summary>
    public DateTimeOffset CurrentPeriodEnd { get; init; }

    /// <summary>Whether it ends with the period.</summary>
    public bool CancelAtPeriodEnd { get; init; }
}
