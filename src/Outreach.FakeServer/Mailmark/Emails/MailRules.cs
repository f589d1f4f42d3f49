using System.Globalization;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Sending: the checks of a message in their order, its record, and its way to the recipient.</summary>
internal sealed class MailRules
{
    /// <summary>What stands for the id of a message that was not sent because its recipient had unsubscribed.</summary>
    public const string Skipped = "skipped-all-unsubscribed";

    private const string SendJob = "mailmark.send";
    private readonly MailmarkService _service;

    public MailRules(MailmarkService service)
    {
        _service = service;
        service.World.Jobs.Handle(SendJob, job => SendDue(job.Subject), job => State.Scheduled.Find(job.Subject) is { } mail ? $"Mailmark sends '{mail.Subject}' to {string.Join(", ", mail.To)} at its scheduledAt" : "nothing: the scheduled message is gone");
    }

    private MailmarkState State => _service.State;

    /// <summary>The messages in the sent folders of a domain, mailbox by mailbox.</summary>
    public IEnumerable<EmailRow> SentOf(string domainId)
        => State.MailboxesOfDomain[domainId].SelectMany(mailbox => State.EmailsOfMailbox[mailbox.Id]).Where(email => email.Folder == "sent");

    /// <summary>Sends a message at once.</summary>
    /// <returns>The message's id, or <see cref="Skipped"/>.</returns>
    public string Send(OutgoingMail mail)
    {
        _service.Recipients.Check(mail.To);
        if (mail.IsCampaign && _service.Suppressions.Contains(mail.Mailbox.DomainId, mail.To[0])) return Skipped;
        _service.Accounts.CheckQuota(mail.Mailbox.UserId);
        _service.Warming.Check(mail.Mailbox.DomainId);
        string messageId = NewMessageId();
        HandOver(mail, messageId);
        Add(Record(mail, messageId, "sent", _service.Now));
        _service.Warming.Count(mail.Mailbox.DomainId);
        return messageId;
    }

    /// <summary>Stores a message until its time.</summary>
    /// <returns>The message's id.</returns>
    public string Schedule(OutgoingMail mail, long due)
    {
        _service.Recipients.Check(mail.To);
        _service.Accounts.CheckQuota(mail.Mailbox.UserId);
        if (due <= _service.Now) throw MailmarkErrors.ScheduleInPast();
        string messageId = NewMessageId();
        EmailRow record = Add(Record(mail, messageId, "outbox", due));
        ScheduledRow scheduled = State.Scheduled.Add(new ScheduledRow
        {
            MailboxId = mail.Mailbox.Id,
            EmailId = record.Id,
            MessageId = messageId,
            To = mail.To,
            Subject = mail.Subject,
            Html = mail.Html,
            BatchId = mail.BatchId,
        });
        _service.World.Jobs.Schedule(Millis.Instant(due), SendJob, scheduled.Id);
        return messageId;
    }

    /// <summary>The id of a new batch: its time, or the next that no batch has. It is free for others until it is kept or a message bears it.</summary>
    public (string Id, long At) NextBatch()
    {
        long at = Math.Max(_service.Now, _service.Settings.LastBatch + 1);
        while (State.EmailsOfBatch.First(BatchId(at)) is not null) at++;
        return (BatchId(at), at);
    }

    /// <summary>Keeps a batch's id from others though no message may bear it.</summary>
    public void KeepBatch(long at) => _service.Settings = _service.Settings with { LastBatch = at };

    /// <summary>The id of a new message.</summary>
    public string NewMessageId() => $"{_service.Now.ToString(CultureInfo.InvariantCulture)}-{_service.World.Ids.Text("mailmark.messages", 8)}";

    /// <summary>Stores a record.</summary>
    public EmailRow Add(EmailRow email)
    {
        _service.Health.CatchUp(email.DomainId);
        return State.Emails.Add(email);
    }

    /// <summary>Changes a record. The domain's health as of the last check is settled before.</summary>
    public EmailRow Update(EmailRow email)
    {
        _service.Health.CatchUp(email.DomainId);
        return State.Emails.Update(email);
    }

    /// <summary>Removes a record for good.</summary>
    public void Remove(EmailRow email)
    {
        _service.Health.CatchUp(email.DomainId);
        State.Emails.Remove(email);
    }

    private static string BatchId(long at) => $"batch-{at.ToString(CultureInfo.InvariantCulture)}";

    private void SendDue(string scheduledId)
    {
        if (State.Scheduled.Find(scheduledId) is not { } scheduled) return;
        State.Scheduled.Remove(scheduled);
        if (State.Mailboxes.Find(scheduled.MailboxId) is not { } mailbox || _service.Warming.IsUsedUp(mailbox.DomainId)) return;
        try
        {
            HandOver(new OutgoingMail(mailbox, scheduled.To, scheduled.Subject, scheduled.Html, scheduled.BatchId), scheduled.MessageId);
        }
        catch (MailmarkError)
        {
            // Refused by the transport: the record stays in the outbox folder.
            return;
        }

        if (State.Emails.Find(scheduled.EmailId) is { } record) Update(record with { Folder = "sent", Date = _service.Now, DeliveryStatus = "pending" });
        _service.Warming.Count(mailbox.DomainId);
    }

    private EmailRow Record(OutgoingMail mail, string messageId, string folder, long date) => new()
    {
        UserId = mail.Mailbox.UserId,
        DomainId = mail.Mailbox.DomainId,
        MailboxId = mail.Mailbox.Id,
        MessageId = messageId,
        From = mail.Mailbox.Sender,
        To = mail.To,
        Subject = mail.Subject,
        Snippet = MailBody.Snippet(mail.Html),
        Folder = folder,
        Date = date,
        Read = true,
        DeliveryStatus = folder == "sent" ? "pending" : null,
        BatchId = mail.BatchId,
        S3Key = S3Key(mail.Mailbox, folder, messageId),
        EnrollmentId = mail.EnrollmentId,
    };

    /// <summary>Where the raw message of a record is kept.</summary>
    public string S3Key(MailboxRow mailbox, string folder, string messageId)
        => $"{State.Domains.Find(mailbox.DomainId)?.Name}/{mailbox.Address}/{folder}/{messageId}.eml";

    private void HandOver(OutgoingMail mail, string messageId)
    {
        string fallback = mail.IsCampaign ? $"Failed to send to {mail.To[0]}" : "Failed to send email";
        if (mail.To.Count == 0) throw MailmarkErrors.SendFailed(fallback);
        foreach (string recipient in mail.To)
            if (_service.Settings.Rejects.TryGetValue(SuppressionRules.Normal(recipient), out string? text)) throw MailmarkErrors.SendFailed(text.Length == 0 ? fallback : text);
        List<(string Recipient, IReadOnlyList<Reaction> Reactions)> reactions = [.. mail.To.Select(recipient => (recipient, _service.Reactions.Of(recipient)))];
        foreach ((_, IReadOnlyList<Reaction> list) in reactions)
            if (list.FirstOrDefault(reaction => reaction.Kind == ReactionKind.Refuse) is { } refusal) throw MailmarkErrors.SendFailed(refusal.Text ?? fallback);

        string domain = State.Domains.Find(mail.Mailbox.DomainId)?.Name ?? "";
        string site = _service.Settings.LinkAddress.TrimEnd('/');
        string? unsubscribe = mail.IsCampaign ? MailBody.UnsubscribeUrl(site, messageId, mail.To[0], domain) : null;
        _service.World.Outbox.Add(new OutboxMessage
        {
            Api = "mailmark",
            MessageId = messageId,
            CampaignId = mail.BatchId ?? State.Enrollments.Find(mail.EnrollmentId)?.SequenceId,
            SentAt = _service.World.Clock.Now,
            From = mail.Mailbox.FullAddress,
            To = mail.To[0],
            Recipients = mail.To,
            Subject = mail.Subject,
            Html = MailBody.Complete(site, mail.Html, messageId, unsubscribe),
            Headers = MailBody.Headers(site, mail.Mailbox, domain, mail.To, mail.Subject, messageId, _service.World.Clock.Now, unsubscribe),
        });
        foreach ((string recipient, IReadOnlyList<Reaction> list) in reactions) _service.Reactions.Plan(mail, messageId, recipient, list);
    }
}
