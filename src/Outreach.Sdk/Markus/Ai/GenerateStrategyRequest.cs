using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Which campaign to plan.</summary>
public sealed record GenerateStrategyRequest
{
    /// <summary>Campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Extra instructions. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instructions { get; init; }
}
