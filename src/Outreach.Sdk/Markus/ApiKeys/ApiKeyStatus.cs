using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State of an API key.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ApiKeyStatus>))]
public readonly record struct ApiKeyStatus(string? Value) : IOpenEnum<ApiKeyStatus>
{
    /// <summary><c>active</c>.</summary>
    public static ApiKeyStatus Active { get; } = new("active");

    /// <summary><c>expired</c>.</summary>
    public static ApiKeyStatus Expired { get; } = new("expired");

    /// <summary><c>revoked</c>.</summary>
    public static ApiKeyStatus Revoked { get; } = new("revoked");

    /// <inheritdoc/>
    public static IReadOnlyList<ApiKeyStatus> Known { get; } = [Active, Expired, Revoked];

    /// <inheritdoc/>
    public static ApiKeyStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
