namespace Outreach.FakeServer.Reachkit;

/// <summary>An address that no campaign of the workspace mails.</summary>
internal sealed record BlocklistRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>The address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
