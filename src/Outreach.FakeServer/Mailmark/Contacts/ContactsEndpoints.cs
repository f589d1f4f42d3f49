using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Contacts over the wire. They belong to the account, so all its domains' keys see the same.</summary>
internal static class ContactsEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map)
    {
        map("contacts.list", List);
        map("contacts.upsert", Upsert);
        map("contacts.delete", Delete);
    }

    private static FakeResponse List(MailmarkCall call)
        => MailmarkResponse.Json([.. call.State.ContactsOfUser[call.Key.UserId].Select(row => new Contact { Id = row.Id, Email = row.Email, Name = row.Name })], MailmarkJson.Default.ListContact);

    private static FakeResponse Upsert(MailmarkCall call)
    {
        MailmarkBody body = call.Body();
        if (body.IsMissing("email")) throw MailmarkErrors.ContactEmailRequired();
        if (body.IsMissing("name")) throw MailmarkErrors.NameRequired();
        string email = body.Text("email").Trim().ToLowerInvariant();
        string name = body.Text("name").Trim();
        call.Service.Inbound.Remember(call.Key.UserId, email, name);
        return MailmarkResponse.Json(new UpsertedContact { Email = email, Name = name }, MailmarkJson.Default.UpsertedContact, 201);
    }

    private static FakeResponse Delete(MailmarkCall call)
    {
        if (call.Rest.Length == 0) throw MailmarkErrors.ContactIdRequired();
        if (!call.State.Contacts.TryFind(call.Rest, out ContactRow? contact) || contact.UserId != call.Key.UserId) throw MailmarkErrors.ContactNotFound();
        call.State.Contacts.Remove(contact);
        return MailmarkResponse.Json(new DeletedResult { Deleted = true }, MailmarkJson.Default.DeletedResult);
    }
}
