using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State of a conversation.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConversationStatus>))]
public readonly record struct ConversationStatus(string? Value) : IOpenEnum<ConversationStatus>
{
    /// <summary><c>awaiting_reply</c>.</summary>
    public static ConversationStatus AwaitingReply { get; } = new("awaiting_reply");

    /// <summary><c>needs_reply</c>.</summary>
    public static ConversationStatus NeedsReply { get; } = new("needs_reply");

    /// <summary><c>closed</c>.</summary>
    public static ConversationStatus Closed { get; } = new("closed");

    /// <inheritdoc/>
    public static IReadOnlyList<ConversationStatus> Known { get; } = [AwaitingReply, NeedsReply, Closed];

    /// <inheritdoc/>
    public static ConversationStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
