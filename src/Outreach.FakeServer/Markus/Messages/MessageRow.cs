using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A message: drafted, sent or received.</summary>
internal sealed record MessageRow : Row
{
    public required string AccountId { get; init; }

    public string? ConversationId { get; init; }

    public string? CampaignId { get; init; }

    public required string ContactId { get; init; }

    public required Channel Channel { get; init; }

    public MessageDirection Direction { get; init; } = MessageDirection.Outbound;

    public required MessageStatus Status { get; init; }

    public string? Subject { get; init; }

    public required string Body { get; init; }

    public bool AiGenerated { get; init; }

    public int? SequenceStep { get; init; }

    public int Revision { get; init; } = 1;

    public string? LastFeedback { get; init; }

    public string? RejectionReason { get; init; }

    public MessageFailure? Failure { get; init; }

    public int RetryCount { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? RejectedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? BouncedAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The connected account that it is planned for, or was sent from.</summary>
    public string? SenderId { get; init; }

    /// <summary>Taken back by the service: feedback cannot revive it.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Waits for approval again after a rejection, so its place in the queue is not that of its last change.</summary>
    public bool Revived { get; init; }

    /// <summary>The recipient's mailbox will refuse it.</summary>
    public bool WillBounce { get; init; }

    /// <summary>A report of its own will tell what became of it, not the usual one after 30 seconds.</summary>
    public bool ReportedApart { get; init; }

    /// <summary>When a next step would fall due, whether or not one was wanted when this one was sent.</summary>
    public DateTimeOffset? NextStepAt { get; init; }

    /// <summary>When the next step of the sequence is drafted, unless the contact answers.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>The follow-up fell due while the campaign was paused.</summary>
    public bool FollowUpOverdue { get; init; }

    /// <summary>Whether it was neither sent nor turned down.</summary>
    public bool IsUnsent => Status == MessageStatus.PendingApproval || Status == MessageStatus.Approved;
}
