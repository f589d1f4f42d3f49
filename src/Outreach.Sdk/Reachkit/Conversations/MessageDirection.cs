using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Sent by the workspace (outgoing) or received (incoming).</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MessageDirection>))]
public readonly record struct MessageDirection(string? Value) : IOpenEnum<MessageDirection>
{
    /// <summary><c>outgoing</c>.</summary>
    public static MessageDirection Outgoing { get; } = new("outgoing");

    /// <summary><c>incoming</c>.</summary>
    public static MessageDirection Incoming { get; } = new("incoming");

    /// <inheritdoc/>
    public static IReadOnlyList<MessageDirection> Known { get; } = [Outgoing, Incoming];

    /// <inheritdoc/>
    public static MessageDirection From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
