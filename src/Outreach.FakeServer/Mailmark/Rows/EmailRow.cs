namespace Outreach.FakeServer.Mailmark;

/// <summary>A message sent, scheduled or received. Times are Unix milliseconds, as everywhere in these rows.</summary>
internal sealed record EmailRow : Row
{
    public required string UserId { get; init; }

    public required string DomainId { get; init; }

    public required string MailboxId { get; init; }

    public required string MessageId { get; init; }

    public required string From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public IReadOnlyList<string>? Cc { get; init; }

    public IReadOnlyList<string>? Bcc { get; init; }

    public required string Subject { get; init; }

    public required string Snippet { get; init; }

    public required string Folder { get; init; }

    public required long Date { get; init; }

    public bool Read { get; init; }

    public bool Starred { get; init; }

    public bool HasAttachments { get; init; }

    public string? DeliveryStatus { get; init; }

    public long? OpenedAt { get; init; }

    public long? RepliedAt { get; init; }

    public IReadOnlyList<ClickRow> Clicks { get => field ?? []; init; }

    public string? BatchId { get; init; }

    public required string S3Key { get; init; }

    /// <summary>The enrollment whose step sent it.</summary>
    public string? EnrollmentId { get; init; }
}
