using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<Channel>))]
public readonly record struct Channel(string? Value) : IOpenEnum<Channel>
{
    /// <summary><c>email</c>.</summary>
    public static Channel Email { get; } = new("email");

    /// <summary><c>instagram</c>.</summary>
    public static Channel Instagram { get; } = new("instagram");

    /// <summary><c>twitter</c>.</summary>
    public static Channel Twitter { get; } = new("twitter");

    /// <summary><c>linkedin</c>.</summary>
    public static Channel LinkedIn { get; } = new("linkedin");

    /// <inheritdoc/>
    public static IReadOnlyList<Channel> Known { get; } = [Email, Instagram, Twitter, LinkedIn];

    /// <inheritdoc/>
    public static Channel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
