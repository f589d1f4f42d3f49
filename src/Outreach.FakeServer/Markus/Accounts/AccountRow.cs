using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>An account: everything else belongs to one.</summary>
internal sealed record AccountRow : Row
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>The plan's id; null for an account that lives on credits.</summary>
    public string? PlanId { get; init; }

    public BillingInterval Interval { get; init; } = BillingInterval.Month;

    /// <summary>Agent credits left.</summary>
    public int Credits { get; init; }

    /// <summary>Price of one purchase of five credits, in US cents.</summary>
    public int CreditPriceCents { get; init; } = 500;

    /// <summary>What was used in the billing period that it names; an older period counts as nothing used.</summary>
    public PeriodUsage Usage { get; init; } = new();

    /// <summary>Contacts that are not deleted.</summary>
    public int ContactCount { get; init; }

    /// <summary>Campaigns by status.</summary>
    public StatusCounts Campaigns { get; init; } = new();

    /// <summary>Changes whenever a planned sending slot becomes free, which lets planning look at earlier days again.</summary>
    public int PlanEpoch { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
