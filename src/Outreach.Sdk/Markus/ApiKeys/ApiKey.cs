namespace Outreach.Sdk.Markus;

/// <summary>An API key, without its secret.</summary>
public sealed record ApiKey
{
    /// <summary>API key id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Label chosen at creation.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>First 12 characters of the raw key, for recognition.</summary>
    public string KeyPrefix { get => field ?? ""; init; }

    /// <summary>Granted scopes, without duplicates, in the order given at creation.</summary>
    public IReadOnlyList<ApiScope> Scopes { get => field ?? []; init; }

    /// <summary>State of an API key.</summary>
    public ApiKeyStatus Status { get; init; }

    /// <summary>When the key stops working; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Last authenticated request; null if never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked; null otherwise.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
