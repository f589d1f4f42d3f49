using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new post: DRAFT, or SCHEDULED when scheduledAt is given.</summary>
public sealed record CreateSocialPostRequest
{
    /// <summary>Tenant that will own the post. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Account to publish through.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>Linked campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CampaignId { get; init; }

    /// <summary>Text.</summary>
    public required string Content { get; init; }

    /// <summary>Images and videos. At most 10 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MediaUrls { get; init; }

    /// <summary>Link to preview.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LinkUrl { get; init; }

    /// <summary>Hashtags without #. At most 30 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Hashtags { get; init; }

    /// <summary>Planned publication, in the future.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ScheduledAt { get; init; }
}
