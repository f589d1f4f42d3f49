using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the PAYMENT-SIGNATURE request header, before base64.</summary>
public sealed record X402PaymentPayloadV2
{
    /// <summary>Protocol version. Always <c>2</c>.</summary>
    [JsonPropertyName("x402Version")]
    public int X402Version { get; init; }

    /// <summary>What is paid for, x402 version 2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public X402ResourceInfo? Resource { get; init; }

    /// <summary>One accepted way to pay, x402 version 2.</summary>
    public X402PaymentRequirementsV2 Accepted { get => field ?? new(); init; }

    /// <summary>Payload of the exact scheme on EVM chains.</summary>
    public X402ExactPayload Payload { get => field ?? new(); init; }
}
