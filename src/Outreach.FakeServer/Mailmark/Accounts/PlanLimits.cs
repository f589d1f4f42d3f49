namespace Outreach.FakeServer.Mailmark;

/// <summary>What a plan allows; null for no limit.</summary>
internal sealed record PlanLimits(int? EmailsPerMonth, int? Mailboxes)
{
    private static readonly PlanLimits Free = new(1_000, 3);
    private static readonly PlanLimits Pro = new(25_000, null);
    private static readonly PlanLimits Business = new(100_000, null);

    /// <summary>The limits of a plan; an unknown one is free.</summary>
    public static PlanLimits Of(string plan) => plan switch
    {
        "pro" => Pro,
        "business" => Business,
        _ => Free,
    };
}
