namespace Outreach.Sdk.Crm;

/// <summary>Posts of one network.</summary>
public sealed record SocialPlatformStats
{
    /// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
    public SocialPlatform Platform { get; init; }

    /// <summary>Published posts.</summary>
    public int Posts { get; init; }

    /// <summary>Likes.</summary>
    public int Likes { get; init; }

    /// <summary>Comments.</summary>
    public int Comments { get; init; }

    /// <summary>Shares.</summary>
    public int Shares { get; init; }

    /// <summary>Reach.</summary>
    public int Reach { get; init; }

    /// <summary>Impressions.</summary>
    public int Impressions { get; init; }
}
