using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Fields to change; members left out stay as they are.</summary>
public sealed record UpdateWebhookRequest
{
    /// <summary>New URL, same rules. At most 2048 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Url { get; init; }

    /// <summary>New subscriptions, replacing the old ones. 1 to 16 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<WebhookEventSubscription> Events { get; init; }

    /// <summary>Own note. At most 500 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>Switch deliveries on or off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsActive { get; init; }
}
