using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Stripe data of a charge request.</summary>
public sealed record MppStripeMethodDetails
{
    /// <summary>Stripe business network profile id.</summary>
    [JsonPropertyName("networkId")]
    public string NetworkId { get => field ?? ""; init; }

    /// <summary>Payment methods that can be processed.</summary>
    [JsonPropertyName("paymentMethodTypes")]
    public IReadOnlyList<string> PaymentMethodTypes { get => field ?? []; init; }
}
