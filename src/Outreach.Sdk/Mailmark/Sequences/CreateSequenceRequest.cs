namespace Outreach.Sdk.Mailmark;

/// <summary>New sequence.</summary>
public sealed record CreateSequenceRequest
{
    /// <summary>Name, not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Bare full address of a mailbox of the key's domain.</summary>
    public required string From { get; init; }

    /// <summary>At least one step; the first must be <c>send_email</c>. At least 1 item.</summary>
    public required IReadOnlyList<SequenceStep> Steps { get; init; }
}
