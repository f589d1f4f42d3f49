using System.Globalization;

namespace Outreach.FakeServer.Mailmark;

/// <summary>How recipients drive the numbers: delivery, opens, clicks, answers, unsubscribes.</summary>
internal sealed class ReactionRules
{
    private const string OutcomeJob = "mailmark.outcome";
    private const string ReactionJob = "mailmark.reaction";

    private static readonly HashSet<string> NoMailbox = new(StringComparer.Ordinal) { "bounce@simulator.amazonses.com", "suppressionlist@simulator.amazonses.com" };
    private static readonly TimeSpan DeliveryDelay = TimeSpan.FromSeconds(1);

    private readonly MailmarkService _service;

    public ReactionRules(MailmarkService service)
    {
        _service = service;
        service.World.Jobs.Handle(OutcomeJob, job => service.Deliveries.Outcome(job.Subject, job.Data!), job => $"Mailmark learns that {Mail(job.Subject)} is {job.Data}", data: JobData.Text);
        service.World.Jobs.Handle(ReactionJob, job => React(job.Subject, job.Data!.Split('\n', 3)), job => $"{job.Data!.Split('\n')[0]} of {Mail(job.Subject)} by {job.Data!.Split('\n')[1]}", data: JobData.Lines(3));
    }

    /// <summary>What a recipient does with the next message that it gets.</summary>
    public IReadOnlyList<Reaction> Of(string recipient)
    {
        string address = SuppressionRules.Normal(recipient);
        return _service.World.Recipients.To("mailmark", address, (int)_service.World.Counters.Next($"mailmark.to:{address}") + 1);
    }

    /// <summary>Lets things take their course after a message was handed over.</summary>
    public void Plan(OutgoingMail mail, string messageId, string recipient, IReadOnlyList<Reaction> reactions)
    {
        (string status, TimeSpan after) = OutcomeOf(SuppressionRules.Normal(recipient), reactions);
        _service.World.Jobs.Schedule(_service.World.Clock.Now + after, OutcomeJob, messageId, status);
        if (status != "delivered") return;
        foreach (Reaction reaction in reactions)
        {
            string? text = reaction.Text;
            TimeSpan delay;
            switch (reaction.Kind)
            {
                case ReactionKind.Open:
                    delay = TimeSpan.FromMinutes(1);
                    break;
                case ReactionKind.Click:
                    delay = TimeSpan.FromMinutes(2);
                    text ??= MailBody.Targets(mail.Html).FirstOrDefault();
                    if (text is null) continue;
                    break;
                case ReactionKind.OutOfOffice:
                    delay = TimeSpan.FromMinutes(1);
                    break;
                case ReactionKind.Unsubscribe when mail.IsCampaign:
                    delay = TimeSpan.FromMinutes(5);
                    break;
                case ReactionKind.Reply:
                    delay = TimeSpan.FromHours(1);
                    break;
                default:
                    continue;
            }

            string data = string.Create(CultureInfo.InvariantCulture, $"{reaction.Kind}\n{recipient.Trim()}\n{text}");
            _service.World.Jobs.Schedule(_service.World.Clock.Now + (reaction.After ?? delay), ReactionJob, messageId, data);
        }
    }

    private (string Status, TimeSpan After) OutcomeOf(string address, IReadOnlyList<Reaction> reactions)
    {
        if (reactions.FirstOrDefault(reaction => reaction.Kind == ReactionKind.Bounce) is { } bounce)
            return (bounce.Text is "transient" or "soft" ? "bounced" : "failed", bounce.After ?? DeliveryDelay);
        if (_service.Settings.Outcomes.TryGetValue(address, out string? outcome) && outcome.Split(' ') is [string status, string ms])
            return (status, TimeSpan.FromMilliseconds(long.Parse(ms, CultureInfo.InvariantCulture)));
        return (NoMailbox.Contains(address) ? "failed" : "delivered", DeliveryDelay);
    }

    private void React(string messageId, string[] data)
    {
        (string kind, string recipient, string text) = (data[0], data[1], data[2]);
        if (kind == nameof(ReactionKind.Open)) _service.Deliveries.Opened(messageId);
        else if (kind == nameof(ReactionKind.Click)) _service.Deliveries.Clicked(messageId, text);
        else if (Sender(messageId) is var (address, subject)) Write(kind, recipient, address, subject, messageId);
    }

    private string Mail(string messageId)
        => _service.State.EmailsByMessageId.First(messageId) is { } email ? $"'{email.Subject}' to {string.Join(", ", email.To)}"
            : Sender(messageId) is (var address, var subject) ? $"'{subject}' from {address}"
            : $"message {messageId}";

    // The recipient has the mail and its links, whatever became of the sender's record.
    private (string Address, string Subject)? Sender(string messageId)
    {
        if (_service.State.EmailsByMessageId.First(messageId) is { } email && _service.State.Mailboxes.Find(email.MailboxId) is { } mailbox) return (mailbox.FullAddress, email.Subject);
        Outbox outbox = _service.World.Outbox;
        for (int i = outbox.Count - 1; i >= 0; i--)
            if (outbox[i].Api == "mailmark" && outbox[i].MessageId == messageId) return (outbox[i].From, outbox[i].Subject ?? "");
        return null;
    }

    private void Write(string kind, string recipient, string sender, string subject, string messageId)
    {
        string domain = sender[(sender.LastIndexOf('@') + 1)..];
        if (kind == nameof(ReactionKind.Unsubscribe))
        {
            if (_service.State.DomainsByName.First(domain) is { } row) _service.Suppressions.Add(row.Id, recipient, "one-click");
            return;
        }

        if (kind is not (nameof(ReactionKind.Reply) or nameof(ReactionKind.OutOfOffice)) || _service.State.MailboxesByAddress.First(sender) is not { } mailbox) return;
        _service.Inbound.Receive(mailbox, new ReceivedMail
        {
            From = recipient,
            To = [mailbox.FullAddress],
            Subject = kind == nameof(ReactionKind.OutOfOffice) ? $"Automatic reply: {subject}" : $"Re: {subject}",
            MessageId = $"{_service.World.Ids.Text("mailmark.answers", 16)}@{recipient[(recipient.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            InReplyTo = $"<{messageId}@{domain}>",
        });
    }
}
