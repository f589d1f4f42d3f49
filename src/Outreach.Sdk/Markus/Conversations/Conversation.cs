namespace Outreach.Sdk.Markus;

/// <summary>A thread with one contact on one channel.</summary>
public sealed record Conversation
{
    /// <summary>Conversation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Contact.</summary>
    public string ContactId { get => field ?? ""; init; }

    /// <summary>Campaign, or null for a direct conversation.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Short form of a contact.</summary>
    public ContactSummary Contact { get => field ?? new(); init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Subject of the first message; null for channels without subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>State of a conversation.</summary>
    public ConversationStatus Status { get; init; }

    /// <summary>Inbound messages not marked read.</summary>
    public int UnreadCount { get; init; }

    /// <summary>Messages sent or received.</summary>
    public int MessageCount { get; init; }

    /// <summary>First 140 characters of the last message.</summary>
    public string LastMessagePreview { get => field ?? ""; init; }

    /// <summary>Direction of a message, seen from the account.</summary>
    public MessageDirection LastMessageDirection { get; init; }

    /// <summary>Time of the last message.</summary>
    public DateTimeOffset LastMessageAt { get; init; }

    /// <summary>Sentiment of the last analysed reply, or null.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Time of the first message.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
