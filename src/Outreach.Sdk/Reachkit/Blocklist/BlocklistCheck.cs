namespace Outreach.Sdk.Reachkit;

/// <summary>Answer to a blocklist check.</summary>
public sealed record BlocklistCheck
{
    /// <summary>True when campaigns would skip this address.</summary>
    public bool Blocked { get; init; }
}
