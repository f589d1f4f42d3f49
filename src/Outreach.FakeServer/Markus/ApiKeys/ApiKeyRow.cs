using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>An API key; its raw value is kept as a hash only.</summary>
internal sealed record ApiKeyRow : Row
{
    public required string AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>First 12 characters of the raw value.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the raw value, in hex.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
