using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Outreach.Sdk.Markus;

/// <summary>A payment for agent credits, as the one header that carries it.</summary>
public sealed class CreditPaymentHeader
{
    private CreditPaymentHeader(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The header's name.</summary>
    public string Name { get; }

    internal string Value { get; }

    /// <summary>Tells payments apart without holding them.</summary>
    internal string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name} {Value}")));

    /// <summary>An x402 payment, version 1 (<c>X-PAYMENT</c>).</summary>
    public static CreditPaymentHeader X402(X402PaymentPayloadV1 payload)
        => new("X-PAYMENT", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(payload, MarkusJson.Default.X402PaymentPayloadV1)));

    /// <summary>An x402 payment, version 2 (<c>PAYMENT-SIGNATURE</c>).</summary>
    public static CreditPaymentHeader X402(X402PaymentPayloadV2 payload)
        => new("PAYMENT-SIGNATURE", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(payload, MarkusJson.Default.X402PaymentPayloadV2)));

    /// <summary>An MPP payment (<c>Payment-Authorization</c>).</summary>
    public static CreditPaymentHeader Mpp(MppCredential credential)
        => new("Payment-Authorization", "Payment " + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(credential, MarkusJson.Default.MppCredential)));

    /// <summary>A payment whose header value a wallet or payment library has made.</summary>
    /// <param name="name"><c>X-PAYMENT</c>, <c>PAYMENT-SIGNATURE</c> or <c>Payment-Authorization</c>.</param>
    /// <param name="value">The value, encoded as that header wants it.</param>
    /// <exception cref="ArgumentException">The name is none of the three, or the value is blank or holds control or non-ASCII characters.</exception>
    public static CreditPaymentHeader Ready(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~')) throw new ArgumentException("The value holds line breaks, control or non-ASCII characters.", nameof(value));
        return name is "X-PAYMENT" or "PAYMENT-SIGNATURE" or "Payment-Authorization"
            ? new(name, value)
            : throw new ArgumentException($"'{name}' is no payment header; X-PAYMENT, PAYMENT-SIGNATURE and Payment-Authorization are.", nameof(name));
    }

    /// <summary>The header's name; never its value.</summary>
    public override string ToString() => Name;
}
