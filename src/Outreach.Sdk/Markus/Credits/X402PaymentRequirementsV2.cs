using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>One accepted way to pay, x402 version 2.</summary>
public sealed record X402PaymentRequirementsV2
{
    /// <summary>Payment scheme.</summary>
    public string Scheme { get => field ?? ""; init; }

    /// <summary>CAIP-2 chain id; Base is eip155:8453.</summary>
    public string Network { get => field ?? ""; init; }

    /// <summary>Price in atomic token units.</summary>
    public string Amount { get => field ?? ""; init; }

    /// <summary>Token contract.</summary>
    public string Asset { get => field ?? ""; init; }

    /// <summary>Receiving wallet.</summary>
    [JsonPropertyName("payTo")]
    public string PayTo { get => field ?? ""; init; }

    /// <summary>Time allowed for the payment.</summary>
    [JsonPropertyName("maxTimeoutSeconds")]
    public int MaxTimeoutSeconds { get; init; }

    /// <summary>Scheme data: the EIP-712 domain of the token.</summary>
    public X402Extra Extra { get => field ?? new(); init; }
}
