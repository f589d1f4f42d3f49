using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>How the address got on the list.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SuppressionSource>))]
public readonly record struct SuppressionSource(string? Value) : IOpenEnum<SuppressionSource>
{
    /// <summary><c>one-click</c>.</summary>
    public static SuppressionSource OneClick { get; } = new("one-click");

    /// <summary><c>link</c>.</summary>
    public static SuppressionSource Link { get; } = new("link");

    /// <summary><c>manual</c>.</summary>
    public static SuppressionSource Manual { get; } = new("manual");

    /// <inheritdoc/>
    public static IReadOnlyList<SuppressionSource> Known { get; } = [OneClick, Link, Manual];

    /// <inheritdoc/>
    public static SuppressionSource From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
