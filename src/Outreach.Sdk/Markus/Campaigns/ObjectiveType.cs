using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// What a campaign is for. <c>venue_dj</c> is a published wire value; the other two kinds are published by name and their wire
/// spelling is inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ObjectiveType>))]
public readonly record struct ObjectiveType(string? Value) : IOpenEnum<ObjectiveType>
{
    /// <summary><c>venue_dj</c>.</summary>
    public static ObjectiveType VenueDj { get; } = new("venue_dj");

    /// <summary><c>product_promotion</c>.</summary>
    public static ObjectiveType ProductPromotion { get; } = new("product_promotion");

    /// <summary><c>custom</c>.</summary>
    public static ObjectiveType Custom { get; } = new("custom");

    /// <inheritdoc/>
    public static IReadOnlyList<ObjectiveType> Known { get; } = [VenueDj, ProductPromotion, Custom];

    /// <inheritdoc/>
    public static ObjectiveType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
