using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the PAYMENT-REQUIRED response header, before base64.</summary>
public sealed record X402PaymentRequiredV2
{
    /// <summary>Protocol version. Always <c>2</c>.</summary>
    [JsonPropertyName("x402Version")]
    public int X402Version { get; init; }

    /// <summary>Why payment is needed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>What is paid for, x402 version 2.</summary>
    public X402ResourceInfo Resource { get => field ?? new(); init; }

    /// <summary>Accepted ways to pay.</summary>
    public IReadOnlyList<X402PaymentRequirementsV2> Accepts { get => field ?? []; init; }
}
