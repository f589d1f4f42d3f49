namespace Outreach.FakeServer.Mailmark;

/// <summary>An address that gets no more campaign mail of a domain.</summary>
internal sealed record SuppressionRow : Row
{
    public required string DomainId { get; init; }

    public required string Email { get; init; }

    public required long UnsubscribedAt { get; init; }

    public required string Source { get; init; }
}
