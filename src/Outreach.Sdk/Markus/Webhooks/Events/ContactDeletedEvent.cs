namespace Outreach.Sdk.Markus;

/// <summary><c>contact.deleted</c>. Fires when a contact has been soft-deleted.</summary>
public sealed record ContactDeletedEvent : WebhookEvent
{
    /// <summary>The contact after the change.</summary>
    public ContactEventData Data { get => field ?? new(); init; }

    private protected override WebhookEventType Kind => WebhookEventType.ContactDeleted;
}
