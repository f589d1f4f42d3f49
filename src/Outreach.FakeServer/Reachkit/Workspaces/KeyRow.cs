namespace Outreach.FakeServer.Reachkit;

/// <summary>A key of a workspace. The key itself is not kept: a state file may hold keys of callers.</summary>
internal sealed record KeyRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>SHA-256 of the key, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The number that a key of the app is made from; null for a key that a caller brought along.</summary>
    public long? Number { get; init; }

    /// <summary>Whether it opens nothing any more.</summary>
    public bool IsRevoked { get; init; }
}
