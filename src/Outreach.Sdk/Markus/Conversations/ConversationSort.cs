using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Values to sort by.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConversationSort>))]
public readonly record struct ConversationSort(string? Value) : IOpenEnum<ConversationSort>
{
    /// <summary><c>last_message_at</c>.</summary>
    public static ConversationSort LastMessageAt { get; } = new("last_message_at");

    /// <summary><c>created_at</c>.</summary>
    public static ConversationSort CreatedAt { get; } = new("created_at");

    /// <inheritdoc/>
    public static IReadOnlyList<ConversationSort> Known { get; } = [LastMessageAt, CreatedAt];

    /// <inheritdoc/>
    public static ConversationSort From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
