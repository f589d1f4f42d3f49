using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the X-PAYMENT request header, before base64 (standard alphabet, padded).</summary>
public sealed record X402PaymentPayloadV1
{
    /// <summary>Protocol version. Always <c>1</c>.</summary>
    [JsonPropertyName("x402Version")]
    public int X402Version { get; init; }

    /// <summary>Scheme.</summary>
    public string Scheme { get => field ?? ""; init; }

    /// <summary>Chain.</summary>
    public string Network { get => field ?? ""; init; }

    /// <summary>Payload of the exact scheme on EVM chains.</summary>
    public X402ExactPayload Payload { get => field ?? new(); init; }
}
