using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// A data source for contact discovery. Google Maps, web scraping and social platforms are published; the wire spelling is
/// inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscoverySourceId>))]
public readonly record struct DiscoverySourceId(string? Value) : IOpenEnum<DiscoverySourceId>
{
    /// <summary><c>google_maps</c>.</summary>
    public static DiscoverySourceId GoogleMaps { get; } = new("google_maps");

    /// <summary><c>web</c>.</summary>
    public static DiscoverySourceId Web { get; } = new("web");

    /// <summary><c>instagram</c>.</summary>
    public static DiscoverySourceId Instagram { get; } = new("instagram");

    /// <summary><c>twitter</c>.</summary>
    public static DiscoverySourceId Twitter { get; } = new("twitter");

    /// <summary><c>linkedin</c>.</summary>
    public static DiscoverySourceId LinkedIn { get; } = new("linkedin");

    /// <inheritdoc/>
    public static IReadOnlyList<DiscoverySourceId> Known { get; } = [GoogleMaps, Web, Instagram, Twitter, LinkedIn];

    /// <inheritdoc/>
    public static DiscoverySourceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
