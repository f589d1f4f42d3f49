namespace Outreach.Sdk.Markus;

/// <summary>Engagement over all conversations that match the filters.</summary>
public sealed record ConversationMetrics
{
    /// <summary>Conversations.</summary>
    public int Total { get; init; }

    /// <summary>Conversations in that status.</summary>
    public int AwaitingReply { get; init; }

    /// <summary>Conversations in that status.</summary>
    public int NeedsReply { get; init; }

    /// <summary>Conversations in that status.</summary>
    public int Closed { get; init; }

    /// <summary>Conversations with unread messages.</summary>
    public int Unread { get; init; }

    /// <summary>Conversations with at least one inbound message.</summary>
    public int Replied { get; init; }

    /// <summary>replied / total. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double ReplyRate { get; init; }

    /// <summary>Messages per conversation, 2 decimals; 0 without conversations.</summary>
    public double AverageMessages { get; init; }

    /// <summary>Mean of first_response_seconds over conversations with a reply, rounded; null without one.</summary>
    public long? AverageFirstResponseSeconds { get; init; }

    /// <summary>Per channel, in the order email, instagram, twitter, linkedin; channels without conversations are left out.</summary>
    public IReadOnlyList<ChannelEngagement> ByChannel { get => field ?? []; init; }

    /// <summary>Conversations per sentiment of the last analysed reply.</summary>
    public SentimentCounts BySentiment { get => field ?? new(); init; }
}
