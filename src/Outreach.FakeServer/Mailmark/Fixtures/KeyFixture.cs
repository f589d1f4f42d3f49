namespace Outreach.FakeServer.Mailmark;

/// <summary>An API key.</summary>
public sealed record KeyFixture
{
    /// <summary>The whole key; any text will do.</summary>
    public required string Token { get; init; }

    /// <summary>The account; null for the domain's, or the first.</summary>
    public string? User { get; init; }

    /// <summary>The domain; null for an org-wide key.</summary>
    public string? Domain { get; init; }

    /// <summary>The recorded scope, <c>domain</c> or <c>org</c>; null for none, which the domain decides.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether it was revoked.</summary>
    public bool Revoked { get; init; }
}
