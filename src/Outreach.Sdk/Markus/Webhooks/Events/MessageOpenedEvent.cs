namespace Outreach.Sdk.Markus;

/// <summary><c>message.opened</c>. Fires when the recipient has opened the message (first time only).</summary>
public sealed record MessageOpenedEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageOpened;
}
