namespace Outreach.Sdk.Markus;

/// <summary>Result of AI product analysis.</summary>
public sealed record ProductAnalysis
{
    /// <summary>Analysis id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>State of the analysis.</summary>
    public ProductAnalysisStatus Status { get; init; }

    /// <summary>What the product is; null until completed.</summary>
    public string? Summary { get; init; }

    /// <summary>Main reasons to buy; empty until completed.</summary>
    public IReadOnlyList<string> ValuePropositions { get => field ?? []; init; }

    /// <summary>Who to address; empty until completed.</summary>
    public IReadOnlyList<string> TargetAudiences { get => field ?? []; init; }

    /// <summary>Search terms for discovery; empty until completed.</summary>
    public IReadOnlyList<string> Keywords { get => field ?? []; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>Target profiles created by this analysis.</summary>
    public int ProfilesCreated { get; init; }

    /// <summary>Start time.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>End time; null while processing.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
