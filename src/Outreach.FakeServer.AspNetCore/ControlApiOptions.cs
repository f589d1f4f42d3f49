namespace Outreach.FakeServer;

/// <summary>Who may use the control API, and how much of it.</summary>
public sealed record ControlApiOptions
{
    /// <summary>
    /// The token that a caller must bring, as <c>Authorization: Bearer</c> or <c>X-Fake-Admin</c>; null for none, and then only
    /// callers on this machine are let in.
    /// </summary>
    public string? AdminToken { get; init; }

    /// <summary>Longest body in bytes; default 64 MiB.</summary>
    public int MaxBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>Most snapshots that are kept at once; default 100.</summary>
    public int MaxSnapshots { get; init; } = 100;

    /// <summary>Hosts beside loopback that the control API may be asked under; default none. With a token, any host will do.</summary>
    public IReadOnlyList<string> Hosts { get => field ?? []; init; } = [];
}
