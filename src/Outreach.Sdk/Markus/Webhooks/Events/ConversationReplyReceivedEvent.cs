namespace Outreach.Sdk.Markus;

/// <summary><c>conversation.reply_received</c>. Fires when an inbound message has arrived.</summary>
public sealed record ConversationReplyReceivedEvent : WebhookEvent
{
    /// <summary>The conversation and the reply.</summary>
    public ConversationReplyEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.ConversationReplyReceived;
}
