using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the credential in Payment-Authorization, before base64url (no padding).</summary>
public sealed record MppCredential
{
    /// <summary>Parameters of a <c>WWW-Authenticate: Payment</c> challenge, echoed in the credential.</summary>
    public MppChallenge Challenge { get => field ?? new(); init; }

    /// <summary>Payer identifier, a DID is recommended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>Proof of a Stripe charge.</summary>
    public MppStripePayload Payload { get => field ?? new(); init; }
}
