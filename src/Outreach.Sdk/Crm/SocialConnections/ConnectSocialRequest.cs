using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Start of an OAuth flow.</summary>
public sealed record ConnectSocialRequest
{
    /// <summary>Tenant that will own the connection. The client's own tenant when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Club it belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClubId { get; init; }

    /// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
    public required SocialPlatform Platform { get; init; }

    /// <summary>Where the network sends the user back to; absolute URL.</summary>
    public required string RedirectUri { get; init; }
}
