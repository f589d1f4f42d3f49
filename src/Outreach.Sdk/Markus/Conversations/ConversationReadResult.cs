namespace Outreach.Sdk.Markus;

/// <summary>State after marking a conversation read.</summary>
public sealed record ConversationReadResult
{
    /// <summary>Conversation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Always 0.</summary>
    public int UnreadCount { get; init; }

    /// <summary>Messages that were unread before.</summary>
    public int MarkedRead { get; init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
