using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>
/// The examples of the control API's document are calls that were made and what was answered. With UPDATE_CONTROL_EXAMPLES=1 the run
/// writes them into the document's source.
/// </summary>
public sealed class ControlDocumentTests
{
    // No JSON of a size to read (the document itself, the record of a run, all ledgers), or none at all.
    private static readonly HashSet<string> WithoutExample = ["openapi", "journal.record", "fidelity.get", "events.stream"];

    [Fact]
    public async Task Every_operation_has_an_example_which_the_host_takes_and_gives()
    {
        await using ControlExamples examples = await ControlExamples.StartAsync();
        await PlayAsync(examples);

        examples.Violations.Should().BeEmpty("calls and answers are as the document says");
        examples.Operations.Except(examples.Requests.Keys).Should().BeSubsetOf(WithoutExample, "every operation was called");
        if (Environment.GetEnvironmentVariable("UPDATE_CONTROL_EXAMPLES") == "1")
        {
            await examples.WriteAsync(examples.Requests.Keys.Except(WithoutExample));
            return;
        }

        foreach (string id in examples.Requests.Keys.Except(WithoutExample))
        {
            Same(examples.ExampleOf(id, answer: false), examples.Requests[id], $"the request of {id}");
            Same(examples.ExampleOf(id, answer: true), examples.Answers[id].Body, $"the answer of {id}");
        }
    }

    [Fact]
    public async Task The_example_of_the_stream_is_what_is_streamed()
    {
        await using ControlExamples examples = await ControlExamples.StartAsync();
        using StreamReader reader = await examples.ListenAsync();
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();

        await examples.ApiAsync("markus", "/markus/api/v1/auth/me");

        string streamed = $"{await reader.ReadLineAsync()}\n{await reader.ReadLineAsync()}\n{await reader.ReadLineAsync()}\n\n";
        examples.Root.GetProperty("paths").GetProperty("/events").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("text/event-stream").GetProperty("example").GetString()
            .Should().Be(streamed);
    }

    private static void Same(JsonNode? documented, JsonNode? real, string what)
        => JsonNode.DeepEquals(documented, real).Should().BeTrue($"{what} is {real?.ToJsonString() ?? "empty"}, the document's example {documented?.ToJsonString() ?? "empty"}; UPDATE_CONTROL_EXAMPLES=1 writes it anew");

    private static async Task PlayAsync(ControlExamples api)
    {
        await HostAndWorldsAsync(api);
        await FixturesAndClockAsync(api);
        await FaultsAndJournalAsync(api);
        await WebhooksAsync(api);
        await MailAsync(api);
        await MarkusAsync(api);
        await ReachkitAsync(api);
        await MailmarkAsync(api);
        await CrmAsync(api);
        await EndAsync(api);
    }

    private static async Task HostAndWorldsAsync(ControlExamples api)
    {
        await api.CallAsync("ready");
        await api.CallAsync("worlds.create", """{"name":"checkout","failOn":["unmatchedRequest","contractViolation"],"idleSeconds":600}""");
        await api.CallAsync("worlds.get", path: ("world", "checkout"));
        await api.CallAsync("worlds.list");
        await api.CallAsync("keys.list", query: "?world=checkout");
        await api.CallAsync("keys.create", """{"api":"markus","scopes":["campaigns:read","contacts:read"]}""");
        await api.CallAsync("keys.create", """{"api":"markus","expiresAt":"2026-03-02T10:00:00Z"}""");
        await api.CallAsync("keys.create", """{"api":"crm","scopes":["crm:read"],"tenants":["tenant_123","tenant_456"],"subject":"user_7","name":"Ada","lifetimeSeconds":300}""");
        string key = (await api.CallAsync("keys.create", """{"api":"reachkit","another":true}""")).GetProperty("key").GetString()!;
        await api.CallAsync("keys.revoke", $$"""{"api":"reachkit","key":"{{key}}"}""");
        await api.CallAsync("failures.list", query: "?world=checkout");
        await api.CallAsync("failures.clear", query: "?world=checkout");
        await api.CallAsync("worlds.drop", path: ("world", "checkout"));
        await api.CallAsync("worlds.drop", status: 409, path: ("world", "default"));
        await api.CallAsync("worlds.get", status: 404, path: ("world", "checkout"));
        await api.CallAsync("limits.get");
        await api.CallAsync("limits.set", """{"enforced":false}""");
        await api.CallAsync("state.save");
    }

    private static async Task FixturesAndClockAsync(ControlExamples api)
    {
        await api.CallAsync("clock.get");
        await api.CallAsync("fixtures.load", """
            {
              "markus": { "plan": "pro", "credits": 100 },
              "reachkit": { "inboxes": [{ "email": "sam@northwind.example", "dailyCampaignLimit": 5 }] },
              "crm": { "customers": [{ "firstName": "Dana", "email": "dana@acme.example", "emailOptIn": true }] },
              "calls": [
                { "operation": "markus.campaigns.create", "as": "campaign", "body": { "name": "Q1", "objective_type": "custom", "settings": { "require_approval": false } } },
                { "operation": "markus.contacts.create", "body": { "name": "Dana", "email": "dana+open+reply@acme.example", "campaign_id": "${campaign.data.id}" } },
                { "operation": "markus.campaigns.update", "path": { "campaign_id": "${campaign.data.id}" }, "body": { "status": "active" } }
              ]
            }
            """);
        await api.CallAsync("clock.pending", query: "?limit=2");
        await api.CallAsync("clock.advance", """{"milliseconds":10800000}""");
        await api.CallAsync("clock.settle");
    }

    private static async Task FaultsAndJournalAsync(ControlExamples api)
    {
        await api.CallAsync("faults.arm", """{"operation":"markus.campaigns.create","times":2,"effect":{"kind":"throttle","retryAfterSeconds":45}}""");
        await api.CallAsync("faults.get", path: ("number", "1"));
        await api.CallAsync("faults.list");
        await api.CallAsync("faults.disarm", path: ("number", "1"));
        await api.CallAsync("faults.clear");
        await api.ApiAsync("markus", "/markus/api/v1/auth/me");
        await api.CallAsync("journal.list", query: "?operation=markus.auth.*&bodies=false");
        await api.CallAsync("journal.assert", """{"operation":"markus.contacts.delete","times":0}""");
        await api.CallAsync("journal.assert", """{"noErrors":true}""");
        await api.CallAsync("journal.assert", """{"operation":"markus.contacts.delete"}""", status: 409);
        await api.CallAsync("journal.record");
        await api.CallAsync("journal.clear");
    }

    private static async Task WebhooksAsync(ControlExamples api)
    {
        await api.CallAsync("fixtures.load", """{"calls":[{"operation":"markus.webhooks.create","body":{"url":"https://app.example/hooks/markus","events":["message.opened"]}}]}""");
        await api.CallAsync("webhooks.getReceiver");
        await api.CallAsync("webhooks.trigger", """{"api":"markus","type":"message.opened"}""");
        await api.CallAsync("webhooks.deliveries", query: "?limit=1");
        await api.CallAsync("webhooks.resend", path: ("number", "1"));
        await api.CallAsync("webhooks.receiver", """{"kind":"sink"}""");
        await api.CallAsync("sink.answers", """{"always":204,"next":[{"status":503,"times":2}]}""");
        await api.CallAsync("webhooks.inject", """{"kind":"duplicate","times":1}""");
        await api.CallAsync("webhooks.trigger", """{"api":"markus","type":"message.opened","data":{"id":"m1"}}""");
        await api.CallAsync("webhooks.release");
        await api.CallAsync("sink.list", query: "?limit=1");
        await api.CallAsync("sink.clear");
        await api.CallAsync("webhooks.clear");
    }

    private static async Task MailAsync(ControlExamples api)
    {
        await api.CallAsync("recipients.add", """{"address":"*@acme.example","reactions":[{"kind":"open","afterSeconds":60},{"kind":"reply","afterSeconds":3600,"text":"Tell me more"}]}""");
        await api.CallAsync("recipients.list");
        await api.CallAsync("recipients.clear");
        await api.CallAsync("outbox.list", query: "?to=dana%2Bopen%2Breply@acme.example&limit=1");
    }

    private static async Task MarkusAsync(ControlExamples api)
    {
        string conversation = (await api.ApiAsync("markus", "/markus/api/v1/conversations")).GetProperty("data")[0].GetProperty("id").GetString()!;
        await api.CallAsync("inbound.receive", $$"""{"api":"markus","conversation":"{{conversation}}","text":"Can we talk on Thursday?"}""");
        string message = (await api.CallAsync("outbox.list")).GetProperty("messages")[0].GetProperty("messageId").GetString()!;
        await api.CallAsync("markus.report", """{"outcome":"opened"}""", path: ("message", message));
        await api.CallAsync("markus.report", """{"outcome":"opened"}""", status: 404, path: ("message", "nope"));
        await api.CallAsync("markus.report", """{"outcome":"lost"}""", status: 400, path: ("message", message));
        await api.CallAsync("markus.notify", """{"title":"Maintenance","body":"Tonight at 22:00."}""");
        await api.CallAsync("markus.setChannel", """{"status":"expired","dailyLimit":5}""", path: ("channel", "instagram"));
        await api.CallAsync("markus.disconnect", path: ("channel", "instagram"));
        await api.CallAsync("markus.disconnect", status: 404, path: ("channel", "fax"));
        await api.CallAsync("markus.disconnect", query: "?account=nope", status: 404, path: ("channel", "instagram"));
    }

    private static async Task ReachkitAsync(ControlExamples api)
    {
        JsonElement loaded = await api.CallAsync("fixtures.load", """
            {
              "reachkit": {
                "settings": { "healthThreshold": 60 },
                "inboxes": [{ "email": "lee@northwind.example" }],
                "webhooks": [{ "url": "https://app.example/hooks/reachkit" }],
                "workspaces": [{ "plan": "scale", "settings": { "keepsOtherReplies": false }, "inboxes": [{ "email": "kim@north.example" }] }]
              },
              "calls": [
                { "operation": "reachkit.campaigns.create", "as": "campaign", "body": { "name": "Q1" } },
                { "operation": "reachkit.sequences.list", "as": "steps", "path": { "campaign_id": "${campaign.data.id}" } },
                { "operation": "reachkit.sequences.updateVariant", "path": { "campaign_id": "${campaign.data.id}", "variant_id": "${steps.data[0].variants[0].id}" }, "body": { "subject": "Hello", "body_html": "Hi" } },
                { "operation": "reachkit.inboxes.list", "as": "inboxes" },
                { "operation": "reachkit.campaigns.attachInboxes", "path": { "campaign_id": "${campaign.data.id}" }, "body": { "inbox_ids": ["${inboxes.data[0].id}"] } },
                { "operation": "reachkit.leads.create", "as": "lead", "path": { "campaign_id": "${campaign.data.id}" }, "body": { "email": "bea@acme.example" } },
                { "operation": "reachkit.campaigns.update", "path": { "campaign_id": "${campaign.data.id}" }, "body": { "status": "active" } }
              ]
            }
            """);
        await api.CallAsync("clock.advance", """{"to":"2026-03-03T18:00:00Z"}""");
        string message = (await api.CallAsync("outbox.list", query: "?api=reachkit")).GetProperty("messages")[0].GetProperty("messageId").GetString()!;
        await api.CallAsync("reachkit.bounce", path: ("message", message));
        await api.CallAsync("reachkit.bounce", status: 404, path: ("message", "nope"));
        await api.CallAsync("reachkit.unsubscribe", path: ("lead", loaded.GetProperty("results").GetProperty("lead").GetProperty("data").GetProperty("id").GetString()!));
        string inbox = loaded.GetProperty("reachkit").GetProperty("inboxes")[0].GetString()!;
        await api.CallAsync("inbound.receive", $$"""{"api":"reachkit","inbox":"{{inbox}}","from":"bea@acme.example","subject":"Offer","text":"See the file","label":"interested","attachments":[{"fileName":"offer.txt","contentType":"text/plain","content":"aGVsbG8="}]}""");
        await api.CallAsync("reachkit.setConnection", """{"status":"error"}""", path: ("inbox", inbox));
        await api.CallAsync("reachkit.addWarmupSpam", """{"count":2}""", path: ("inbox", inbox));
        await api.CallAsync("reachkit.addWarmupSpam", """{"count":2}""", status: 404, path: ("inbox", "nope"));
        await api.CallAsync("reachkit.removeWebhook", path: ("webhook", loaded.GetProperty("reachkit").GetProperty("webhooks")[0].GetString()!));
    }

    private static async Task MailmarkAsync(ControlExamples api)
    {
        await api.CallAsync("mailmark.get");
        await api.CallAsync("mailmark.set", """{"warmupPartners":3,"linkAddress":"http://127.0.0.1:7070/"}""");
        await api.CallAsync("mailmark.set", """{"webhookSecret":"","warmupPartners":9}""", status: 400);
        await api.CallAsync("mailmark.set", """{"linkAddress":"ftp://x"}""", status: 400);
        await api.CallAsync("mailmark.setOutcome", """{"address":"bea@acme.example","status":"pending"}""", status: 400);
        await api.CallAsync("mailmark.setOutcome", """{"address":"bea@acme.example","status":"bounced","afterSeconds":5}""");
        await api.CallAsync("mailmark.reject", """{"address":"cy@acme.example","text":"550 no such user"}""");
        await api.CallAsync("mailmark.reject", """{"address":"cy@acme.example"}""", status: 400);
        await api.CallAsync("mailmark.setDns", """{"domain":"gone.example","records":"nxdomain"}""");
        JsonElement sent = await api.CallAsync("fixtures.load", """{"calls":[{"operation":"mailmark.emails.send","as":"sent","body":{"from":"hello@acme.dev","to":["dana@acme.example"],"subject":"Hello","html":"Hi"}}]}""");
        string message = (await api.CallAsync("outbox.list", query: "?api=mailmark")).GetProperty("messages")[0].GetProperty("messageId").GetString()!;
        await api.CallAsync("mailmark.report", """{"status":"bounced"}""", path: ("message", message));
        await api.CallAsync("mailmark.checkHealth", path: ("domain", "acme.dev"));
        await api.CallAsync("fixtures.loadMailmark", """{"users":[{"ref":"second"}],"domains":[{"domain":"second.example","user":"second"}],"mailboxes":[{"fullAddress":"hello@second.example"}],"unsubscribes":[{"domain":"second.example","email":"bea@acme.example"}],"warmupMailboxes":[{"mailbox":"hello@second.example"}]}""", query: "?add=true");
        await api.CallAsync("inbound.receive", """{"api":"mailmark","mailbox":"hello@second.example","from":"bea@acme.example","subject":"Hi"}""");
        await api.CallAsync("mailmark.removeSuppression", path: [("domain", "second.example"), ("email", "bea@acme.example")]);
        await api.CallAsync("mailmark.removeSuppression", status: 404, path: [("domain", "second.example"), ("email", "bea@acme.example")]);
        await api.CallAsync("mailmark.setWarmup", """{"status":"paused"}""", path: ("mailbox", "hello@second.example"));
        await api.CallAsync("mailmark.setPlan", """{"plan":"business","status":"past_due"}""", path: ("user", "second"));
        string key = (await api.CallAsync("mailmark.get")).GetProperty("key").GetString()!;
        (await api.CallAsync("mailmark.key", path: ("key", key))).GetProperty("lastUsedAt").ValueKind.Should().Be(JsonValueKind.String);
        await api.CallAsync("mailmark.deleteDomain", path: ("domain", "second.example"));
        await api.CallAsync("mailmark.deleteUser", path: ("user", "second"));
        await api.CallAsync("keys.revoke", $$"""{"api":"mailmark","key":"{{key}}"}""");
    }

    private static async Task CrmAsync(ControlExamples api)
    {
        await api.CallAsync("crm.get");
        JsonElement loaded = (await api.CallAsync("fixtures.load", """
            {
              "crm": { "customers": [{ "firstName": "Bea", "email": "bea@acme.example" }] },
              "calls": [
                { "operation": "crm.segments.create", "as": "segment", "body": { "tenantId": "tenant_123", "name": "Everybody", "type": "STATIC" } },
                { "operation": "crm.campaigns.create", "as": "campaign", "body": { "tenantId": "tenant_123", "name": "Spring", "channels": ["EMAIL"], "emailTemplateId": "t1", "segmentId": "${segment.id}" } },
                { "operation": "crm.socialConnections.connect", "as": "flow", "body": { "tenantId": "tenant_123", "platform": "FACEBOOK", "redirectUri": "https://app.example/cb" } },
                { "operation": "crm.socialConnections.callback", "as": "connection", "body": { "platform": "FACEBOOK", "code": "c", "state": "${flow.state}" } }
              ]
            }
            """));
        JsonElement results = loaded.GetProperty("results");
        string customer = loaded.GetProperty("crm").GetProperty("customers")[0].GetString()!;
        JsonElement changed = await api.CallAsync("crm.setCustomer", """{"membershipTier":"GOLD","emailOptIn":true}""", path: ("customer", customer));
        (changed.GetProperty("membershipTier").GetString(), changed.GetProperty("firstName").GetString()).Should().Be(("GOLD", "Bea"));
        await api.CallAsync("crm.setCustomer", """{"tier":"GOLD"}""", status: 400, path: ("customer", customer));
        await api.CallAsync("crm.setCustomer", "{}", status: 404, path: ("customer", "nope"));
        JsonElement campaign = await api.CallAsync("crm.setCampaignCounters", """{"bouncedCount":3,"openedCount":10}""", path: ("campaign", results.GetProperty("campaign").GetProperty("id").GetString()!));
        campaign.GetProperty("bouncedCount").GetInt32().Should().Be(3);
        await api.CallAsync("crm.setSystemSegment", """{"isSystem":true}""", path: ("segment", results.GetProperty("segment").GetProperty("id").GetString()!));
        await api.CallAsync("crm.setTokenExpiry", """{"expiry":"2026-03-03T00:00:00Z"}""", path: ("connection", results.GetProperty("connection").GetProperty("id").GetString()!));
        await api.CallAsync("crm.failNext", """{"kind":"publication","error":"The page is locked"}""");
        await api.CallAsync("crm.failNext", """{"kind":"tokenRefresh","times":2,"forGood":false}""");
        await api.CallAsync("crm.failNext", """{"kind":"messaging"}""");
        await api.CallAsync("crm.failNext", """{"kind":"networkCall","error":"x"}""", status: 400);
    }

    private static async Task EndAsync(ControlExamples api)
    {
        await api.CallAsync("snapshots.take", """{"name":"seeded"}""");
        await api.CallAsync("snapshots.list");
        await api.CallAsync("snapshots.restore", path: ("name", "seeded"));
        await api.CallAsync("snapshots.fork", """{"world":"test-1"}""", path: ("name", "seeded"));
        await api.CallAsync("snapshots.drop", path: ("name", "seeded"));
        await api.CallAsync("worlds.drop", path: ("world", "test-1"));
        await api.CallAsync("fidelity.get");
    }
}
