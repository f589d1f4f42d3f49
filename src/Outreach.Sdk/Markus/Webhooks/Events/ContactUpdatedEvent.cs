namespace Outreach.Sdk.Markus;

/// <summary><c>contact.updated</c>. Fires when a contact has changed.</summary>
public sealed record ContactUpdatedEvent : WebhookEvent
{
    /// <summary>The contact after the change.</summary>
    public ContactEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.ContactUpdated;
}
