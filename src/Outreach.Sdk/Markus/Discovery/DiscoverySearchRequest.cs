using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A free search for contacts.</summary>
public sealed record DiscoverySearchRequest
{
    /// <summary>What to look for, trimmed. 1 to 200 characters.</summary>
    public required string Query { get; init; }

    /// <summary>Sources to use. 1 to 5 items. Default: <c>["google_maps"]</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DiscoverySourceId>? Sources { get; init; }

    /// <summary>Where to look; required when google_maps is among the sources. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Location { get; init; }

    /// <summary>Keep only these kinds. At most 8 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContactType>? ContactTypes { get; init; }

    /// <summary>Most results to return. 1 to 100. Default: <c>20</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxResults { get; init; }

    /// <summary>Campaign that found contacts are added to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CampaignId { get; init; }

    /// <summary>Create contacts from the results. Default: true with a campaign, false without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AutoImport { get; init; }
}
