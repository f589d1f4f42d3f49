namespace Outreach.Sdk.Markus;

/// <summary><c>message.approved</c>. Fires when a pending message has been approved.</summary>
public sealed record MessageApprovedEvent : WebhookEvent
{
    /// <summary>The message after the change, without its text.</summary>
    public MessageEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.MessageApproved;
}
