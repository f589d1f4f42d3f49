namespace Outreach.Sdk.Markus;

/// <summary>A message that waits for approval, with what is needed to judge it.</summary>
public sealed record PendingMessage
{
    /// <summary>Message id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Conversation; null until the first send opens one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Campaign, or null for a direct message.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The other party.</summary>
    public string ContactId { get => field ?? ""; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Direction of a message, seen from the account.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>
    /// State of a message. The outbound states follow the published message events; <c>failed</c> is implied by the retry
    /// operation; <c>received</c> (inbound) is inferred.
    /// </summary>
    public MessageStatus Status { get; init; }

    /// <summary>Subject; null for channels without subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public string Body { get => field ?? ""; init; }

    /// <summary>True when the text came from the AI.</summary>
    public bool AiGenerated { get; init; }

    /// <summary>
    /// 0 for the first message of a campaign to a contact, 1 and up for follow-ups; null for direct and inbound messages.
    /// </summary>
    public int? SequenceStep { get; init; }

    /// <summary>1 for the first text; plus 1 for each AI revision.</summary>
    public int Revision { get; init; }

    /// <summary>Feedback that led to the current revision.</summary>
    public string? LastFeedback { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>Set in states failed and bounced.</summary>
    public MessageFailure? Failure { get; init; }

    /// <summary>Retries so far.</summary>
    public int RetryCount { get; init; }

    /// <summary>Planned sending time once approved; null otherwise.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

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

    /// <summary>Time of the last failed attempt.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Short form of a contact.</summary>
    public ContactSummary Contact { get => field ?? new(); init; }

    /// <summary>Short reference to a campaign.</summary>
    public CampaignRef? Campaign { get; init; }
}
