using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Mailboxes over the wire.</summary>
internal static class MailboxesEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map)
    {
        map("mailboxes.list", List);
        map("mailboxes.create", Create);
        map("mailboxes.delete", Delete);
    }

    private static FakeResponse List(MailmarkCall call)
        => MailmarkResponse.Json([.. call.State.MailboxesOfDomain[call.DomainId].Select(row => Shape(row, row.DisplayName))], MailmarkJson.Default.ListMailbox);

    private static FakeResponse Create(MailmarkCall call)
    {
        MailmarkBody body = call.Body();
        if (body.IsMissing("address")) throw MailmarkErrors.AddressRequired();
        string address = body.Text("address").Trim().ToLowerInvariant();
        if (!MailboxRules.IsLocalPart(address)) throw MailmarkErrors.AddressInvalid();
        if (!call.State.Domains.TryFind(call.DomainId, out DomainRow? domain)) throw MailmarkErrors.DomainNotFound();
        string? displayName = body.Get("displayName") is { ValueKind: not JsonValueKind.Null } given ? MailmarkBody.Text(given) : null;
        if (!call.State.Users.TryFind(call.Key.UserId, out UserRow? user)) throw MailmarkErrors.UserNotFound();
        if (call.Service.Accounts.Limits(user).Mailboxes is { } limit && call.State.MailboxesOfUser.Count(user.Id) >= limit)
            throw MailmarkErrors.MailboxLimitReached(limit);
        if (call.State.MailboxesByAddress.First($"{address}@{domain.Name}") is not null) throw MailmarkErrors.MailboxExists();
        MailboxRow mailbox = call.Service.Mailboxes.Add(domain, address, displayName);
        return MailmarkResponse.Json(Shape(mailbox, displayName), MailmarkJson.Default.Mailbox, 201);
    }

    private static FakeResponse Delete(MailmarkCall call)
    {
        if (call.Rest.Length == 0) throw MailmarkErrors.AddressPathRequired();
        if (!call.State.Domains.TryFind(call.DomainId, out _)) throw MailmarkErrors.DomainNotFound();
        call.Service.Mailboxes.Delete(call.Service.Mailboxes.Find(call.DomainId, call.Rest) ?? throw MailmarkErrors.MailboxNotFound());
        return MailmarkResponse.Json(new DeletedResult { Deleted = true }, MailmarkJson.Default.DeletedResult);
    }

    private static Mailbox Shape(MailboxRow row, string? displayName)
        => new() { Id = row.Id, Address = row.Address, FullAddress = row.FullAddress, DisplayName = displayName };
}
