using System.Collections.Immutable;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What happens to threads of the unibox (contract sections 3.10 and 6.6).</summary>
internal sealed class Threads(ReachkitModule module, World world)
{
    private ReachkitState State => module.State;

    /// <summary>Takes an incoming message to its thread; null when it is a stranger's and the workspace keeps none.</summary>
    public ConversationRow? Receive(ReachkitIncomingMail mail)
    {
        InboxRow inbox = State.Inboxes.Find(mail.InboxId) ?? throw new ArgumentException($"No inbox has the id '{mail.InboxId}'.", nameof(mail));
        string from = ReachkitFields.NormaliseEmail(mail.From) ?? throw new ArgumentException($"'{mail.From}' is not an address.", nameof(mail));
        DateTimeOffset now = world.Clock.Now;
        ConversationRow? thread = Find(inbox.Workspace, from, inbox.Ordinal) ?? Find(inbox.Workspace, from, null);
        if (thread is null)
        {
            if (!State.Workspaces.At(inbox.Workspace)!.Settings.KeepsOtherReplies) return null;
            thread = Open(new ConversationRow { Workspace = inbox.Workspace, IsStranger = true, LatestAt = now, CreatedAt = now, UpdatedAt = now });
        }

        ImmutableArray<int> files = [.. (mail.Attachments ?? []).Select(file => State.Files.Add(new FileRow
        {
            ConversationId = thread.Id,
            FileName = file.FileName,
            ContentType = file.ContentType,
            Content = file.Content,
        }).Ordinal)];
        string? text = mail.Text ?? (mail.Html is null ? null : VariantHtml.ToPlainText(mail.Html));
        State.Messages.Add(new MessageRow
        {
            ConversationId = thread.Id,
            Direction = MessageDirection.Incoming,
            Inbox = inbox.Ordinal,
            Subject = mail.Subject,
            Text = text,
            Html = mail.Html,
            From = from,
            To = [new MailAddress { Email = inbox.Email, Name = SenderName(inbox) }],
            At = now,
            IsRead = false,
            Files = files,
        });
        thread = Change(thread, thread with { AutomaticLabel = mail.Label ?? ConversationLabels.Of(mail.Subject, text, mail.IsAutoReply), LatestAt = now, UpdatedAt = now });
        module.Events.Emit(inbox.Workspace, "unibox.new_message", now, ("conversation_id", thread.Id), ("inbox_id", inbox.Id));
        if (!mail.IsAutoReply && State.Leads.At(thread.Lead) is { } lead) module.Leads.Reply(lead);
        return thread;
    }

    /// <summary>Sends a new email to anyone, in a thread of its own.</summary>
    public ConversationRow Create(InboxRow inbox, ImmutableArray<MailAddress> to, string subject, string content)
    {
        DateTimeOffset now = world.Clock.Now;
        ConversationRow thread = Open(new ConversationRow { Workspace = inbox.Workspace, LatestAt = now, CreatedAt = now, UpdatedAt = now });
        SendManual(thread, inbox, to, subject, content);
        return State.Conversations.Current(thread)!;
    }

    /// <summary>Sends an answer in a thread, through the inbox of its latest message.</summary>
    public MessageRow Reply(ConversationRow thread, InboxRow inbox, string content)
    {
        MessageRow? incoming = State.MessagesByConversation[thread.Id].Newest().FirstOrDefault(message => !message.IsOutgoing);
        ImmutableArray<MailAddress> to = incoming is null
            ? State.MessagesByConversation.Last(thread.Id)!.To
            : [new MailAddress { Email = incoming.From, Name = NameOf(thread, incoming.From) }];
        return SendManual(thread, inbox, to, ReplySubject.To(State.MessagesByConversation.First(thread.Id)!.Subject), content);
    }

    /// <summary>Puts a campaign email into the thread of its lead, if there is one.</summary>
    public void Follow(LeadRow lead, LeadStateRow current, EmailRow email)
    {
        if (current.Thread < 0) return;
        ConversationRow thread = State.Conversations.At(current.Thread)!;
        Add(thread, lead, email);
        State.Conversations.Update(thread with { LatestAt = email.SentAt, UpdatedAt = email.SentAt });
    }

    /// <summary>Puts a changed thread in place; the positive numbers of its campaign follow its label.</summary>
    public ConversationRow Change(ConversationRow old, ConversationRow thread)
    {
        if (old.IsPositive != thread.IsPositive && State.Leads.At(thread.Lead) is { } lead)
        {
            int change = thread.IsPositive ? 1 : -1;
            CampaignTallyRow tally = State.Tallies.At(lead.Campaign)!;
            State.Tallies.Update(tally with { Positive = tally.Positive + change });
            if (State.Variants.At(State.StateOf(lead).Credited) is { } variant) State.Variants.Update(variant with { Positive = variant.Positive + change });
        }

        return State.Conversations.Update(thread);
    }

    /// <summary>Removes the threads of strangers, which a workspace no longer keeps.</summary>
    public void RemoveStrangers(int workspace)
    {
        foreach (ConversationRow thread in State.ConversationsByWorkspace[ReachkitState.WorkspaceKey(workspace)].Where(thread => thread.IsStranger).ToList())
        {
            foreach (MessageRow message in State.MessagesByConversation[thread.Id])
            {
                foreach (int file in message.Files) State.Files.Remove(State.Files.At(file)!);
                State.Messages.Remove(message);
            }

            State.Conversations.Remove(thread);
        }
    }

    private static string? SenderName(InboxRow inbox)
    {
        string name = string.Join(' ', new[] { inbox.FirstName, inbox.LastName }.OfType<string>());
        return name.Length == 0 ? null : name;
    }

    private ConversationRow Open(ConversationRow thread) => State.Conversations.Add(thread);

    private string? NameOf(ConversationRow thread, string address)
        => State.Leads.At(thread.Lead) is { } lead && lead.Email == address && lead.FullName.Length > 0 ? lead.FullName : null;

    // Of the latest outgoing email to an address, from one inbox or any: its thread, or a new one if it is a campaign email whose
    // lead has none yet.
    private ConversationRow? Find(int workspace, string email, int? inbox)
    {
        DateTimeOffset latest = DateTimeOffset.MinValue;
        LeadRow? lead = null;
        int mail = -1;
        int thread = -1;
        foreach (LeadRow candidate in State.FindLeads(workspace, email))
        {
            EmailRow? sent = State.Emails.At(State.StateOf(candidate).LastEmail);
            while (sent is not null && inbox is not null && sent.Inbox != inbox) sent = State.Emails.At(sent.Previous);
            if (sent is null || (sent.SentAt, sent.Ordinal).CompareTo((latest, mail)) < 0) continue;
            (latest, mail, lead) = (sent.SentAt, sent.Ordinal, candidate);
        }

        foreach (AddressedRow addressed in State.AddressedByAddress[ReachkitState.AddressKey(workspace, email)])
        {
            if ((inbox is not null && addressed.Inbox != inbox) || State.Conversations.At(addressed.Conversation) is null) continue;
            int place = addressed.Email ?? int.MaxValue;
            if ((addressed.At, place).CompareTo((latest, mail)) < 0) continue;
            (latest, mail, lead, thread) = (addressed.At, place, null, addressed.Conversation);
        }

        if (lead is not null) return ThreadOf(lead);
        return State.Conversations.At(thread);
    }

    private ConversationRow ThreadOf(LeadRow lead)
    {
        LeadStateRow current = State.StateOf(lead);
        if (current.Thread >= 0) return State.Conversations.At(current.Thread)!;
        DateTimeOffset now = world.Clock.Now;
        ConversationRow thread = Open(new ConversationRow
        {
            Workspace = State.Campaigns.At(lead.Campaign)!.Workspace,
            Lead = lead.Ordinal,
            LatestAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        });
        State.LeadStates.Update(current with { Thread = thread.Ordinal });
        Stack<EmailRow> emails = [];
        for (EmailRow? email = State.Emails.At(current.LastEmail); email is not null; email = State.Emails.At(email.Previous)) emails.Push(email);
        foreach (EmailRow email in emails) Add(thread, lead, email);
        return thread;
    }

    private void Add(ConversationRow thread, LeadRow lead, EmailRow email) => State.Messages.Add(new MessageRow
    {
        ConversationId = thread.Id,
        Direction = MessageDirection.Outgoing,
        Inbox = email.Inbox,
        Subject = email.Subject,
        Text = email.Text,
        Html = email.Html,
        From = State.Inboxes.At(email.Inbox)!.Email,
        To = [new MailAddress { Email = lead.Email, Name = lead.FullName.Length == 0 ? null : lead.FullName }],
        At = email.SentAt,
        IsRead = true,
    });

    private MessageRow SendManual(ConversationRow thread, InboxRow inbox, ImmutableArray<MailAddress> to, string subject, string content)
    {
        DateTimeOffset now = world.Clock.Now;
        (string html, string text) = module.Mail.Manual(inbox, content);
        MessageRow message = State.Messages.Add(new MessageRow
        {
            ConversationId = thread.Id,
            Direction = MessageDirection.Outgoing,
            Inbox = inbox.Ordinal,
            Subject = subject,
            Text = text,
            Html = html,
            From = inbox.Email,
            To = to,
            At = now,
            IsRead = true,
        });
        State.Conversations.Update(thread with { LatestAt = now, UpdatedAt = now });
        foreach (MailAddress recipient in to)
            State.Addressed.Add(new AddressedRow { Address = ReachkitState.AddressKey(inbox.Workspace, recipient.Email), Conversation = thread.Ordinal, Inbox = inbox.Ordinal, At = now });
        world.Outbox.Add(new OutboxMessage
        {
            Api = "reachkit",
            MessageId = message.Id,
            SentAt = now,
            From = inbox.Email,
            To = to[0].Email,
            Recipients = [.. to.Select(recipient => recipient.Email)],
            Subject = subject,
            Html = html,
            Text = text,
            Headers = module.Mail.Headers(inbox, message.Id, null),
        });
        foreach (string recipient in to.Select(address => address.Email).Distinct(StringComparer.Ordinal))
            module.Passes.React(inbox, recipient, State.AddressedByAddress.Count(ReachkitState.AddressKey(inbox.Workspace, recipient)), subject, email: null, lead: null);
        return message;
    }
}
