using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Optional facts that replace the campaign's product data before the analysis.</summary>
public sealed record AnalyzeProductRequest
{
    /// <summary>Product page to read. At most 2048 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>Product description. 1 to 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }
}
