using System.Text.Json;
using Outreach.FakeServer.Tests.Store;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>A call that is refused, for whatever reason and with whatever else it asks for, leaves every row as it was.</summary>
public sealed class AtomicityTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    public static TheoryData<string, string, string?, int, string> Refused() => new()
    {
        { "PATCH", "campaigns/{active}", """{"status":"active","name":"x","settings":{"timezone":"Asia/Tokyo","daily_send_limit":1} }""", 409, "CAMP_005" },
        { "PATCH", "campaigns/{active}", """{"status":"draft","start_date":"2030-01-01T00:00:00Z","channels":["instagram"]}""", 400, "CAMP_008" },
        { "PATCH", "campaigns/{empty}", """{"status":"active","name":"x","end_date":"2030-01-01T00:00:00Z"}""", 400, "CAMP_007" },
        { "PATCH", "campaigns/{completed}", """{"name":"x","status":"completed","objective":"o"}""", 400, "SERVER_005" },
        { "PATCH", "contacts/{contact}", """{"name":"x","status":"unsubscribed","campaign_id":"{full}"}""", 429, "CONT_009" },
        { "PATCH", "contacts/{contact}", $$"""{"status":"unsubscribed","campaign_id":"{{Nobody}}"}""", 404, "CAMP_001" },
        { "PATCH", "contacts/{contact}", """{"status":"unsubscribed","campaign_id":null,"email":"kim@acme.example"}""", 409, "CONT_002" },
        { "PATCH", "contacts/{contact}", """{"status":"unsubscribed","email":null}""", 400, "SERVER_002" },
        { "POST", "contacts", """{"email":"kim@acme.example","campaign_id":"{active}"}""", 409, "CONT_002" },
        { "POST", "contacts", """{"email":"new@acme.example","campaign_id":"{full}"}""", 429, "CONT_009" },
        { "POST", "contacts/import", """{"campaign_id":"{full}","contacts":[{"email":"bad"},{"email":"kim@acme.example"},{"email":"new@acme.example"}]}""", 429, "CONT_009" },
        { "POST", "contacts/import", """{"campaign_id":"{active}","contacts":[{"email":"new@acme.example"}],"skip_duplicates":"no"}""", 400, "SERVER_002" },
        { "POST", "messages/{failed}/retry", null, 429, "MSG_015" },
        { "POST", "messages/{approved}/reject", """{"reason":"no"}""", 409, "MSG_004" },
        { "POST", "messages/{pending}/feedback", """{"feedback":"[filtered]"}""", 400, "AI_005" },
        { "POST", "ai/strategy", """{"campaign_id":"{full}"}""", 429, "AI_004" },
        { "POST", "ai/analyze-response", """{"text":"[filtered]"}""", 400, "AI_005" },
        { "POST", "campaigns/{product}/analyze-product", """{"url":"https://x.example/","description":""}""", 400, "SERVER_002" },
        { "POST", "channels/send", """{"channel":"email","contact_id":"{failing}","subject":"s","body":"b"}""", 500, "MSG_001" },
        { "POST", "channels/send", """{"channel":"linkedin","contact_id":"{contact}","body":"b"}""", 400, "SERVER_005" },
        { "POST", "discovery/search/profiles", """{"campaign_id":"{active}"}""", 400, "DISC_007" },
        { "POST", "api-keys", """{"name":"x","scopes":["*","contacts:read"]}""", 400, "SERVER_002" },
        { "PATCH", "webhooks/{webhook}", """{"is_active":false,"url":"http://x.example/"}""", 400, "HOOK_003" },
        { "POST", "webhooks/{webhook}/test", """{"event":"*"}""", 400, "HOOK_003" },
        { "DELETE", "campaigns/{empty}/target-profiles/{profile}", null, 404, "SERVER_003" },
        { "POST", "campaigns/{active}/target-profiles", """{"name":""}""", 400, "SERVER_002" },
        { "PATCH", "notifications/{notification}", """{"is_read":null}""", 400, "SERVER_002" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refused_call_changes_nothing(string method, string path, string? body, int status, string code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        Dictionary<string, string> ids = await SceneAsync(world);
        string Named(string text) => ids.Aggregate(text, (named, id) => named.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        if (code == "MSG_015") world.Fake.Markus.Account.PlanId = null;
        await world.GetAsync("auth/me");
        JsonElement before = StateFileParts.Of(world.Fake.World);
        int told = world.Events.Count, mails = world.Fake.Outbox.Count;

        MarkusAnswer answer = await world.SendAsync(method, Named(path), body is null ? null : Named(body));

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        JsonElement after = StateFileParts.Of(world.Fake.World);
        before.EnumerateObject().Select(part => part.Name).Where(part => part.StartsWith("markus", StringComparison.Ordinal) && !JsonElement.DeepEquals(before.GetProperty(part), after.GetProperty(part))).Should().BeEmpty();
        (world.Events.Count, world.Fake.Outbox.Count).Should().Be((told, mails));
    }

    // Campaigns of all kinds, an active one with a message in each state, a credit campaign whose allowance is used up.
    private static async Task<Dictionary<string, string>> SceneAsync(MarkusWorld world)
    {
        Dictionary<string, string> ids = [];
        ids["active"] = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":2}");
        await world.ContactAsync(ids["active"], "bea+fail@acme.example");
        ids["contact"] = await world.ContactAsync(ids["active"], "dana@acme.example");
        await world.ContactAsync(ids["active"], "kim@acme.example");
        for (int i = 0; i < 3; i++) await world.ContactAsync(ids["active"], $"c{i}@active.example");
        await world.ActivateAsync(ids["active"]);
        string[] pending = await world.PendingAsync();
        foreach (string id in pending[..5]) await world.ApproveAsync(id);
        ids["failed"] = world.State.Messages.First(message => message.Status == MessageStatus.Failed).Id;
        ids["approved"] = world.State.Messages.First(message => message.Status == MessageStatus.Approved).Id;
        ids["pending"] = pending[5];
        ids["empty"] = await world.CampaignAsync();
        ids["product"] = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
        ids["profile"] = (await world.PostAsync($"campaigns/{ids["product"]}/target-profiles", """{"name":"x"}""")).Id;
        ids["completed"] = await CampaignTests.InStatusAsync(world, "active", "ended@acme.example");
        await world.PatchAsync($"campaigns/{ids["completed"]}", """{"status":"completed"}""");
        ids["failing"] = await world.ContactAsync(null, "joe+fail@acme.example");
        world.Fake.Markus.Account.PlanId = null;
        world.Fake.Markus.Account.Credits = 1;
        ids["full"] = await world.CampaignAsync();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(30).Insert(1, $"\"campaign_id\":\"{ids["full"]}\","));
        for (int i = 0; i < 50; i++) await world.PostAsync("ai/generate", $$"""{"campaign_id":"{{ids["full"]}}"}""");
        world.Fake.Markus.Account.PlanId = "pro";
        ids["webhook"] = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["campaign.deleted"]}""")).Id;
        ids["notification"] = world.Fake.Markus.Account.Notify("n", "n");
        return ids;
    }
}
