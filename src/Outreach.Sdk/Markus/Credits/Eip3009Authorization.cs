using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>EIP-3009 transfer authorisation.</summary>
public sealed record Eip3009Authorization
{
    /// <summary>Payer's wallet.</summary>
    public string From { get => field ?? ""; init; }

    /// <summary>Receiver; must equal payTo.</summary>
    public string To { get => field ?? ""; init; }

    /// <summary>Amount in atomic units; at least the price.</summary>
    public string Value { get => field ?? ""; init; }

    /// <summary>Unix seconds from which it is valid.</summary>
    [JsonPropertyName("validAfter")]
    public string ValidAfter { get => field ?? ""; init; }

    /// <summary>Unix seconds at which it expires.</summary>
    [JsonPropertyName("validBefore")]
    public string ValidBefore { get => field ?? ""; init; }

    /// <summary>32 random bytes.</summary>
    public string Nonce { get => field ?? ""; init; }
}
