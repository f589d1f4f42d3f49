using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Kind of notification.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<NotificationType>))]
public readonly record struct NotificationType(string? Value) : IOpenEnum<NotificationType>
{
    /// <summary><c>reply_received</c>.</summary>
    public static NotificationType ReplyReceived { get; } = new("reply_received");

    /// <summary><c>messages_pending_approval</c>.</summary>
    public static NotificationType MessagesPendingApproval { get; } = new("messages_pending_approval");

    /// <summary><c>message_failed</c>.</summary>
    public static NotificationType MessageFailed { get; } = new("message_failed");

    /// <summary><c>message_bounced</c>.</summary>
    public static NotificationType MessageBounced { get; } = new("message_bounced");

    /// <summary><c>discovery_completed</c>.</summary>
    public static NotificationType DiscoveryCompleted { get; } = new("discovery_completed");

    /// <summary><c>discovery_failed</c>.</summary>
    public static NotificationType DiscoveryFailed { get; } = new("discovery_failed");

    /// <summary><c>campaign_completed</c>.</summary>
    public static NotificationType CampaignCompleted { get; } = new("campaign_completed");

    /// <summary><c>usage_warning</c>.</summary>
    public static NotificationType UsageWarning { get; } = new("usage_warning");

    /// <summary><c>system</c>.</summary>
    public static NotificationType System { get; } = new("system");

    /// <inheritdoc/>
    public static IReadOnlyList<NotificationType> Known { get; } =
    [
        ReplyReceived, MessagesPendingApproval, MessageFailed, MessageBounced, DiscoveryCompleted, DiscoveryFailed,
        CampaignCompleted, UsageWarning, System
    ];

    /// <inheritdoc/>
    public static NotificationType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
