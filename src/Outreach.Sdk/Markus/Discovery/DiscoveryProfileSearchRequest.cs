using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A search driven by a campaign's target profiles.</summary>
public sealed record DiscoveryProfileSearchRequest
{
    /// <summary>Campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Profiles to use; all of the campaign when left out. 1 to 20 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? TargetProfileIds { get; init; }

    /// <summary>Sources to use; default every available one that the profile suits. 1 to 5 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DiscoverySourceId>? Sources { get; init; }

    /// <summary>Most results over all profiles. 1 to 100. Default: <c>30</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxResults { get; init; }

    /// <summary>Create contacts from the results. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AutoImport { get; init; }
}
