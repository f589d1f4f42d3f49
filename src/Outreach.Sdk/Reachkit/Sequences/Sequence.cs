namespace Outreach.Sdk.Reachkit;

/// <summary>One step of a campaign with its variants.</summary>
public sealed record Sequence
{
    /// <summary>Sequence (step) id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Position, from 1, without gaps.</summary>
    public int Step { get; init; }

    /// <summary>Days from this step to the next; null on the last step.</summary>
    public int? DelayDays { get; init; }

    /// <summary>By letter.</summary>
    public IReadOnlyList<SequenceVariant> Variants { get => field ?? []; init; }
}
