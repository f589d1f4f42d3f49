using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Band of the engagement score: EXCELLENT 80-100, GOOD 60-79, AVERAGE 40-59, LOW 20-39, AT_RISK 0-19. Bands published, spelling
/// inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<EngagementLevel>))]
public readonly record struct EngagementLevel(string? Value) : IOpenEnum<EngagementLevel>
{
    /// <summary><c>EXCELLENT</c>.</summary>
    public static EngagementLevel Excellent { get; } = new("EXCELLENT");

    /// <summary><c>GOOD</c>.</summary>
    public static EngagementLevel Good { get; } = new("GOOD");

    /// <summary><c>AVERAGE</c>.</summary>
    public static EngagementLevel Average { get; } = new("AVERAGE");

    /// <summary><c>LOW</c>.</summary>
    public static EngagementLevel Low { get; } = new("LOW");

    /// <summary><c>AT_RISK</c>.</summary>
    public static EngagementLevel AtRisk { get; } = new("AT_RISK");

    /// <inheritdoc/>
    public static IReadOnlyList<EngagementLevel> Known { get; } = [Excellent, Good, Average, Low, AtRisk];

    /// <inheritdoc/>
    public static EngagementLevel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
