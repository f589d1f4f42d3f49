using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What paid for the campaign.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignFunding>))]
public readonly record struct CampaignFunding(string? Value) : IOpenEnum<CampaignFunding>
{
    /// <summary><c>plan</c>.</summary>
    public static CampaignFunding Plan { get; } = new("plan");

    /// <summary><c>credit</c>.</summary>
    public static CampaignFunding Credit { get; } = new("credit");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignFunding> Known { get; } = [Plan, Credit];

    /// <inheritdoc/>
    public static CampaignFunding From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
