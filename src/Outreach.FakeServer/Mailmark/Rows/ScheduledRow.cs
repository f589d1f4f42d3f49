namespace Outreach.FakeServer.Mailmark;

/// <summary>A message that waits for its time; its record in the outbox folder may be deleted meanwhile.</summary>
internal sealed record ScheduledRow : Row
{
    public required string MailboxId { get; init; }

    public required string EmailId { get; init; }

    public required string MessageId { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public required string Subject { get; init; }

    public required string Html { get; init; }

    public string? BatchId { get; init; }
}
