using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The message after the change, without its text.</summary>
public sealed record MessageEventData
{
    /// <summary>Message id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Conversation; null until the first send opens one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Campaign, or null for a direct message.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The other party.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContactId { get; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    /// <summary>
    /// State of a message. The outbound states follow the published message events; <c>failed</c> is implied by the retry
    /// operation; <c>received</c> (inbound) is inferred.
    /// </summary>
    public MessageStatus Status { get; init; }

    /// <summary>Subject; null for channels without subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// 0 for the first message of a campaign to a contact, 1 and up for follow-ups; null for direct and inbound messages.
    /// </summary>
    public int? SequenceStep { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>Set in states failed and bounced.</summary>
    public MessageFailure? Failure { get; init; }

    /// <summary>Approval time.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Rejection time.</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>Time of sending (inbound: of receipt).</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Delivery time.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>First opening.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Bounce time.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>Creation time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UpdatedAt { get; init; }
}
