using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Received mail and what it sets off.</summary>
internal sealed partial class InboundRules(MailmarkService service)
{
    private MailmarkState State => service.State;

    /// <summary>Takes a message in. Warmup mail is only filed.</summary>
    public EmailRow Receive(MailboxRow mailbox, ReceivedMail mail)
    {
        EmailRow record = service.Mail.Add(new EmailRow
        {
            UserId = mailbox.UserId,
            DomainId = mailbox.DomainId,
            MailboxId = mailbox.Id,
            MessageId = mail.MessageId,
            From = mail.From,
            To = mail.To,
            Subject = mail.Subject,
            Snippet = "",
            Folder = mail.IsWarmup ? "_warmup" : "inbox",
            Date = mail.Date ?? service.Now,
            HasAttachments = mail.HasAttachments,
            S3Key = mail.S3Key ?? service.Mail.S3Key(mailbox, "incoming", mail.MessageId),
        });
        if (mail.IsWarmup) return record;
        Match named = DisplayName().Match(mail.From);
        string sender = (named.Success ? named.Groups[2].Value : Bare(mail.From)).Trim().ToLowerInvariant();
        if (named.Success) Remember(mailbox.UserId, sender, Unquoted(named.Groups[1].Value.Trim()));
        service.Sequences.Replied(mailbox, sender);
        if (!string.IsNullOrEmpty(mail.InReplyTo)) service.Deliveries.Replied(mail.InReplyTo);
        return record;
    }

    /// <summary>Creates or renames a contact; blank names and addresses are not kept.</summary>
    public void Remember(string userId, string email, string name)
    {
        if (email.Length == 0 || name.Length == 0) return;
        ContactRow? known = State.ContactsByEmail.First(MailmarkState.Key(userId, email));
        if (known is null) State.Contacts.Add(new ContactRow { UserId = userId, Email = email, Name = name });
        else if (known.Name != name) State.Contacts.Update(known with { Name = name });
    }

    // An address may stand in angle brackets without a name before it.
    private static string Bare(string from)
    {
        string address = from[(from.LastIndexOf('<') + 1)..];
        int end = address.IndexOf('>', StringComparison.Ordinal);
        return end < 0 ? address : address[..end];
    }

    private static string Unquoted(string name) => name.Length > 0 && name[0] is '"' or '\'' ? name[1..].TrimEnd('"', '\'').Trim() : name;

    [GeneratedRegex(@"^(.+?)\s*<([^>]+)>\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DisplayName();
}
