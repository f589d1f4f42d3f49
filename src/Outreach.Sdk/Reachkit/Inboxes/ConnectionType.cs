using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>How the mailbox is linked.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConnectionType>))]
public readonly record struct ConnectionType(string? Value) : IOpenEnum<ConnectionType>
{
    /// <summary><c>oauth</c>.</summary>
    public static ConnectionType Oauth { get; } = new("oauth");

    /// <summary><c>imap_smtp</c>.</summary>
    public static ConnectionType ImapSmtp { get; } = new("imap_smtp");

    /// <inheritdoc/>
    public static IReadOnlyList<ConnectionType> Known { get; } = [Oauth, ImapSmtp];

    /// <inheritdoc/>
    public static ConnectionType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
