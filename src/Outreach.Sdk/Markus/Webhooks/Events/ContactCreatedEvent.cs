namespace Outreach.Sdk.Markus;

/// <summary><c>contact.created</c>. Fires when a contact has been created by hand, by import or by discovery.</summary>
public sealed record ContactCreatedEvent : WebhookEvent
{
    /// <summary>The contact after the change.</summary>
    public ContactEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.ContactCreated;
}
