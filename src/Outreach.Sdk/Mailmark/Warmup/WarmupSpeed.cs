using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Ramp profile.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WarmupSpeed>))]
public readonly record struct WarmupSpeed(string? Value) : IOpenEnum<WarmupSpeed>
{
    /// <summary><c>slow</c>.</summary>
    public static WarmupSpeed Slow { get; } = new("slow");

    /// <summary><c>normal</c>.</summary>
    public static WarmupSpeed Normal { get; } = new("normal");

    /// <summary><c>fast</c>.</summary>
    public static WarmupSpeed Fast { get; } = new("fast");

    /// <inheritdoc/>
    public static IReadOnlyList<WarmupSpeed> Known { get; } = [Slow, Normal, Fast];

    /// <inheritdoc/>
    public static WarmupSpeed From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
