using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>What is promoted. SPECIAL appears only on the API page.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<PromotionSourceType>))]
public readonly record struct PromotionSourceType(string? Value) : IOpenEnum<PromotionSourceType>
{
    /// <summary><c>COMPETITION</c>.</summary>
    public static PromotionSourceType Competition { get; } = new("COMPETITION");

    /// <summary><c>CLUB_EVENT</c>.</summary>
    public static PromotionSourceType ClubEvent { get; } = new("CLUB_EVENT");

    /// <summary><c>SPECIAL</c>.</summary>
    public static PromotionSourceType Special { get; } = new("SPECIAL");

    /// <inheritdoc/>
    public static IReadOnlyList<PromotionSourceType> Known { get; } = [Competition, ClubEvent, Special];

    /// <inheritdoc/>
    public static PromotionSourceType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
