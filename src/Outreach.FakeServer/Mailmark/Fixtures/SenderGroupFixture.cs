namespace Outreach.FakeServer.Mailmark;

/// <summary>A sender group.</summary>
public sealed record SenderGroupFixture
{
    /// <summary>The domain.</summary>
    public required string Domain { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Addresses of the senders; null for all mailboxes of the domain.</summary>
    public IReadOnlyList<string>? Mailboxes { get; init; }

    /// <summary>The recipients.</summary>
    public IReadOnlyList<string> Emails { get => field ?? []; init; }
}
