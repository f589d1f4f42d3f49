namespace Outreach.Sdk.Markus;

/// <summary><c>message.sent</c>. Fires when an outbound message has been handed to the provider.</summary>
public sealed record MessageSentEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageSent;
}
