namespace Outreach.Sdk.Mailmark;

/// <summary>A sequence just created; no counts yet.</summary>
public sealed record CreatedSequence
{
    /// <summary>
    /// Sequence id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name; not unique.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>State of a sequence; <c>completed</c> is final.</summary>
    public SequenceStatus Status { get; init; }

    /// <summary>Steps in order.</summary>
    public IReadOnlyList<SequenceStep> Steps { get => field ?? []; init; }

    /// <summary>Full address of the sending mailbox.</summary>
    public string MailboxAddress { get => field ?? ""; init; }

    /// <summary>Creation time. Unix milliseconds on the wire.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
