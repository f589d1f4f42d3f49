using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Content of the challenge's <c>request</c> parameter: canonical JSON (JCS), base64url without padding.</summary>
public sealed record MppChargeRequest
{
    /// <summary>Price in the smallest currency unit.</summary>
    public string Amount { get => field ?? ""; init; }

    /// <summary>ISO currency code.</summary>
    public string Currency { get => field ?? ""; init; }

    /// <summary>What is sold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Stripe data of a charge request.</summary>
    [JsonPropertyName("methodDetails")]
    public MppStripeMethodDetails MethodDetails { get => field ?? new(); init; }
}
