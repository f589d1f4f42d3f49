namespace Outreach.FakeServer.Mailmark;

/// <summary>A mailbox.</summary>
public sealed record MailboxFixture
{
    /// <summary>Its address; the domain must be there.</summary>
    public required string FullAddress { get; init; }

    /// <summary>The sender's name; null for none.</summary>
    public string? DisplayName { get; init; }
}
