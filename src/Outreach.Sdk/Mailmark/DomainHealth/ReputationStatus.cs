using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary><c>healthy</c> from score 80, <c>warning</c> from 50, else <c>critical</c>.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ReputationStatus>))]
public readonly record struct ReputationStatus(string? Value) : IOpenEnum<ReputationStatus>
{
    /// <summary><c>healthy</c>.</summary>
    public static ReputationStatus Healthy { get; } = new("healthy");

    /// <summary><c>warning</c>.</summary>
    public static ReputationStatus Warning { get; } = new("warning");

    /// <summary><c>critical</c>.</summary>
    public static ReputationStatus Critical { get; } = new("critical");

    /// <inheritdoc/>
    public static IReadOnlyList<ReputationStatus> Known { get; } = [Healthy, Warning, Critical];

    /// <inheritdoc/>
    public static ReputationStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
