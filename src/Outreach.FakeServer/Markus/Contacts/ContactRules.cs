using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Creates, changes and deletes contacts, with what follows for messages, conversations and allowances.</summary>
internal sealed class ContactRules(MarkusState state)
{
    /// <summary>The undeleted contact with an e-mail address; null when there is none.</summary>
    public ContactRow? WithEmail(string accountId, string? email) => email is null ? null : state.ContactsByEmail.First(MarkusState.EmailKey(accountId, email));

    /// <summary>Stores a new contact, which uses the allowance, and drafts its first message in an active campaign.</summary>
    /// <returns>The contact, and whether a draft waits for approval: the caller announces drafts once per call.</returns>
    public (ContactRow Contact, bool Drafted) Create(ContactRow contact)
    {
        CampaignRow? campaign = state.Campaigns.Find(contact.CampaignId);
        state.Allowances.UseContact(contact.AccountId, campaign, contact.Source);
        ContactRow row = state.Contacts.Add(contact);
        state.Change(row.AccountId, account => account with { ContactCount = account.ContactCount + 1 });
        state.Count(row.CampaignId, counters => counters with { Contacts = counters.Contacts + 1, ContactsUsed = counters.ContactsUsed + 1 });
        Fire(WebhookEventType.ContactCreated, row);
        return (row, state.Drafts.First(row));
    }

    /// <summary>Applies a caller's changes.</summary>
    public ContactRow Update(ContactRow before, ContactRow after)
    {
        if (SameRow.Is(before, after, MarkusStateJson.Default.ContactRow)) return before;
        ContactRow row = state.Contacts.Update(after with { UpdatedAt = state.Now });
        bool moved = row.CampaignId != before.CampaignId;
        if (moved)
        {
            state.MessageRules.WithdrawContact(row.Id, "contact moved", message => message.CampaignId is not null && message.CampaignId == before.CampaignId);
            state.Count(before.CampaignId, counters => counters with { Contacts = counters.Contacts - 1 });
            state.Count(row.CampaignId, counters => counters with { Contacts = counters.Contacts + 1, ContactsUsed = counters.ContactsUsed + 1, MovedIn = true });
        }

        if (row.Status == ContactStatus.Unsubscribed && before.Status != ContactStatus.Unsubscribed) EndContact(row, "contact unsubscribed");
        Fire(WebhookEventType.ContactUpdated, row);
        if (moved && state.Drafts.First(row)) state.Drafts.Announce(row.CampaignId!, 1);
        return state.Contacts.Find(row.Id)!;
    }

    /// <summary>Notes that a contact asked to be left alone; no event, since the service did it.</summary>
    /// <param name="contact">The contact with its new status.</param>
    public void Unsubscribe(ContactRow contact)
    {
        ContactRow row = state.Contacts.Update(contact with { Status = ContactStatus.Unsubscribed, UpdatedAt = state.Now });
        EndContact(row, "contact unsubscribed");
    }

    /// <summary>Soft-deletes a contact.</summary>
    public ContactRow Delete(ContactRow contact)
    {
        EndContact(contact, "contact deleted");
        ContactRow row = state.Contacts.Update(state.Contacts.Find(contact.Id)! with { DeletedAt = state.Now, UpdatedAt = state.Now });
        state.Change(row.AccountId, account => account with { ContactCount = account.ContactCount - 1 });
        state.Count(row.CampaignId, counters => counters with { Contacts = counters.Contacts - 1 });
        Fire(WebhookEventType.ContactDeleted, row);
        return row;
    }

    private void EndContact(ContactRow contact, string reason)
    {
        state.MessageRules.WithdrawContact(contact.Id, reason);
        foreach (ConversationRow conversation in state.ConversationsByContact[contact.Id])
            if (conversation.IsOpen) state.Conversations.Update(conversation with { Status = ConversationStatus.Closed, UpdatedAt = state.Now });
    }

    private void Fire(WebhookEventType type, ContactRow contact)
        => state.Events.Fire(contact.AccountId, type, ContactViews.EventData(contact), MarkusJson.Default.ContactEventData);
}
