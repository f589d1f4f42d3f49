using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Which kinds to report.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignType>))]
public readonly record struct CampaignType(string? Value) : IOpenEnum<CampaignType>
{
    /// <summary><c>all</c>.</summary>
    public static CampaignType All { get; } = new("all");

    /// <summary><c>sequence</c>.</summary>
    public static CampaignType Sequence { get; } = new("sequence");

    /// <summary><c>batch</c>.</summary>
    public static CampaignType Batch { get; } = new("batch");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignType> Known { get; } = [All, Sequence, Batch];

    /// <inheritdoc/>
    public static CampaignType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
