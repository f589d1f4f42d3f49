using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>One accepted way to pay, x402 version 1.</summary>
public sealed record X402PaymentRequirementsV1
{
    /// <summary>Payment scheme.</summary>
    public string Scheme { get => field ?? ""; init; }

    /// <summary>Chain; <c>base</c> in production.</summary>
    public string Network { get => field ?? ""; init; }

    /// <summary>Price in atomic token units.</summary>
    [JsonPropertyName("maxAmountRequired")]
    public string MaxAmountRequired { get => field ?? ""; init; }

    /// <summary>URL of the paid operation.</summary>
    public string Resource { get => field ?? ""; init; }

    /// <summary>What is sold.</summary>
    public string Description { get => field ?? ""; init; }

    /// <summary>Content type of the paid answer.</summary>
    [JsonPropertyName("mimeType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MimeType { get; init; }

    /// <summary>Not used; null.</summary>
    [JsonPropertyName("outputSchema")]
    public JsonElement? OutputSchema { get; init; }

    /// <summary>Receiving wallet.</summary>
    [JsonPropertyName("payTo")]
    public string PayTo { get => field ?? ""; init; }

    /// <summary>Time allowed for the payment.</summary>
    [JsonPropertyName("maxTimeoutSeconds")]
    public int MaxTimeoutSeconds { get; init; }

    /// <summary>Token contract; USDC on Base.</summary>
    public string Asset { get => field ?? ""; init; }

    /// <summary>Scheme data: the EIP-712 domain of the token.</summary>
    public X402Extra Extra { get => field ?? new(); init; }
}
