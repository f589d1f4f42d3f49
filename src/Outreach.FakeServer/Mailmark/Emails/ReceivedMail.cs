namespace Outreach.FakeServer.Mailmark;

/// <summary>A message that comes in.</summary>
internal sealed record ReceivedMail
{
    public required string From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public required string Subject { get; init; }

    public required string MessageId { get; init; }

    /// <summary>When it was received; null for now.</summary>
    public long? Date { get; init; }

    public bool HasAttachments { get; init; }

    /// <summary>Where the raw message is kept; null for the usual place.</summary>
    public string? S3Key { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>Whether a warmup partner sent it.</summary>
    public bool IsWarmup { get; init; }
}
