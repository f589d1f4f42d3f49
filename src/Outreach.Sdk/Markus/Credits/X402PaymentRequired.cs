using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Body of the 402 answer, x402 version 1. It is not wrapped in the success envelope, and <c>error</c> is a string here.</summary>
public sealed record X402PaymentRequired
{
    /// <summary>Protocol version. Always <c>1</c>.</summary>
    [JsonPropertyName("x402Version")]
    public int X402Version { get; init; }

    /// <summary>Why payment is needed or why it failed.</summary>
    public string Error { get => field ?? ""; init; }

    /// <summary>Accepted ways to pay.</summary>
    public IReadOnlyList<X402PaymentRequirementsV1> Accepts { get => field ?? []; init; }
}
