using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Band of the churn risk score: CRITICAL 80-100, HIGH 60-79, MODERATE 40-59, LOW 20-39, MINIMAL 0-19. Bands published, spelling
/// inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ChurnRiskLevel>))]
public readonly record struct ChurnRiskLevel(string? Value) : IOpenEnum<ChurnRiskLevel>
{
    /// <summary><c>CRITICAL</c>.</summary>
    public static ChurnRiskLevel Critical { get; } = new("CRITICAL");

    /// <summary><c>HIGH</c>.</summary>
    public static ChurnRiskLevel High { get; } = new("HIGH");

    /// <summary><c>MODERATE</c>.</summary>
    public static ChurnRiskLevel Moderate { get; } = new("MODERATE");

    /// <summary><c>LOW</c>.</summary>
    public static ChurnRiskLevel Low { get; } = new("LOW");

    /// <summary><c>MINIMAL</c>.</summary>
    public static ChurnRiskLevel Minimal { get; } = new("MINIMAL");

    /// <inheritdoc/>
    public static IReadOnlyList<ChurnRiskLevel> Known { get; } = [Critical, High, Moderate, Low, Minimal];

    /// <inheritdoc/>
    public static ChurnRiskLevel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
