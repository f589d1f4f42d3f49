namespace Outreach.FakeServer.Mailmark;

/// <summary>An account.</summary>
public sealed record UserFixture
{
    /// <summary>The name by which other rows know it.</summary>
    public required string Ref { get; init; }

    /// <summary><c>starter</c>, <c>pro</c>, <c>business</c>, or null for none.</summary>
    public string? Plan { get; init; } = "pro";

    /// <summary><c>active</c>, <c>trialing</c>, <c>canceled</c>, <c>past_due</c>, or null. Only an active subscription counts; without one the account is on the free plan.</summary>
    public string? PlanStatus { get; init; } = "active";

    /// <summary><c>normal</c>, <c>beta</c> (as the starter plan) or <c>admin</c> (as the business plan).</summary>
    public string Category { get; init; } = "normal";
}
