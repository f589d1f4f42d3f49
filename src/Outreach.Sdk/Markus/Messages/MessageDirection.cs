using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Direction of a message, seen from the account.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MessageDirection>))]
public readonly record struct MessageDirection(string? Value) : IOpenEnum<MessageDirection>
{
    /// <summary><c>outbound</c>.</summary>
    public static MessageDirection Outbound { get; } = new("outbound");

    /// <summary><c>inbound</c>.</summary>
    public static MessageDirection Inbound { get; } = new("inbound");

    /// <inheritdoc/>
    public static IReadOnlyList<MessageDirection> Known { get; } = [Outbound, Inbound];

    /// <inheritdoc/>
    public static MessageDirection From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
