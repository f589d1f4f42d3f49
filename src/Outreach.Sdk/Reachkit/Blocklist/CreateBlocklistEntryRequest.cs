namespace Outreach.Sdk.Reachkit;

/// <summary>Address to block.</summary>
public sealed record CreateBlocklistEntryRequest
{
    /// <summary>Address; trimmed and lower-cased before it is stored.</summary>
    public required string Email { get; init; }
}
