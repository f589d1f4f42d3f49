using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Values to sort by.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignSort>))]
public readonly record struct CampaignSort(string? Value) : IOpenEnum<CampaignSort>
{
    /// <summary><c>created_at</c>.</summary>
    public static CampaignSort CreatedAt { get; } = new("created_at");

    /// <summary><c>updated_at</c>.</summary>
    public static CampaignSort UpdatedAt { get; } = new("updated_at");

    /// <summary><c>name</c>.</summary>
    public static CampaignSort Name { get; } = new("name");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignSort> Known { get; } = [CreatedAt, UpdatedAt, Name];

    /// <inheritdoc/>
    public static CampaignSort From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
