using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Addresses of a domain.</summary>
internal sealed partial class MailboxRules(MailmarkService service)
{
    private MailmarkState State => service.State;

    /// <summary>Whether a text is a local part, trimmed and in lower case.</summary>
    public static bool IsLocalPart(string text) => LocalPart().IsMatch(text);

    /// <summary>The mailbox of a domain that a local part or a full address names, whatever its case.</summary>
    public MailboxRow? Find(string domainId, string address)
    {
        string name = address.ToLowerInvariant();
        if (!name.Contains('@', StringComparison.Ordinal)) name = $"{name}@{State.Domains.Find(domainId)?.Name}";
        return State.MailboxesByAddress.First(name) is { } mailbox && mailbox.DomainId == domainId ? mailbox : null;
    }

    /// <summary>Stores a mailbox.</summary>
    public MailboxRow Add(DomainRow domain, string localPart, string? displayName) => State.Mailboxes.Add(new MailboxRow
    {
        UserId = domain.UserId,
        DomainId = domain.Id,
        Address = localPart,
        FullAddress = $"{localPart}@{domain.Name}",
        DisplayName = string.IsNullOrWhiteSpace(displayName) ? null : displayName.Trim(),
    });

    /// <summary>Deletes a mailbox with its mail, and takes it out of every group; a group left without a sender goes too.</summary>
    public void Delete(MailboxRow mailbox)
    {
        service.Health.CatchUp(mailbox.DomainId);
        service.Warmup.CatchUp(mailbox.DomainId);
        foreach (EmailRow email in State.EmailsOfMailbox[mailbox.Id].ToList()) State.Emails.Remove(email);
        foreach (SenderGroupRow group in State.GroupsOfDomain[mailbox.DomainId].ToList())
        {
            if (!group.MailboxIds.Contains(mailbox.Id)) continue;
            IReadOnlyList<string> left = [.. group.MailboxIds.Where(id => id != mailbox.Id)];
            if (left.Count == 0) State.SenderGroups.Remove(group);
            else State.SenderGroups.Update(group with { MailboxIds = left });
        }

        State.Mailboxes.Remove(mailbox);
    }

    [GeneratedRegex(@"^[a-z0-9._%+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalPart();
}
