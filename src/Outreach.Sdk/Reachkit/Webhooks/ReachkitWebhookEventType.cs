using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>What a webhook of Reachkit tells of.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ReachkitWebhookEventType>))]
public readonly record struct ReachkitWebhookEventType(string? Value) : IOpenEnum<ReachkitWebhookEventType>
{
    /// <summary><c>inbox.disconnected</c>. A mailbox lost its connection.</summary>
    public static ReachkitWebhookEventType InboxDisconnected { get; } = new("inbox.disconnected");

    /// <summary><c>campaign.launched</c>. A draft campaign was started.</summary>
    public static ReachkitWebhookEventType CampaignLaunched { get; } = new("campaign.launched");

    /// <summary><c>campaign.paused</c>. An active campaign was paused.</summary>
    public static ReachkitWebhookEventType CampaignPaused { get; } = new("campaign.paused");

    /// <summary><c>campaign.resumed</c>. A paused campaign was started again.</summary>
    public static ReachkitWebhookEventType CampaignResumed { get; } = new("campaign.resumed");

    /// <summary><c>campaign.email_sent</c>. A campaign sent an email.</summary>
    public static ReachkitWebhookEventType CampaignEmailSent { get; } = new("campaign.email_sent");

    /// <summary><c>lead.replied</c>. A lead answered a campaign.</summary>
    public static ReachkitWebhookEventType LeadReplied { get; } = new("lead.replied");

    /// <summary><c>lead.bounced</c>. An email to a lead bounced.</summary>
    public static ReachkitWebhookEventType LeadBounced { get; } = new("lead.bounced");

    /// <summary><c>lead.unsubscribed</c>. A lead opted out.</summary>
    public static ReachkitWebhookEventType LeadUnsubscribed { get; } = new("lead.unsubscribed");

    /// <summary><c>unibox.new_message</c>. A message arrived in the unibox.</summary>
    public static ReachkitWebhookEventType UniboxNewMessage { get; } = new("unibox.new_message");

    /// <inheritdoc/>
    public static IReadOnlyList<ReachkitWebhookEventType> Known { get; } =
    [
        InboxDisconnected, CampaignLaunched, CampaignPaused, CampaignResumed, CampaignEmailSent,
        LeadReplied, LeadBounced, LeadUnsubscribed, UniboxNewMessage
    ];

    /// <inheritdoc/>
    public static ReachkitWebhookEventType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
