namespace Outreach.Sdk.Markus;

/// <summary>A conversation with its parties and its latest state.</summary>
public sealed record ConversationDetail
{
    /// <summary>Conversation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Contact.</summary>
    public string ContactId { get => field ?? ""; init; }

    /// <summary>Campaign, or null for a direct conversation.</summary>
    public string? CampaignId { get; init; }

    /// <summary>A contact.</summary>
    public Contact Contact { get => field ?? new(); init; }

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

    /// <summary>Short reference to a campaign.</summary>
    public CampaignRef? Campaign { get; init; }

    /// <summary>Latest message.</summary>
    public Message LastMessage { get => field ?? new(); init; }

    /// <summary>Figures of one conversation.</summary>
    public ConversationEngagement Engagement { get => field ?? new(); init; }

    /// <summary>Latest analysis of a reply, or null.</summary>
    public ResponseAnalysis? Analysis { get; init; }
}
