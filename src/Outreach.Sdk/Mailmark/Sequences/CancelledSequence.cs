namespace Outreach.Sdk.Mailmark;

/// <summary>Outcome of a cancel.</summary>
public sealed record CancelledSequence
{
    /// <summary>
    /// Sequence id as given in the path. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service;
    /// the reference server issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Always <c>completed</c>.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>All enrollments of the sequence now in state <c>cancelled</c>, earlier ones included.</summary>
    public int CancelledEnrollments { get; init; }
}
