using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer;

/// <summary>What a world sent, and how those who get it behave.</summary>
internal static class MailControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/outbox", "outbox.list", call => new(List(call))) { Queries = ["since", "to", "api", "limit"] },
        new("GET", "/recipients", "recipients.list", call => new(ListRules(call))),
        new("POST", "/recipients", "recipients.add", call => new(AddRule(call))),
        new("DELETE", "/recipients", "recipients.clear", call => new(ClearRules(call))),
        new("POST", "/inbound", "inbound.receive", ReceiveAsync),
    ];

    /// <summary>Writes a message.</summary>
    public static void Write(Utf8JsonWriter writer, OutboxMessage message)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", message.Sequence);
        writer.WriteString("sentAt", Rfc3339.WriteExact(message.SentAt));
        writer.WriteString("api", message.Api);
        writer.WriteString("channel", message.Channel);
        writer.WriteString("messageId", message.MessageId);
        writer.WriteString("campaignId", message.CampaignId);
        writer.WriteString("from", message.From);
        writer.WriteStartArray("to");
        foreach (string recipient in message.Recipients) writer.WriteStringValue(recipient);
        writer.WriteEndArray();
        JournalControl.WriteHeaders(writer, "headers", message.Headers);
        writer.WriteString("subject", message.Subject);
        writer.WriteString("html", message.Html);
        writer.WriteString("text", message.Text);
        writer.WriteEndObject();
    }

    private static ControlAnswer List(ControlCall call)
    {
        int since = (int)Math.Min(call.QueryNumber("since") ?? 0, int.MaxValue);
        int limit = call.Limit();
        string? to = call.Query("to"), api = call.QueryApi("api");
        Outbox outbox = call.Fake.Outbox;
        List<OutboxMessage> found = [];
        int total = 0;
        for (int i = since; outbox.At(i) is { } message; i++)
        {
            if ((api is not null && api != message.Api) || (to is not null && !message.Recipients.Contains(to, StringComparer.OrdinalIgnoreCase))) continue;
            total++;
            if (found.Count < limit) found.Add(message);
        }

        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", total);
            writer.WriteStartArray("messages");
            foreach (OutboxMessage message in found) Write(writer, message);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static ControlAnswer ListRules(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rules");
        foreach (RecipientRule rule in call.Fake.Recipients.Rules) RecipientJson.Write(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static ControlAnswer AddRule(ControlCall call)
    {
        RecipientRule rule = RecipientJson.Read(call.Body());
        call.Fake.Recipients.Add(rule);
        return ControlAnswer.Json(writer => RecipientJson.Write(writer, rule), StatusCodes.Status201Created);
    }

    private static ControlAnswer ClearRules(ControlCall call)
    {
        call.Fake.Recipients.Clear();
        return ControlAnswer.Done;
    }

    private static async ValueTask<ControlAnswer> ReceiveAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string api = body.Word("api", "markus", "reachkit", "mailmark") ?? throw body.Bad("api", "is missing");
        Func<string?> receive = api switch
        {
            "markus" => ToMarkus(call.Fake, body),
            "reachkit" => ToReachkit(call.Fake, body),
            _ => ToMailmark(call.Fake, body),
        };
        body.End();
        string? id;
        try
        {
            id = receive();
        }
        catch (ArgumentException e)
        {
            throw new BadDocumentException(e.Message.Split(" (Parameter", 2)[0]);
        }

        await call.Fake.SettleAsync(call.Cancelled).ConfigureAwait(false);
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteEndObject();
        });
    }

    private static Func<string?> ToMarkus(OutreachFake fake, StrictObject body)
    {
        string conversation = body.NeedText("conversation"), text = body.NeedText("text");
        string? subject = body.Text("subject"), account = body.Text("account");
        return () => fake.Markus.Of(account).Receive(conversation, text, subject);
    }

    private static Func<string?> ToReachkit(OutreachFake fake, StrictObject body)
    {
        ReachkitIncomingMail mail = new()
        {
            InboxId = body.NeedText("inbox"),
            From = body.NeedText("from"),
            Subject = body.Text("subject") ?? "",
            Text = body.Text("text"),
            Html = body.Text("html"),
            At = body.Time("at"),
            IsAutoReply = body.Flag("automatic") ?? false,
            Label = body.Text("label"),
            Attachments = body.Objects("attachments") is { } files ? [.. files.Select(Attachment)] : null,
        };
        return () => fake.Reachkit.Receive(mail);
    }

    private static ReachkitAttachment Attachment(StrictObject file)
    {
        string name = file.NeedText("fileName"), type = file.Text("contentType") ?? "application/octet-stream";
        if (file.Any("content") is not { ValueKind: JsonValueKind.String } content || !content.TryGetBytesFromBase64(out byte[]? bytes)) throw file.Bad("content", "is no Base64 text");
        file.End();
        return new ReachkitAttachment(name, type, bytes);
    }

    private static Func<string?> ToMailmark(OutreachFake fake, StrictObject body)
    {
        string mailbox = body.NeedText("mailbox"), from = body.NeedText("from"), subject = body.Text("subject") ?? "";
        string? answered = body.Text("inReplyTo");
        return () => fake.Mailmark.Receive(mailbox, from, subject, answered);
    }
}
