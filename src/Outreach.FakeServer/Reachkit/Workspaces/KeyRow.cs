namespace Outreach.FakeServer.Reachkit;

/// <summary>A key of a workspace.</summary>
internal sealed record KeyRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>The key itself.</summary>
    public required string Key { get; init; }
}
