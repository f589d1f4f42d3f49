using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Sending and stored mail over the wire.</summary>
internal static class EmailsEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map)
    {
        map("emails.send", Send);
        map("emails.list", List);
        map("emails.get", Get);
        map("emails.delete", Delete);
    }

    private static FakeResponse Send(MailmarkCall call)
    {
        MailmarkBody body = MailmarkBody.Read(call.Request) ?? throw MailmarkErrors.InvalidJsonBody();
        if (body.IsMissing("from") || body.IsMissing("to") || body.IsMissing("subject") || (body.IsMissing("html") && body.IsMissing("text")))
            throw MailmarkErrors.SendFieldsRequired();
        bool campaign = IsCampaign(body.Get("type"));
        MailboxRow mailbox = Sender(call, body.Text("from"));
        call.State.Keys.Update(call.Key with { LastUsedAt = call.NowMs });
        long? due = ScheduledAt(call, body.Get("scheduledAt"));
        IReadOnlyList<string> to = MailmarkBody.Texts(body.Get("to")!.Value, ',', '\n');
        OutgoingMail mail = new(mailbox, to, body.Text("subject"), Html(body));
        return campaign ? SendCampaign(call, mail, due) : SendOne(call, mail, due);
    }

    private static FakeResponse SendOne(MailmarkCall call, OutgoingMail mail, long? due)
    {
        string id = due is { } time ? call.Service.Mail.Schedule(mail, time) : call.Service.Mail.Send(mail);
        return MailmarkResponse.Json(new TransactionalSendResult { MessageId = id, Status = State(due) }, MailmarkJson.Default.TransactionalSendResult);
    }

    // Messages before the one that fails have gone out, and their ids are lost with the answer.
    private static FakeResponse SendCampaign(MailmarkCall call, OutgoingMail mail, long? due)
    {
        (string batch, long at) = call.Service.Mail.NextBatch();
        List<string> ids = new(mail.To.Count);
        foreach (string recipient in mail.To)
        {
            OutgoingMail one = mail with { To = [recipient], BatchId = batch };
            ids.Add(due is { } time ? call.Service.Mail.Schedule(one, time) : call.Service.Mail.Send(one));
        }

        call.Service.Mail.KeepBatch(at);
        return MailmarkResponse.Json(new CampaignSendResult { MessageIds = ids, BatchId = batch, Status = State(due) }, MailmarkJson.Default.CampaignSendResult);
    }

    private static FakeResponse List(MailmarkCall call)
    {
        MailboxRow? mailbox;
        if (call.Query("mailbox") is { Length: > 0 } address)
            mailbox = call.Service.Mailboxes.Find(call.DomainId, address) ?? throw MailmarkErrors.MailboxAddressNotFound(address);
        else
            mailbox = call.State.MailboxesOfDomain.First(call.DomainId);
        if (mailbox is null) return MailmarkResponse.Json([], MailmarkJson.Default.ListEmailSummary);
        string folder = call.Query("folder") is { Length: > 0 } given ? given : "inbox";
        int limit = ScriptRules.ParseInt(call.Query("limit")) is { } count and > 0 ? (int)Math.Min(count, 100) : 50;
        List<EmailSummary> newest = [.. call.State.EmailsOfMailbox[mailbox.Id].Newest().Where(email => email.Folder == folder).Take(limit).Select(Summary)];
        return MailmarkResponse.Json(newest, MailmarkJson.Default.ListEmailSummary);
    }

    private static FakeResponse Get(MailmarkCall call) => MailmarkResponse.Json(Detail(Find(call)), MailmarkJson.Default.EmailDetail);

    private static FakeResponse Delete(MailmarkCall call)
    {
        EmailRow email = Find(call);
        if (email.Folder == "trash")
        {
            call.Service.Mail.Remove(email);
            return MailmarkResponse.Json(new EmailDeleteResult { Deleted = true }, MailmarkJson.Default.EmailDeleteResult);
        }

        call.Service.Mail.Update(email with { Folder = "trash" });
        return MailmarkResponse.Json(new EmailDeleteResult { Moved = "trash" }, MailmarkJson.Default.EmailDeleteResult);
    }

    private static bool IsCampaign(JsonElement? type) => type switch
    {
        null => false,
        { ValueKind: JsonValueKind.String } text when text.ValueEquals("transactional") => false,
        { ValueKind: JsonValueKind.String } text when text.ValueEquals("campaign") => true,
        _ => throw MailmarkErrors.SendTypeInvalid(),
    };

    private static MailboxRow Sender(MailmarkCall call, string from)
    {
        MailboxRow mailbox = call.State.MailboxesByAddress.First(from.ToLowerInvariant()) ?? throw MailmarkErrors.FromMailboxNotFound(from);
        return mailbox.DomainId == call.DomainId ? mailbox : throw MailmarkErrors.FromDomainMismatch();
    }

    private static long? ScheduledAt(MailmarkCall call, JsonElement? value)
    {
        if (ScriptRules.IsMissing(value)) return null;
        double due = value is { ValueKind: JsonValueKind.Number } number ? Math.Ceiling(number.GetDouble()) : 0;
        return due > call.NowMs && due <= Millis.Last ? (long)due : throw MailmarkErrors.ScheduledAtInvalid();
    }

    private static string Html(MailmarkBody body)
        => body.Get("html") is { ValueKind: JsonValueKind.String } html ? html.GetString()! : $"<pre style=\"font-family:sans-serif\">{body.Text("text")}</pre>";

    private static SendState State(long? due) => due is null ? SendState.Queued : SendState.Scheduled;

    private static EmailRow Find(MailmarkCall call)
    {
        if (call.Rest.Length == 0) throw MailmarkErrors.EmailIdRequired();
        return call.State.Emails.TryFind(call.Rest, out EmailRow? email) && email.DomainId == call.DomainId ? email : throw MailmarkErrors.EmailNotFound();
    }

    private static EmailSummary Summary(EmailRow row) => new()
    {
        Id = row.Id,
        MessageId = row.MessageId,
        From = row.From,
        To = row.To,
        Subject = row.Subject,
        Snippet = row.Snippet,
        Folder = row.Folder,
        Date = Millis.Instant(row.Date),
        Read = row.Read,
        Starred = row.Starred,
        HasAttachments = row.HasAttachments,
        DeliveryStatus = Status(row),
        OpenedAt = Millis.Instant(row.OpenedAt),
        BatchId = row.BatchId,
    };

    private static EmailDetail Detail(EmailRow row) => new()
    {
        Id = row.Id,
        MessageId = row.MessageId,
        From = row.From,
        To = row.To,
        Cc = row.Cc,
        Bcc = row.Bcc,
        Subject = row.Subject,
        Snippet = row.Snippet,
        Folder = row.Folder,
        Date = Millis.Instant(row.Date),
        Read = row.Read,
        Starred = row.Starred,
        HasAttachments = row.HasAttachments,
        DeliveryStatus = Status(row),
        OpenedAt = Millis.Instant(row.OpenedAt),
        BatchId = row.BatchId,
        S3Key = row.S3Key,
    };

    private static DeliveryStatus? Status(EmailRow row) => row.DeliveryStatus is { } status ? new DeliveryStatus(status) : null;
}
