using System.Text.Json;
using Outreach.FakeServer.Mailmark;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer;

/// <summary>What recipients and operators do to Mailmark, and what its API cannot make.</summary>
internal static class MailmarkControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/mailmark", "mailmark.get", call => new(Answer(call))),
        new("PATCH", "/mailmark", "mailmark.set", SetAsync),
        new("POST", "/mailmark/outcomes", "mailmark.setOutcome", SetOutcomeAsync),
        new("POST", "/mailmark/rejections", "mailmark.reject", RejectAsync),
        new("POST", "/mailmark/dns", "mailmark.setDns", SetDnsAsync),
        new("POST", "/mailmark/messages/{message}/report", "mailmark.report", ReportAsync),
        new("POST", "/mailmark/domains/{domain}/check", "mailmark.checkHealth", call => call.ActAsync(() => call.Fake.Mailmark.CheckHealth(call.Path("domain")))),
        new("DELETE", "/mailmark/domains/{domain}", "mailmark.deleteDomain", call => call.ActAsync(() => call.Fake.Mailmark.DeleteDomain(call.Path("domain")))),
        new("DELETE", "/mailmark/domains/{domain}/suppressions/{email}", "mailmark.removeSuppression", RemoveSuppressionAsync),
        new("PUT", "/mailmark/users/{user}/plan", "mailmark.setPlan", SetPlanAsync),
        new("DELETE", "/mailmark/users/{user}", "mailmark.deleteUser", call => call.ActAsync(() => call.Fake.Mailmark.DeleteUser(call.Path("user")))),
        new("PUT", "/mailmark/mailboxes/{mailbox}/warmup", "mailmark.setWarmup", SetWarmupAsync),
        new("GET", "/mailmark/keys/{key}", "mailmark.key", KeyAsync),
    ];

    private static ControlAnswer Answer(ControlCall call) => ControlAnswer.Json(writer =>
    {
        MailmarkFake mailmark = call.Fake.Mailmark;
        writer.WriteStartObject();
        writer.WriteString("domain", mailmark.Domain);
        writer.WriteString("user", MailmarkFake.DefaultUser);
        writer.WriteString("key", mailmark.ApiKey);
        writer.WriteString("orgKey", mailmark.OrgApiKey);
        writer.WriteString("webhookSecret", mailmark.WebhookSecret);
        writer.WriteString("linkAddress", mailmark.LinkAddress.AbsoluteUri);
        writer.WriteBoolean("sourceQuirks", mailmark.SourceQuirks);
        writer.WriteNumber("warmupPartners", mailmark.WarmupPartners);
        writer.WriteEndObject();
    });

    private static async ValueTask<ControlAnswer> SetAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string? secret = body.Text("webhookSecret") is "" ? throw body.Bad("webhookSecret", "is empty") : body.Text("webhookSecret");
        Uri? links = body.Address("linkAddress");
        bool? quirks = body.Flag("sourceQuirks");
        int? partners = (int?)body.Whole("warmupPartners", 0, 1_000_000);
        body.End();
        await call.ActAsync(() =>
        {
            if (links is not null) call.Fake.Mailmark.LinkAddress = links;
            if (secret is not null) call.Fake.Mailmark.WebhookSecret = secret;
            if (quirks is { } shown) call.Fake.Mailmark.SourceQuirks = shown;
            if (partners is { } count) call.Fake.Mailmark.WarmupPartners = count;
        }).ConfigureAwait(false);
        return Answer(call);
    }

    private static async ValueTask<ControlAnswer> SetOutcomeAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string address = body.NeedText("address");
        DeliveryStatus status = Status(body);
        TimeSpan? after = body.Number("afterSeconds", 0, StrictObject.MostMilliseconds / 1000) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.SetOutcome(address, status, after)).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> RejectAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string address = body.NeedText("address");
        string? text = Given(body, "text");
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.Reject(address, text)).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> SetDnsAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string domain = body.NeedText("domain");
        string? records = Given(body, "records") is null ? null : body.Word("records", "mx", "a-only", "empty", "nxdomain");
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.SetDns(domain, records)).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> ReportAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        DeliveryStatus status = Status(body);
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.Report(call.Path("message"), status)).ConfigureAwait(false);
    }

    private static ValueTask<ControlAnswer> RemoveSuppressionAsync(ControlCall call)
        => call.ActAsync(() =>
        {
            if (!call.Fake.Mailmark.RemoveSuppression(call.Path("domain"), call.Path("email"))) throw ControlProblem.NotFound($"'{call.Path("email")}' is on no suppression list of {call.Path("domain")}.");
        });

    private static async ValueTask<ControlAnswer> SetPlanAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string? plan = Given(body, "plan") is null ? null : body.Word("plan", "starter", "pro", "business");
        string? status = body.IsGiven("status") ? body.Word("status", "active", "trialing", "canceled", "past_due") : "active";
        string category = body.Word("category", "normal", "beta", "admin") ?? "normal";
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.SetPlan(call.Path("user"), plan, status, category)).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> SetWarmupAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string status = body.Word("status", [.. WarmupState.Known.Select(known => known.Value!)]) ?? throw body.Bad("status", "is missing");
        body.End();
        return await call.ActAsync(() => call.Fake.Mailmark.SetWarmup(call.Path("mailbox"), new WarmupState(status))).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> KeyAsync(ControlCall call)
    {
        DateTimeOffset? lastUse = await call.ActAsync(() => call.Fake.Mailmark.LastUseOf(call.Path("key"))).ConfigureAwait(false);
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("lastUsedAt", lastUse is { } at ? Rfc3339.WriteExact(at) : null);
            writer.WriteEndObject();
        });
    }

    private static DeliveryStatus Status(StrictObject body)
        => new(body.Word("status", "delivered", "failed", "bounced") ?? throw body.Bad("status", "is missing"));

    // Null takes something back, so it has to be said.
    private static string? Given(StrictObject body, string name) => body.IsGiven(name) ? body.Text(name) : throw body.Bad(name, "is missing; null takes it back");
}
