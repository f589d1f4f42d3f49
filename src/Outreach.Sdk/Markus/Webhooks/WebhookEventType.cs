using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>An event that can be delivered to a webhook endpoint.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WebhookEventType>))]
public readonly record struct WebhookEventType(string? Value) : IOpenEnum<WebhookEventType>
{
    /// <summary><c>campaign.created</c>.</summary>
    public static WebhookEventType CampaignCreated { get; } = new("campaign.created");

    /// <summary><c>campaign.updated</c>.</summary>
    public static WebhookEventType CampaignUpdated { get; } = new("campaign.updated");

    /// <summary><c>campaign.deleted</c>.</summary>
    public static WebhookEventType CampaignDeleted { get; } = new("campaign.deleted");

    /// <summary><c>contact.created</c>.</summary>
    public static WebhookEventType ContactCreated { get; } = new("contact.created");

    /// <summary><c>contact.updated</c>.</summary>
    public static WebhookEventType ContactUpdated { get; } = new("contact.updated");

    /// <summary><c>contact.deleted</c>.</summary>
    public static WebhookEventType ContactDeleted { get; } = new("contact.deleted");

    /// <summary><c>conversation.created</c>.</summary>
    public static WebhookEventType ConversationCreated { get; } = new("conversation.created");

    /// <summary><c>conversation.reply_received</c>.</summary>
    public static WebhookEventType ConversationReplyReceived { get; } = new("conversation.reply_received");

    /// <summary><c>message.sent</c>.</summary>
    public static WebhookEventType MessageSent { get; } = new("message.sent");

    /// <summary><c>message.delivered</c>.</summary>
    public static WebhookEventType MessageDelivered { get; } = new("message.delivered");

    /// <summary><c>message.opened</c>.</summary>
    public static WebhookEventType MessageOpened { get; } = new("message.opened");

    /// <summary><c>message.bounced</c>.</summary>
    public static WebhookEventType MessageBounced { get; } = new("message.bounced");

    /// <summary><c>message.approved</c>.</summary>
    public static WebhookEventType MessageApproved { get; } = new("message.approved");

    /// <summary><c>message.rejected</c>.</summary>
    public static WebhookEventType MessageRejected { get; } = new("message.rejected");

    /// <summary><c>discovery.completed</c>.</summary>
    public static WebhookEventType DiscoveryCompleted { get; } = new("discovery.completed");

    /// <summary><c>discovery.failed</c>.</summary>
    public static WebhookEventType DiscoveryFailed { get; } = new("discovery.failed");

    /// <inheritdoc/>
    public static IReadOnlyList<WebhookEventType> Known { get; } =
    [
        CampaignCreated, CampaignUpdated, CampaignDeleted, ContactCreated, ContactUpdated, ContactDeleted,
        ConversationCreated, ConversationReplyReceived, MessageSent, MessageDelivered, MessageOpened,
        MessageBounced, MessageApproved, MessageRejected, DiscoveryCompleted, DiscoveryFailed
    ];

    /// <inheritdoc/>
    public static WebhookEventType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
