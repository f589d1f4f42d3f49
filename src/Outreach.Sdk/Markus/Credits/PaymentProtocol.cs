using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Protocol.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<PaymentProtocol>))]
public readonly record struct PaymentProtocol(string? Value) : IOpenEnum<PaymentProtocol>
{
    /// <summary><c>x402</c>.</summary>
    public static PaymentProtocol X402 { get; } = new("x402");

    /// <summary><c>mpp</c>.</summary>
    public static PaymentProtocol Mpp { get; } = new("mpp");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentProtocol> Known { get; } = [X402, Mpp];

    /// <inheritdoc/>
    public static PaymentProtocol From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
