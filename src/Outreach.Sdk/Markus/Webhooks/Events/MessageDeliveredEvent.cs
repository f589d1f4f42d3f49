namespace Outreach.Sdk.Markus;

/// <summary><c>message.delivered</c>. Fires when the provider has confirmed delivery.</summary>
public sealed record MessageDeliveredEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageDelivered;
}
