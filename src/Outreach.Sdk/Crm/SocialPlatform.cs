using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SocialPlatform>))]
public readonly record struct SocialPlatform(string? Value) : IOpenEnum<SocialPlatform>
{
    /// <summary><c>FACEBOOK</c>.</summary>
    public static SocialPlatform Facebook { get; } = new("FACEBOOK");

    /// <summary><c>INSTAGRAM</c>.</summary>
    public static SocialPlatform Instagram { get; } = new("INSTAGRAM");

    /// <summary><c>TWITTER</c>.</summary>
    public static SocialPlatform Twitter { get; } = new("TWITTER");

    /// <summary><c>LINKEDIN</c>.</summary>
    public static SocialPlatform LinkedIn { get; } = new("LINKEDIN");

    /// <inheritdoc/>
    public static IReadOnlyList<SocialPlatform> Known { get; } = [Facebook, Instagram, Twitter, LinkedIn];

    /// <inheritdoc/>
    public static SocialPlatform From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
