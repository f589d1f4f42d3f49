namespace Outreach.FakeServer.Mailmark;

/// <summary>An API key; only its digest is kept.</summary>
internal sealed record KeyRow : Row
{
    public required string Hash { get; init; }

    public required string Prefix { get; init; }

    public required string UserId { get; init; }

    public string? DomainId { get; init; }

    public string? Scope { get; init; }

    public bool Revoked { get; init; }

    public long? LastUsedAt { get; init; }
}
