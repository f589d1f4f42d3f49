using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What an endpoint subscribes to: one event type, or <c>*</c> for all of them.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WebhookEventSubscription>))]
public readonly record struct WebhookEventSubscription(string? Value) : IOpenEnum<WebhookEventSubscription>
{
    /// <summary><c>*</c>.</summary>
    public static WebhookEventSubscription All { get; } = new("*");

    /// <summary><c>campaign.created</c>.</summary>
    public static WebhookEventSubscription CampaignCreated { get; } = new("campaign.created");

    /// <summary><c>campaign.updated</c>.</summary>
    public static WebhookEventSubscription CampaignUpdated { get; } = new("campaign.updated");

    /// <summary><c>campaign.deleted</c>.</summary>
    public static WebhookEventSubscription CampaignDeleted { get; } = new("campaign.deleted");

    /// <summary><c>contact.created</c>.</summary>
    public static WebhookEventSubscription ContactCreated { get; } = new("contact.created");

    /// <summary><c>contact.updated</c>.</summary>
    public static WebhookEventSubscription ContactUpdated { get; } = new("contact.updated");

    /// <summary><c>contact.deleted</c>.</summary>
    public static WebhookEventSubscription ContactDeleted { get; } = new("contact.deleted");

    /// <summary><c>conversation.created</c>.</summary>
    public static WebhookEventSubscription ConversationCreated { get; } = new("conversation.created");

    /// <summary><c>conversation.reply_received</c>.</summary>
    public static WebhookEventSubscription ConversationReplyReceived { get; } = new("conversation.reply_received");

    /// <summary><c>message.sent</c>.</summary>
    public static WebhookEventSubscription MessageSent { get; } = new("message.sent");

    /// <summary><c>message.delivered</c>.</summary>
    public static WebhookEventSubscription MessageDelivered { get; } = new("message.delivered");

    /// <summary><c>message.opened</c>.</summary>
    public static WebhookEventSubscription MessageOpened { get; } = new("message.opened");

    /// <summary><c>message.bounced</c>.</summary>
    public static WebhookEventSubscription MessageBounced { get; } = new("message.bounced");

    /// <summary><c>message.approved</c>.</summary>
    public static WebhookEventSubscription MessageApproved { get; } = new("message.approved");

    /// <summary><c>message.rejected</c>.</summary>
    public static WebhookEventSubscription MessageRejected { get; } = new("message.rejected");

    /// <summary><c>discovery.completed</c>.</summary>
    public static WebhookEventSubscription DiscoveryCompleted { get; } = new("discovery.completed");

    /// <summary><c>discovery.failed</c>.</summary>
    public static WebhookEventSubscription DiscoveryFailed { get; } = new("discovery.failed");

    /// <inheritdoc/>
    public static IReadOnlyList<WebhookEventSubscription> Known { get; } =
    [
        All, CampaignCreated, CampaignUpdated, CampaignDeleted, ContactCreated, ContactUpdated, ContactDeleted,
        ConversationCreated, ConversationReplyReceived, MessageSent, MessageDelivered, MessageOpened,
        MessageBounced, MessageApproved, MessageRejected, DiscoveryCompleted, DiscoveryFailed
    ];

    /// <inheritdoc/>
    public static WebhookEventSubscription From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
