using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State of a connected channel account.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConnectedAccountStatus>))]
public readonly record struct ConnectedAccountStatus(string? Value) : IOpenEnum<ConnectedAccountStatus>
{
    /// <summary><c>connected</c>.</summary>
    public static ConnectedAccountStatus Connected { get; } = new("connected");

    /// <summary><c>expired</c>.</summary>
    public static ConnectedAccountStatus Expired { get; } = new("expired");

    /// <summary><c>error</c>.</summary>
    public static ConnectedAccountStatus Error { get; } = new("error");

    /// <summary><c>disconnected</c>.</summary>
    public static ConnectedAccountStatus Disconnected { get; } = new("disconnected");

    /// <inheritdoc/>
    public static IReadOnlyList<ConnectedAccountStatus> Known { get; } = [Connected, Expired, Error, Disconnected];

    /// <inheritdoc/>
    public static ConnectedAccountStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
