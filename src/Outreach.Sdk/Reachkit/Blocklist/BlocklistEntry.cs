namespace Outreach.Sdk.Reachkit;

/// <summary>One blocked address, valid for the whole workspace.</summary>
public sealed record BlocklistEntry
{
    /// <summary>Entry id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Blocked address, lower case.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>When it was added. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
