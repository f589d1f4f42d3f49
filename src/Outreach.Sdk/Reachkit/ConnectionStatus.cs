using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>State of the link between Reachkit and the mailbox; only <c>connected</c> can send.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConnectionStatus>))]
public readonly record struct ConnectionStatus(string? Value) : IOpenEnum<ConnectionStatus>
{
    /// <summary><c>pending</c>.</summary>
    public static ConnectionStatus Pending { get; } = new("pending");

    /// <summary><c>validating</c>.</summary>
    public static ConnectionStatus Validating { get; } = new("validating");

    /// <summary><c>connected</c>.</summary>
    public static ConnectionStatus Connected { get; } = new("connected");

    /// <summary><c>error</c>.</summary>
    public static ConnectionStatus Error { get; } = new("error");

    /// <inheritdoc/>
    public static IReadOnlyList<ConnectionStatus> Known { get; } = [Pending, Validating, Connected, Error];

    /// <inheritdoc/>
    public static ConnectionStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
