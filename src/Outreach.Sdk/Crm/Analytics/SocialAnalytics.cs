namespace Outreach.Sdk.Crm;

/// <summary>Posts published within a period.</summary>
public sealed record SocialAnalytics
{
    /// <summary>The tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Start of the period.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>End of the period.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Published posts.</summary>
    public int TotalPosts { get; init; }

    /// <summary>FAILED posts created within the period.</summary>
    public int FailedPosts { get; init; }

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

    /// <summary>(likes + comments + shares) per person reached, as a fraction; null without reach.</summary>
    public double? EngagementRate { get; init; }

    /// <summary>Networks with at least one post.</summary>
    public IReadOnlyList<SocialPlatformStats> ByPlatform { get => field ?? []; init; }

    /// <summary>Up to ten, by likes + comments + shares.</summary>
    public IReadOnlyList<SocialPostPerformance> TopPosts { get => field ?? []; init; }

    /// <summary>When this was computed.</summary>
    public DateTimeOffset GeneratedAt { get; init; }
}
