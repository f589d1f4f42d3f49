using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A post on a connected account.</summary>
public sealed record SocialPost
{
    /// <summary>Identifier of the post; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    public string TenantId { get => field ?? ""; init; }

    /// <summary>Account it is published through.</summary>
    public string ConnectionId { get => field ?? ""; init; }

    /// <summary>Linked campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Text.</summary>
    public string Content { get => field ?? ""; init; }

    /// <summary>Images and videos.</summary>
    public IReadOnlyList<string> MediaUrls { get => field ?? []; init; }

    /// <summary>Link to preview.</summary>
    public string? LinkUrl { get; init; }

    /// <summary>Hashtags without #.</summary>
    public IReadOnlyList<string> Hashtags { get => field ?? []; init; }

    /// <summary>State of a post. CANCELLED comes from the operations pages, the others from the published status flow.</summary>
    public SocialPostStatus Status { get; init; }

    /// <summary>Planned publication.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Actual publication.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Id at the network.</summary>
    public string? PlatformPostId { get; init; }

    /// <summary>Address of the post.</summary>
    public string? PlatformUrl { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>Likes at the last sync.</summary>
    public int Likes { get; init; }

    /// <summary>Comments.</summary>
    public int Comments { get; init; }

    /// <summary>Shares.</summary>
    public int Shares { get; init; }

    /// <summary>People reached.</summary>
    public int Reach { get; init; }

    /// <summary>Times shown.</summary>
    public int Impressions { get; init; }

    /// <summary>Last engagement sync.</summary>
    public DateTimeOffset? EngagementSyncedAt { get; init; }

    /// <summary>Failed attempts so far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RetryCount { get; init; }

    /// <summary>User id of the author.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CreatedBy { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
