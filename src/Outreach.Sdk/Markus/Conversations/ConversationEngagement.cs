namespace Outreach.Sdk.Markus;

/// <summary>Figures of one conversation.</summary>
public sealed record ConversationEngagement
{
    /// <summary>Outbound messages.</summary>
    public int MessagesSent { get; init; }

    /// <summary>Inbound messages.</summary>
    public int MessagesReceived { get; init; }

    /// <summary>Outbound messages opened.</summary>
    public int MessagesOpened { get; init; }

    /// <summary>Seconds from the first outbound to the first inbound message; null without reply.</summary>
    public long? FirstResponseSeconds { get; init; }
}
