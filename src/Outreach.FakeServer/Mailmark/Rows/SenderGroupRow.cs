namespace Outreach.FakeServer.Mailmark;

/// <summary>A set of senders with a recipient list.</summary>
internal sealed record SenderGroupRow : Row
{
    public required string DomainId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> MailboxIds { get; init; }

    public required IReadOnlyList<string> Emails { get; init; }
}
