using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Which operation started the job.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscoveryJobType>))]
public readonly record struct DiscoveryJobType(string? Value) : IOpenEnum<DiscoveryJobType>
{
    /// <summary><c>search</c>.</summary>
    public static DiscoveryJobType Search { get; } = new("search");

    /// <summary><c>profile_search</c>.</summary>
    public static DiscoveryJobType ProfileSearch { get; } = new("profile_search");

    /// <inheritdoc/>
    public static IReadOnlyList<DiscoveryJobType> Known { get; } = [Search, ProfileSearch];

    /// <inheritdoc/>
    public static DiscoveryJobType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
