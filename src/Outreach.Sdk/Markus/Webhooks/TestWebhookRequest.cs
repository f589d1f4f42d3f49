using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Which event to imitate.</summary>
public sealed record TestWebhookRequest
{
    /// <summary>Default: the endpoint's first subscription, or campaign.created for <c>*</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebhookEventType? Event { get; init; }
}
