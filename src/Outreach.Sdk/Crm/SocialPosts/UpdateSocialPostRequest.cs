using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change; DRAFT, SCHEDULED and FAILED posts only.</summary>
public sealed record UpdateSocialPostRequest
{
    /// <summary>Text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Content { get; init; }

    /// <summary>Replaces all media. At most 10 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> MediaUrls { get; init; }

    /// <summary>Link to preview.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LinkUrl { get; init; }

    /// <summary>Replaces all hashtags. At most 30 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> Hashtags { get; init; }

    /// <summary>Linked campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CampaignId { get; init; }
}
