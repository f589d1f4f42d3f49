using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Who made it.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<TargetProfileSource>))]
public readonly record struct TargetProfileSource(string? Value) : IOpenEnum<TargetProfileSource>
{
    /// <summary><c>ai</c>.</summary>
    public static TargetProfileSource Ai { get; } = new("ai");

    /// <summary><c>manual</c>.</summary>
    public static TargetProfileSource Manual { get; } = new("manual");

    /// <inheritdoc/>
    public static IReadOnlyList<TargetProfileSource> Known { get; } = [Ai, Manual];

    /// <inheritdoc/>
    public static TargetProfileSource From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
