namespace Outreach.FakeServer.Mailmark;

/// <summary>A click on a link of a message.</summary>
public sealed record ClickedLinkFixture
{
    /// <summary>The target of the link.</summary>
    public required string Url { get; init; }

    /// <summary>The first click; null for now.</summary>
    public DateTimeOffset? ClickedAt { get; init; }
}
