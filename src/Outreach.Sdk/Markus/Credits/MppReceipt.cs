using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the Payment-Receipt response header, before base64url (no padding).</summary>
public sealed record MppReceipt
{
    /// <summary>Always success.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>Payment method.</summary>
    public string Method { get => field ?? ""; init; }

    /// <summary>Stripe PaymentIntent id.</summary>
    public string Reference { get => field ?? ""; init; }

    /// <summary>Settlement time.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Echo of the caller's reference.</summary>
    [JsonPropertyName("externalId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }
}
