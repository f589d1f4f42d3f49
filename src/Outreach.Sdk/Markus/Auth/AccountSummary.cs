namespace Outreach.Sdk.Markus;

/// <summary>The account that owns an API key.</summary>
public sealed record AccountSummary
{
    /// <summary>Account id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Display name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Owner's e-mail address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Id of the current plan (see billing plans); null without a subscription.</summary>
    public string? PlanId { get; init; }
}
