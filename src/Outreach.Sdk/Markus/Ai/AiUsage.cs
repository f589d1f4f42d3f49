namespace Outreach.Sdk.Markus;

/// <summary>AI usage in the current billing period.</summary>
public sealed record AiUsage
{
    /// <summary>Start of the billing period (inclusive).</summary>
    public DateTimeOffset PeriodStart { get; init; }

    /// <summary>End of the billing period (exclusive).</summary>
    public DateTimeOffset PeriodEnd { get; init; }

    /// <summary>Generations that count against the plan.</summary>
    public int GenerationsUsed { get; init; }

    /// <summary>Generations that the plan allows per period; null for unlimited.</summary>
    public int? GenerationsLimit { get; init; }

    /// <summary>Limit minus used, at least 0; null for unlimited.</summary>
    public int? GenerationsRemaining { get; init; }

    /// <summary>AI generations per kind.</summary>
    public AiUsageByType ByType { get => field ?? new(); init; }
}
