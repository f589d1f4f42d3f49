namespace Outreach.FakeServer.Reachkit;

/// <summary>Settings of a Reachkit workspace that only its app can change.</summary>
public sealed record ReachkitSettings
{
    /// <summary>Whether an inbox with a low health score pauses its campaigns; default true.</summary>
    public bool HealthProtection { get; init; } = true;

    /// <summary>Scores below this pause; default 70.</summary>
    public int HealthThreshold { get; init; } = 70;

    /// <summary>Whether mail from strangers is kept in the unibox; default true.</summary>
    public bool KeepsOtherReplies { get; init; } = true;
}
