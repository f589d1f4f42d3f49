using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What a product-promotion campaign promotes.</summary>
public sealed record ProductDetails
{
    /// <summary>Product name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Product page; read by product analysis.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>What it is and for whom.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Free-text price information.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pricing { get; init; }

    /// <summary>Selling points, most important first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? KeyBenefits { get; init; }
}
