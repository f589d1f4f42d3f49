using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A thread with one contact on one channel.</summary>
internal sealed record ConversationRow : Row
{
    public required string AccountId { get; init; }

    public required string ContactId { get; init; }

    public string? CampaignId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Subject of the first message.</summary>
    public string? Subject { get; init; }

    public ConversationStatus Status { get; init; } = ConversationStatus.AwaitingReply;

    public int UnreadCount { get; init; }

    /// <summary>Outbound messages.</summary>
    public int SentCount { get; init; }

    /// <summary>Inbound messages.</summary>
    public int ReceivedCount { get; init; }

    /// <summary>Outbound messages that were opened.</summary>
    public int OpenedCount { get; init; }

    /// <summary>The latest message, sent or received.</summary>
    public string LastMessageId { get; init; } = "";

    public string LastMessagePreview { get; init; } = "";

    public MessageDirection LastMessageDirection { get; init; } = MessageDirection.Outbound;

    public DateTimeOffset LastMessageAt { get; init; }

    /// <summary>The first outbound message.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The first inbound message.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>The latest analysis of a reply.</summary>
    public ResponseAnalysis? Analysis { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it still takes messages.</summary>
    public bool IsOpen => Status != ConversationStatus.Closed;

    /// <summary>Messages sent or received.</summary>
    public int MessageCount => SentCount + ReceivedCount;

    /// <summary>Seconds from the first outbound to the first inbound message; null without reply.</summary>
    public long? FirstResponseSeconds => FirstReceivedAt is { } received && FirstSentAt is { } sent ? (long)(received - sent).TotalSeconds : null;
}
