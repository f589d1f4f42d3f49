using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Identifiers in legacy and outside systems. Known keys are members; others stand in <see cref="Others"/>.</summary>
public sealed record CustomerExternalIds
{
    /// <summary>Identifier in the older South African system.</summary>
    [JsonPropertyName("mcaV1ZaId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? McaV1ZaId { get; init; }

    /// <summary>Identifier in the older UK system.</summary>
    [JsonPropertyName("mcaV1UkId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? McaV1UkId { get; init; }

    /// <summary>National golf association number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GolfRsaId { get; init; }

    /// <summary>Identifiers under other keys, as JSON texts; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}
