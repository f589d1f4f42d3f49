namespace Outreach.FakeServer.Crm;

/// <summary>An OAuth flow that has begun.</summary>
internal sealed record OAuthStateRow : Row
{
    /// <summary>The state that the network hands back.</summary>
    public required string State { get; init; }

    /// <summary>The tenant that it is bound to.</summary>
    public required string TenantId { get; init; }

    /// <summary>The club that it is bound to.</summary>
    public string? ClubId { get; init; }

    /// <summary>The platform that it is bound to.</summary>
    public required string Platform { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
