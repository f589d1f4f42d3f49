using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Whether warmup mail is exchanged.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WarmupState>))]
public readonly record struct WarmupState(string? Value) : IOpenEnum<WarmupState>
{
    /// <summary><c>active</c>.</summary>
    public static WarmupState Active { get; } = new("active");

    /// <summary><c>paused</c>.</summary>
    public static WarmupState Paused { get; } = new("paused");

    /// <inheritdoc/>
    public static IReadOnlyList<WarmupState> Known { get; } = [Active, Paused];

    /// <inheritdoc/>
    public static WarmupState From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
