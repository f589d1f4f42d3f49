namespace Outreach.Sdk.Mailmark;

/// <summary>Id and new state.</summary>
public sealed record SequenceState
{
    /// <summary>
    /// Sequence id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>State of a sequence; <c>completed</c> is final.</summary>
    public SequenceStatus Status { get; init; }
}
