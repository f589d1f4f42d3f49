using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Mailmark;

/// <summary>What recipients and the mail transport call: pixel, links, unsubscribing, delivery and inbound events. No key.</summary>
internal static class TrackingEndpoints
{
    private const string Open = "/track/open/";
    private const string Click = "/track/click/";
    private const string Unsubscribe = "/unsubscribe/";
    private const string Delivery = "/trackDelivery";
    private const string Ingest = "/ingestEmail";

    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    /// <summary>Whether a path is one of these.</summary>
    public static bool Serves(string path)
        => path.StartsWith(Open, StringComparison.Ordinal) || path.StartsWith(Click, StringComparison.Ordinal) || path.StartsWith(Unsubscribe, StringComparison.Ordinal) || path is Delivery or Ingest;

    /// <summary>Answers; null when the method is another.</summary>
    public static FakeResponse? Answer(MailmarkService service, FakeRequest request, string path)
    {
        string method = request.Method == "HEAD" ? "GET" : request.Method;
        if (method == "POST" && path == Delivery) return TakeDelivery(service, request);
        if (method == "POST" && path == Ingest) return TakeMail(service, request);
        if (method == "POST" && path.StartsWith(Unsubscribe, StringComparison.Ordinal)) return UnsubscribeInOneClick(service, request, path[Unsubscribe.Length..]);
        if (method != "GET") return null;
        if (path.StartsWith(Unsubscribe, StringComparison.Ordinal)) return UnsubscribeByLink(service, request);
        if (path.StartsWith(Open, StringComparison.Ordinal)) return OpenMessage(service, path);
        return path.StartsWith(Click, StringComparison.Ordinal) ? ClickLink(service, request, path[Click.Length..]) : null;
    }

    private static FakeResponse OpenMessage(MailmarkService service, string path)
    {
        string name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        service.Deliveries.Opened(name.EndsWith(".gif", StringComparison.Ordinal) ? name[..^4] : name);
        return new FakeResponse { Status = 200, Body = Pixel, ContentType = "image/gif" }
            .With("Cache-Control", "no-store, no-cache, must-revalidate, private")
            .With("Pragma", "no-cache");
    }

    private static FakeResponse ClickLink(MailmarkService service, FakeRequest request, string rest)
    {
        string? url = request.QueryValue("url");
        if (string.IsNullOrEmpty(url)) return new FakeResponse { Status = 302 }.With("Location", "/");
        service.Deliveries.Clicked(Uri.UnescapeDataString(rest.Split('/')[0]), url);
        return new FakeResponse { Status = 302 }.With("Location", HeaderSafe(url));
    }

    private static FakeResponse UnsubscribeByLink(MailmarkService service, FakeRequest request)
    {
        if (request.QueryValue("email") is not { } email || string.IsNullOrWhiteSpace(email) || request.QueryValue("domain") is not { Length: > 0 } name)
            return Page(400, "Something went wrong", "Missing parameters");
        if (service.State.DomainsByName.First(name) is not { } domain) return Page(404, "Something went wrong", "Domain not found");
        service.Suppressions.Add(domain.Id, email, "link");
        return Page(200, "You are unsubscribed", $"{email} gets no more campaign mail from this sender.");
    }

    // The answer says nothing about what was known, as RFC 8058 wants it.
    private static FakeResponse UnsubscribeInOneClick(MailmarkService service, FakeRequest request, string token)
    {
        IReadOnlyList<KeyValuePair<string, string>> form = FakeRequest.ParseForm(Encoding.UTF8.GetString(request.Body.Span));
        string? email = Value(form, "email") ?? request.QueryValue("email");
        string? name = Value(form, "domain") ?? request.QueryValue("domain");
        if (string.IsNullOrWhiteSpace(email)) email = AddressIn(token);
        if (!string.IsNullOrWhiteSpace(email) && !string.IsNullOrEmpty(name) && service.State.DomainsByName.First(name) is { } domain)
            service.Suppressions.Add(domain.Id, email, "one-click");
        return new FakeResponse { Status = 200 };
    }

    private static FakeResponse TakeDelivery(MailmarkService service, FakeRequest request)
    {
        if (request.Header("x-webhook-secret") != service.Settings.WebhookSecret) return MailmarkResponse.Text(401, "Unauthorized");
        MailmarkBody body = MailmarkBody.Read(request) ?? throw MailmarkErrors.InternalError();
        if (body.IsMissing("messageId") || body.IsMissing("status")) return MailmarkResponse.Json(400, "error", "Missing messageId or status");
        string status = body.Text("status");
        if (status is not ("delivered" or "failed" or "bounced")) throw MailmarkErrors.InternalError();
        service.Deliveries.Outcome(body.Text("messageId"), status);
        return Success();
    }

    private static FakeResponse TakeMail(MailmarkService service, FakeRequest request)
    {
        if (request.Header("x-webhook-secret") != service.Settings.WebhookSecret) return MailmarkResponse.Text(401, "Unauthorized");
        MailmarkBody body = MailmarkBody.Read(request) ?? throw MailmarkErrors.InternalError();
        string recipient = body.Text("recipientAddress");
        if (service.State.MailboxesByAddress.First(recipient.ToLowerInvariant()) is not { } mailbox)
            return MailmarkResponse.Json(404, "error", $"Mailbox not found for {recipient}");
        ReceivedMail mail = new()
        {
            From = body.Text("from"),
            To = body.IsMissing("to") ? [mailbox.FullAddress] : MailmarkBody.Texts(body.Get("to")!.Value, ','),
            Subject = body.IsMissing("subject") ? "" : body.Text("subject"),
            MessageId = body.IsMissing("messageId") ? service.Mail.NewMessageId() : body.Text("messageId"),
            Date = body.IsMissing("date") ? null : Date(body.Get("date")!.Value),
            HasAttachments = body.Get("hasAttachments") is { ValueKind: JsonValueKind.True },
            S3Key = body.IsMissing("s3Key") ? null : body.Text("s3Key"),
            InReplyTo = body.IsMissing("inReplyTo") ? null : body.Text("inReplyTo"),
            IsWarmup = !body.IsMissing("warmupId"),
        };
        service.Inbound.Receive(mailbox, mail);
        return Success();
    }

    private static long Date(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var ms && ms >= 0 && ms <= Millis.Last ? (long)ms : throw MailmarkErrors.InternalError();

    // An empty value counts as missing.
    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> form, string name)
    {
        foreach (KeyValuePair<string, string> pair in form)
            if (pair.Key == name) return pair.Value.Length == 0 ? null : pair.Value;
        return null;
    }

    private static string? AddressIn(string token)
    {
        int dash = token.LastIndexOf('-');
        if (dash < 0) return null;
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(dash + 1)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string HeaderSafe(string url)
    {
        if (url.All(c => c is > ' ' and < (char)127)) return url;
        StringBuilder safe = new(url.Length + 16);
        foreach (byte b in Encoding.UTF8.GetBytes(url))
        {
            if (b is > (byte)' ' and < 127) safe.Append((char)b);
            else safe.Append('%').Append(Convert.ToHexString([b]));
        }

        return safe.ToString();
    }

    private static FakeResponse Page(int status, string title, string text) => MailmarkResponse.Text(
        status,
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>{title}</title></head><body><h1>{title}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>",
        "text/html; charset=utf-8");

    private static FakeResponse Success() => new()
    {
        Status = 200,
        Body = JsonBody.Write(true, static (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", value);
            writer.WriteEndObject();
        }),
        ContentType = "application/json",
    };
}
