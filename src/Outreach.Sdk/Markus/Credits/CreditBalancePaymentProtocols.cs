using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Protocol.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CreditBalancePaymentProtocols>))]
public readonly record struct CreditBalancePaymentProtocols(string? Value) : IOpenEnum<CreditBalancePaymentProtocols>
{
    /// <summary><c>x402</c>.</summary>
    public static CreditBalancePaymentProtocols X402 { get; } = new("x402");

    /// <summary><c>mpp</c>.</summary>
    public static CreditBalancePaymentProtocols Mpp { get; } = new("mpp");

    /// <inheritdoc/>
    public static IReadOnlyList<CreditBalancePaymentProtocols> Known { get; } = [X402, Mpp];

    /// <inheritdoc/>
    public static CreditBalancePaymentProtocols From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
