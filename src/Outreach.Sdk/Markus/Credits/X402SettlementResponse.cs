using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the X-PAYMENT-RESPONSE (v1) and PAYMENT-RESPONSE (v2) response headers, before base64.</summary>
public sealed record X402SettlementResponse
{
    /// <summary>Whether the payment settled.</summary>
    public bool Success { get; init; }

    /// <summary>x402 error code; left out on success.</summary>
    [JsonPropertyName("errorReason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorReason { get; init; }

    /// <summary>Transaction hash; empty on failure.</summary>
    public string Transaction { get => field ?? ""; init; }

    /// <summary>Chain.</summary>
    public string Network { get => field ?? ""; init; }

    /// <summary>Payer's wallet.</summary>
    public string Payer { get => field ?? ""; init; }
}
