using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Sender groups over the wire.</summary>
internal static class SenderGroupsEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map)
    {
        map("senderGroups.list", List);
        map("senderGroups.create", Create);
        map("senderGroups.update", Update);
        map("senderGroups.delete", Delete);
    }

    private static FakeResponse List(MailmarkCall call)
        => MailmarkResponse.Json([.. call.State.GroupsOfDomain[call.DomainId].Select(Shape)], MailmarkJson.Default.ListSenderGroup);

    private static FakeResponse Create(MailmarkCall call)
    {
        MailmarkBody body = call.Body();
        if (body.IsMissing("name")) throw MailmarkErrors.NameRequired();
        IReadOnlyList<string> mailboxes = body.Get("mailboxes") is { } selector ? Senders(call, selector) : AllSenders(call);
        if (mailboxes.Count == 0) throw MailmarkErrors.GroupNeedsMailbox(400);
        SenderGroupRow group = call.State.SenderGroups.Add(new SenderGroupRow
        {
            DomainId = call.DomainId,
            Name = body.Text("name"),
            MailboxIds = mailboxes,
            Emails = body.Get("emails") is { } emails ? Addresses(emails) : [],
        });
        return MailmarkResponse.Json(Shape(group), MailmarkJson.Default.SenderGroup, 201);
    }

    private static FakeResponse Update(MailmarkCall call)
    {
        if (call.Rest.Length == 0) throw MailmarkErrors.GroupIdRequired();
        SenderGroupRow group = Find(call);
        MailmarkBody body = call.Body();
        if (body.Get("mailboxes") is { } selector)
        {
            group = group with { MailboxIds = Senders(call, selector) };
            if (group.MailboxIds.Count == 0) throw MailmarkErrors.GroupNeedsMailbox(500);
        }

        if (body.Get("name") is { } name) group = group with { Name = MailmarkBody.Text(name) };
        IReadOnlyList<string>? replace = body.Get("emails") is { } emails ? Addresses(emails) : null;
        IReadOnlyList<string>? add = body.Get("addEmails") is { } added ? Addresses(added) : null;
        IReadOnlyList<string>? remove = body.Get("removeEmails") is { } removed ? Addresses(removed) : null;
        if (replace is not null)
        {
            group = group with { Emails = replace };
        }
        else
        {
            if (add is not null) group = group with { Emails = [.. group.Emails.Concat(add).Distinct(StringComparer.Ordinal)] };
            if (remove is not null) group = group with { Emails = [.. group.Emails.Where(email => !remove.Contains(email, StringComparer.Ordinal))] };
        }

        return MailmarkResponse.Json(Shape(call.State.SenderGroups.Update(group)), MailmarkJson.Default.SenderGroup);
    }

    private static FakeResponse Delete(MailmarkCall call)
    {
        call.State.SenderGroups.Remove(Find(call));
        return MailmarkResponse.Json(new DeletedResult { Deleted = true }, MailmarkJson.Default.DeletedResult);
    }

    private static SenderGroupRow Find(MailmarkCall call)
        => call.State.SenderGroups.TryFind(call.Rest, out SenderGroupRow? group) && group.DomainId == call.DomainId ? group : throw MailmarkErrors.SenderGroupNotFound();

    private static List<string> AllSenders(MailmarkCall call) => [.. call.State.MailboxesOfDomain[call.DomainId].Select(mailbox => mailbox.Id)];

    // "all" means the mailboxes of this moment.
    private static List<string> Senders(MailmarkCall call, JsonElement selector)
    {
        if (selector.ValueKind == JsonValueKind.String && selector.ValueEquals("all")) return AllSenders(call);
        return
        [
            .. MailmarkBody.Texts(selector, ',').Select(address => call.Service.Mailboxes.Find(call.DomainId, address)?.Id
                ?? throw MailmarkErrors.GroupMailboxUnknown(address)),
        ];
    }

    private static IReadOnlyList<string> Addresses(JsonElement list) => MailmarkBody.Texts(list, ',', '\n');

    private static SenderGroup Shape(SenderGroupRow row) => new() { Id = row.Id, Name = row.Name, MailboxIds = row.MailboxIds, Emails = row.Emails };
}
