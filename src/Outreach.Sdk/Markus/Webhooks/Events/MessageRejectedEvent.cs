namespace Outreach.Sdk.Markus;

/// <summary><c>message.rejected</c>. Fires when a pending message has been rejected by a caller.</summary>
public sealed record MessageRejectedEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageRejected;
}
