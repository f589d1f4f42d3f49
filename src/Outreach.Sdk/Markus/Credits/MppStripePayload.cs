using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Proof of a Stripe charge.</summary>
public sealed record MppStripePayload
{
    /// <summary>Stripe payment token, single use.</summary>
    public string Spt { get => field ?? ""; init; }

    /// <summary>Caller's own reference.</summary>
    [JsonPropertyName("externalId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }
}
