namespace Outreach.Sdk.Markus;

/// <summary><c>conversation.created</c>. Fires when the first message to a contact on a channel has opened a conversation.</summary>
public sealed record ConversationCreatedEvent : WebhookEvent
{
    /// <summary>The new conversation.</summary>
    public ConversationEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.ConversationCreated;
}
