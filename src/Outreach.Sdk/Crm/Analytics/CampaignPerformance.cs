namespace Outreach.Sdk.Crm;

/// <summary>One campaign in a ranking.</summary>
public sealed record CampaignPerformance
{
    /// <summary>The campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Opened per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? OpenRate { get; init; }

    /// <summary>Clicked per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ClickRate { get; init; }
}
