namespace Outreach.Sdk.Markus;

/// <summary>A new API key with its raw value. The raw value is never shown again.</summary>
public sealed record CreatedApiKey
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

    /// <summary>Null for a new key.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for a new key.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The raw key. Treat it as opaque; the reference server makes <c>mk_live_</c> plus 32 letters and digits.</summary>
    public string Key { get => field ?? ""; init; }

    /// <summary>Id, name and prefix; never the key.</summary>
    public override string ToString() => $"{nameof(CreatedApiKey)} {{ Id = {Id}, Name = {Name}, KeyPrefix = {KeyPrefix} }}";
}
