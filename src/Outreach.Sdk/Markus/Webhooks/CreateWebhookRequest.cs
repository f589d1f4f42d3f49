using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Data for a webhook endpoint.</summary>
public sealed record CreateWebhookRequest
{
    /// <summary>https URL; http only for localhost, 127.0.0.1 and [::1]. No user info, no fragment. At most 2048 characters.</summary>
    public required string Url { get; init; }

    /// <summary>Subscriptions; <c>*</c> must stand alone. 1 to 16 items.</summary>
    public required IReadOnlyList<WebhookEventSubscription> Events { get; init; }

    /// <summary>Own note. At most 500 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Whether to deliver from now on. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsActive { get; init; }
}
