using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>An address on a suppression list.</summary>
public sealed record UnsubscribeFixture
{
    /// <summary>The domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The address; kept in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>When it got there; null for now.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>How it got there.</summary>
    public SuppressionSource Source { get; init; } = SuppressionSource.Manual;
}
