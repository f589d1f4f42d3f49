namespace Outreach.FakeServer.Mailmark;

/// <summary>A sequence of steps.</summary>
internal sealed record SequenceRow : Row
{
    public required string DomainId { get; init; }

    public required string MailboxId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<StepRow> Steps { get; init; }

    public required string Status { get; init; }

    public required long CreatedAt { get; init; }
}
