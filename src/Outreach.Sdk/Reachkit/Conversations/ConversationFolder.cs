using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Unibox tab.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConversationFolder>))]
public readonly record struct ConversationFolder(string? Value) : IOpenEnum<ConversationFolder>
{
    /// <summary><c>primary</c>.</summary>
    public static ConversationFolder Primary { get; } = new("primary");

    /// <summary><c>others</c>.</summary>
    public static ConversationFolder Others { get; } = new("others");

    /// <inheritdoc/>
    public static IReadOnlyList<ConversationFolder> Known { get; } = [Primary, Others];

    /// <inheritdoc/>
    public static ConversationFolder From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
