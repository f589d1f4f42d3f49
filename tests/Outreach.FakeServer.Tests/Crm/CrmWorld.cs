using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>One of everything, and for each operation a call on it that succeeds.</summary>
internal sealed class CrmWorld
{
    private CrmWorld(Dictionary<string, (string Method, string Path, string? Body)> calls) => Calls = calls;

    /// <summary>Method, path and body by operation.</summary>
    public IReadOnlyDictionary<string, (string Method, string Path, string? Body)> Calls { get; }

    public static IEnumerable<string> Operations => CrmClient.Operations.Select(operation => operation.Id).Where(id => id != "graphql.execute");

    public static async Task<CrmWorld> Of(CrmApi api)
    {
        string customer = api.Reachable(1);
        string other = api.Reachable(2);
        string note = (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).ShouldBe(201).Text("id");
        string segment = await api.Static("Board", customer);
        string campaign = await api.Campaign(segment);
        string active = await api.Campaign(null, ",\"type\":\"TRIGGERED\"");
        (await api.Post($"campaigns/{active}/execute")).ShouldBe(200);
        string paused = await api.Campaign(null, ",\"type\":\"TRIGGERED\"");
        (await api.Post($"campaigns/{paused}/execute")).ShouldBe(200);
        (await api.Post($"campaigns/{paused}/pause")).ShouldBe(200);
        string draft = await api.Journey("draft", "", """{"type":"END","config":{}}""");
        string step = (await api.Get($"journeys/{draft}/steps")).Ids[0];
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        string enrollment = (await api.Enroll(journey, customer)).GetProperty("id").GetString()!;
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", "");
        string scheduled = await api.Post(connection, "x", ",\"scheduledAt\":\"2026-03-05T00:00:00Z\"");
        string published = await api.Post(connection, "x", "");
        (await api.Post($"social/posts/{published}/publish")).ShouldBe(200);
        string promotion = (await api.Post("promotions", Promotion)).ShouldBe(201).Text("id");
        string state = (await api.Post("social/connections/connect", Connect)).ShouldBe(200).Text("state");
        string list = $"?tenantId={CrmApi.Tenant}";

        Dictionary<string, (string, string?)> calls = new(StringComparer.Ordinal)
        {
            ["customers.list"] = ("customers" + list, null),
            ["customers.create"] = ("customers", """{"tenantId":"tenant_123","email":"new@acme.example"}"""),
            ["customers.resolve"] = ($"customers/resolve{list}&email=c1@acme.example", null),
            ["customers.get"] = ($"customers/{customer}", null),
            ["customers.update"] = ($"customers/{customer}", """{"firstName":"x"}"""),
            ["customers.delete"] = ($"customers/{customer}", null),
            ["customers.merge"] = ($"customers/{customer}/merge", $$"""{"loserId":"{{other}}"}"""),
            ["activities.list"] = ($"customers/{customer}/activities", null),
            ["activities.create"] = ($"customers/{customer}/activities", """{"type":"CALLED","category":"OTHER","title":"x"}"""),
            ["notes.list"] = ($"customers/{customer}/notes", null),
            ["notes.create"] = ($"customers/{customer}/notes", """{"content":"x"}"""),
            ["notes.update"] = ($"customers/{customer}/notes/{note}", """{"content":"y"}"""),
            ["notes.delete"] = ($"customers/{customer}/notes/{note}", null),
            ["segments.list"] = ("segments" + list, null),
            ["segments.create"] = ("segments", """{"tenantId":"tenant_123","name":"n","type":"STATIC"}"""),
            ["segments.get"] = ($"segments/{segment}", null),
            ["segments.update"] = ($"segments/{segment}", """{"description":"x"}"""),
            ["segments.delete"] = ($"segments/{segment}", null),
            ["segments.members"] = ($"segments/{segment}/members", null),
            ["segments.addMembers"] = ($"segments/{segment}/members", $$"""{"customerIds":["{{other}}"]}"""),
            ["segments.removeMember"] = ($"segments/{segment}/members/{customer}", null),
            ["segments.refresh"] = ($"segments/{segment}/refresh", null),
            ["segments.syncToMessaging"] = ($"segments/{segment}/sync-to-messaging", null),
            ["campaigns.list"] = ("campaigns" + list, null),
            ["campaigns.create"] = ("campaigns", """{"tenantId":"tenant_123","name":"n","channels":["EMAIL"]}"""),
            ["campaigns.get"] = ($"campaigns/{campaign}", null),
            ["campaigns.update"] = ($"campaigns/{campaign}", """{"name":"x"}"""),
            ["campaigns.delete"] = ($"campaigns/{campaign}", null),
            ["campaigns.schedule"] = ($"campaigns/{campaign}/schedule", """{"scheduledAt":"2026-03-05T00:00:00Z"}"""),
            ["campaigns.pause"] = ($"campaigns/{active}/pause", null),
            ["campaigns.resume"] = ($"campaigns/{paused}/resume", null),
            ["campaigns.cancel"] = ($"campaigns/{paused}/cancel", null),
            ["campaigns.execute"] = ($"campaigns/{campaign}/execute", null),
            ["campaigns.stats"] = ($"campaigns/{campaign}/stats", null),
            ["journeys.list"] = ("journeys" + list, null),
            ["journeys.create"] = ("journeys", """{"tenantId":"tenant_123","name":"n","triggerType":"MANUAL"}"""),
            ["journeys.get"] = ($"journeys/{journey}", null),
            ["journeys.update"] = ($"journeys/{journey}", """{"name":"x"}"""),
            ["journeys.delete"] = ($"journeys/{draft}", null),
            ["journeys.activate"] = ($"journeys/{draft}/activate", null),
            ["journeys.pause"] = ($"journeys/{journey}/pause", null),
            ["journeys.archive"] = ($"journeys/{journey}/archive", null),
            ["journeySteps.list"] = ($"journeys/{draft}/steps", null),
            ["journeySteps.create"] = ($"journeys/{draft}/steps", """{"type":"END","config":{}}"""),
            ["journeySteps.update"] = ($"journeys/{draft}/steps/{step}", """{"name":"x"}"""),
            ["journeySteps.delete"] = ($"journeys/{draft}/steps/{step}", null),
            ["journeySteps.reorder"] = ($"journeys/{draft}/steps/order", $$"""{"stepIds":["{{step}}"]}"""),
            ["journeyEnrollments.list"] = ($"journeys/{journey}/enrollments", null),
            ["journeyEnrollments.create"] = ($"journeys/{journey}/enrollments", $$"""{"customerIds":["{{other}}"]}"""),
            ["journeyEnrollments.exit"] = ($"journeys/{journey}/enrollments/{enrollment}/exit", null),
            ["socialConnections.list"] = ("social/connections" + list, null),
            ["socialConnections.get"] = ($"social/connections/{connection}", null),
            ["socialConnections.disconnect"] = ($"social/connections/{connection}", null),
            ["socialConnections.connect"] = ("social/connections/connect", Connect),
            ["socialConnections.callback"] = ("social/connections/callback", $$"""{"platform":"TWITTER","code":"c","state":"{{state}}"}"""),
            ["socialConnections.refresh"] = ($"social/connections/{connection}/refresh", null),
            ["socialPosts.list"] = ("social/posts" + list, null),
            ["socialPosts.create"] = ("social/posts", $$"""{"tenantId":"tenant_123","connectionId":"{{connection}}","content":"x"}"""),
            ["socialPosts.get"] = ($"social/posts/{post}", null),
            ["socialPosts.update"] = ($"social/posts/{post}", """{"content":"y"}"""),
            ["socialPosts.delete"] = ($"social/posts/{post}", null),
            ["socialPosts.schedule"] = ($"social/posts/{post}/schedule", """{"scheduledAt":"2026-03-05T00:00:00Z"}"""),
            ["socialPosts.publish"] = ($"social/posts/{post}/publish", null),
            ["socialPosts.cancel"] = ($"social/posts/{scheduled}/cancel", null),
            ["socialPosts.syncEngagement"] = ($"social/posts/{published}/sync-engagement", null),
            ["promotions.list"] = ("promotions" + list, null),
            ["promotions.create"] = ("promotions", Promotion),
            ["promotions.get"] = ($"promotions/{promotion}", null),
            ["promotions.update"] = ($"promotions/{promotion}", """{"isActive":false}"""),
            ["promotions.delete"] = ($"promotions/{promotion}", null),
            ["analytics.engagement"] = ("analytics/engagement" + list, null),
            ["analytics.campaigns"] = ("analytics/campaigns" + list, null),
            ["analytics.journeys"] = ("analytics/journeys" + list, null),
            ["analytics.social"] = ("analytics/social" + list, null),
        };
        return new CrmWorld(calls.ToDictionary(call => call.Key, call => (CrmClient.Operations.Single(operation => operation.Id == call.Key).Method.Method, call.Value.Item1, call.Value.Item2)));
    }

    private const string Promotion = """{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""";

    private const string Connect = """{"tenantId":"tenant_123","platform":"TWITTER","redirectUri":"https://app.example/cb"}""";

    public Task<CrmAnswer> Call(CrmApi api, string operation) => Calls[operation] is var (method, path, body) ? api.Send(method, path, body) : null!;
}
