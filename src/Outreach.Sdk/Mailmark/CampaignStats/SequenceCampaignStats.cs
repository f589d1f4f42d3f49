namespace Outreach.Sdk.Mailmark;

/// <summary>Counts and rates of a sequence.</summary>
public sealed record SequenceCampaignStats
{
    /// <summary>
    /// Sequence id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>State of a sequence; <c>completed</c> is final.</summary>
    public SequenceStatus Status { get; init; }

    /// <summary>Enrollment counts plus rates.</summary>
    public SequenceCounts Stats { get => field ?? new(); init; }
}
