namespace Outreach.Sdk.Reachkit;

/// <summary>Performance of one step.</summary>
public sealed record SequenceStats
{
    /// <summary>Sequence (step) id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Step number, from 1.</summary>
    public int Step { get; init; }

    /// <summary>By letter.</summary>
    public IReadOnlyList<VariantStats> Variants { get => field ?? []; init; }
}
