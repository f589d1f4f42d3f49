namespace Outreach.Sdk.Markus;

/// <summary><c>message.bounced</c>. Fires when the message has bounced.</summary>
public sealed record MessageBouncedEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageBounced;
}
