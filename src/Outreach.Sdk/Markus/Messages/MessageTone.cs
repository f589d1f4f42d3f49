using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Writing style of generated text.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MessageTone>))]
public readonly record struct MessageTone(string? Value) : IOpenEnum<MessageTone>
{
    /// <summary><c>professional</c>.</summary>
    public static MessageTone Professional { get; } = new("professional");

    /// <summary><c>friendly</c>.</summary>
    public static MessageTone Friendly { get; } = new("friendly");

    /// <summary><c>casual</c>.</summary>
    public static MessageTone Casual { get; } = new("casual");

    /// <summary><c>bold</c>.</summary>
    public static MessageTone Bold { get; } = new("bold");

    /// <inheritdoc/>
    public static IReadOnlyList<MessageTone> Known { get; } = [Professional, Friendly, Casual, Bold];

    /// <inheritdoc/>
    public static MessageTone From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
