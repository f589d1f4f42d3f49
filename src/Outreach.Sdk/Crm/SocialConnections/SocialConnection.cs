namespace Outreach.Sdk.Crm;

/// <summary>
/// A connected account of a social network. Tokens are never returned. The callback answer carries only the first six members.
/// </summary>
public sealed record SocialConnection
{
    /// <summary>Identifier of the connection; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
    public SocialPlatform Platform { get; init; }

    /// <summary>Account or page id at the network.</summary>
    public string AccountId { get => field ?? ""; init; }

    /// <summary>Name to show.</summary>
    public string AccountName { get => field ?? ""; init; }

    /// <summary>Whether it can be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>page, business, profile or company.</summary>
    public string? AccountType { get; init; }

    /// <summary>Permissions granted by the network.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Last publication through it.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When the access token ends.</summary>
    public DateTimeOffset? TokenExpiry { get; init; }

    /// <summary>User id who connected it.</summary>
    public string? ConnectedBy { get; init; }

    /// <summary>Name of that user.</summary>
    public string? ConnectedByName { get; init; }

    /// <summary>Owning tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Club it belongs to.</summary>
    public string? ClubId { get; init; }

    /// <summary>Time of the last error.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>Text of the last error.</summary>
    public string? LastError { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
