namespace Outreach.Sdk.Reachkit;

/// <summary>Ids of a unibox event.</summary>
public sealed record UniboxMessageEventData
{
    /// <summary>Conversation id.</summary>
    public string ConversationId { get => field ?? ""; init; }

    /// <summary>Inbox id.</summary>
    public string InboxId { get => field ?? ""; init; }
}
