using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Values to sort by.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignContactSort>))]
public readonly record struct CampaignContactSort(string? Value) : IOpenEnum<CampaignContactSort>
{
    /// <summary><c>created_at</c>.</summary>
    public static CampaignContactSort CreatedAt { get; } = new("created_at");

    /// <summary><c>updated_at</c>.</summary>
    public static CampaignContactSort UpdatedAt { get; } = new("updated_at");

    /// <summary><c>name</c>.</summary>
    public static CampaignContactSort Name { get; } = new("name");

    /// <summary><c>last_contacted_at</c>.</summary>
    public static CampaignContactSort LastContactedAt { get; } = new("last_contacted_at");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignContactSort> Known { get; } = [CreatedAt, UpdatedAt, Name, LastContactedAt];

    /// <inheritdoc/>
    public static CampaignContactSort From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
