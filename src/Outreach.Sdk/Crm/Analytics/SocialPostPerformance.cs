namespace Outreach.Sdk.Crm;

/// <summary>One post in a ranking.</summary>
public sealed record SocialPostPerformance
{
    /// <summary>The post.</summary>
    public string PostId { get => field ?? ""; init; }

    /// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
    public SocialPlatform Platform { get; init; }

    /// <summary>Likes.</summary>
    public int Likes { get; init; }

    /// <summary>Comments.</summary>
    public int Comments { get; init; }

    /// <summary>Shares.</summary>
    public int Shares { get; init; }

    /// <summary>Reach.</summary>
    public int Reach { get; init; }
}
