using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class ProbeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Chain()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string a = await api.Customer("a@x.example", ""","authUserId":"ua","phoneNumber":"+27821230001" """);
        string b = await api.Customer("b@x.example", ""","authUserId":"ub" """);
        string c = await api.Customer("c@x.example");
        (await api.Post($"customers/{b}/merge", $$"""{"loserId":"{{a}}"}""")).ShouldBe(200);
        (await api.Post($"customers/{c}/merge", $$"""{"loserId":"{{b}}"}""")).ShouldBe(200);
        foreach (string q in new[] { "authUserId=ua", "authUserId=ub", "email=a@x.example", "phone=%2B27821230001", "email=a@x.example&phone=%2B27821230001", "email=b@x.example&phone=%2B27821230001", "email=c@x.example" })
        {
            CrmAnswer r = await api.Get($"customers/resolve?tenantId=tenant_123&{q}");
            output.WriteLine($"{q}: {r.Status} {r.Body.GetProperty("confidence")} {r.Body.GetProperty("matchedBy")} isC={r.Body.GetProperty("profile").GetProperty("id").GetString() == c}");
        }

        // winner takes back an alias of its own
        output.WriteLine((await api.Patch($"customers/{c}", """{"authUserId":"ua"}""")).Body.ToString());
        output.WriteLine("delete loser: " + (await api.Delete($"customers/{a}")).Body);
        output.WriteLine("activity loser: " + (await api.Post($"customers/{a}/activities", """{"type":"CALLED","category":"OTHER","title":"x"}""")).Body);
        output.WriteLine("merge into loser: " + (await api.Post($"customers/{a}/merge", $$"""{"loserId":"{{c}}"}""")).Body);
        output.WriteLine("loser get: " + (await api.Get($"customers/{a}")).Body);
        (await api.Delete($"customers/{c}")).ShouldBe(204);
        output.WriteLine("resolve ua after winner deleted: " + (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=ua")).Body);
        output.WriteLine("resolve ub after winner deleted: " + (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=ub")).Body);
    }

    [Fact]
    public async Task GraphQl()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string a = await api.Customer("a@x.example");
        async Task Q(string query, string? variables = null)
        {
            CrmAnswer r = await api.Post("graphql", $$"""{"query":{{JsonSerializer.Serialize(query)}}{{(variables is null ? "" : ",\"variables\":" + variables)}}}""");
            output.WriteLine($"{query}\n   -> {r.Status} {r.Body.ToString()[..Math.Min(600, r.Body.ToString().Length)]}");
        }

        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]); (await api.Post("customers", """{"tenantId":"other","authUserId":"uo"}""")).ShouldBe(201); output.WriteLine("foreign: " + (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=uo")).Body); string deep = string.Concat(Enumerable.Repeat("{\"a\":", 300)) + "1" + new string('}', 300);
        await Q("mutation($i: CreateActivityInput!, $c: ID!) { recordActivity(customerId: $c, input: $i) { id } }", "{\"c\":\"" + a + "\",\"i\":{\"type\":\"CALLED\",\"category\":\"OTHER\",\"title\":\"x\",\"metadata\":" + deep + "}}");
        deep = string.Concat(Enumerable.Repeat("[", 3000)) + "1" + new string(']', 3000);
        await Q("mutation($i: CreateActivityInput!, $c: ID!) { recordActivity(customerId: $c, input: $i) { id } }", "{\"c\":\"" + a + "\",\"i\":{\"type\":\"CALLED\",\"category\":\"OTHER\",\"title\":\"x\",\"metadata\":" + deep + "}}");
        await Q("{ customer(id: \"nope\") { id } }");
        await Q("{ customerTimeline(customerId: \"nope\") { meta { total } } }");
        await Q("{ a: customer(id: \"" + a + "\") { id ...F } } fragment F on Customer { email tags createdAt whatsappOptIn externalIds }");
        await Q("{ segments(tenantId: \"tenant_123\", type: IMPORT) { id } }");
        await Q("query($t: String!, $n: Int = 1) { customers(tenantId: $t, pagination: {take: $n}) { nodes { id } meta { total skip take hasMore } } }", """{"t":"tenant_123"}""");
        await Q("query($t: String!, $n: Int) { customers(tenantId: $t, pagination: {take: $n}) { nodes { id } meta { total skip take hasMore } } }", """{"t":"tenant_123","n":null}""");
        await Q("query($t: String!, $n: Int) { customers(tenantId: $t, pagination: {take: $n}) { nodes { id } meta { total skip take hasMore } } }", """{"t":"tenant_123","n":0}""");
        await Q("{ customers(tenantId: \"foreign\") { nodes { id } } segments(tenantId: \"tenant_123\") { id } }");
        await Q("mutation { a: deleteNote(id: \"x\") b: deleteSegment(id: \"y\") }");
        await Q("mutation { updateCustomer(id: \"" + a + "\", input: {firstName: null, status: MERGED}) { id } }");
        await Q("mutation { updateCustomer(id: \"" + a + "\", input: {}) { id } }");
        await Q("{ campaignAnalytics(tenantId: \"tenant_123\", dateRange: {startDate: \"2026-01-01\"}) { totalCampaigns } }");
        await Q("{ resolveCustomer(tenantId: \"tenant_123\", authUserId: 5) { isNew confidence matchedBy profile { authUserId } } }");
        await Q("{ resolveCustomer(tenantId: \"tenant_123\") { isNew } }");
        await Q("query A { customer(id: \"x\") { id } } query B { customer(id: \"y\") { id } }");
        await Q("subscription { x }");
        await Q("{ __type(name: \"Customer\") { name kind fields { name } } }");
        await Q("{ customer(id: \"" + a + "\") { id @skip(if: true) email @include(if: false) __typename } }");
    }

    [Fact]
    public async Task DeadSegmentsJourneys()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string c = api.Reachable(1);
        string seg = await api.Static("S", c);
        string journey = await api.Running("segment.entered", $$""","triggerConfig":{"segmentId":"{{seg}}"}""", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""", """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t"}}""");
        output.WriteLine("promo on segment then delete segment");
        string promo = (await api.Post("promotions", $$"""{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"segmentId":"{{seg}}","autoPromote":true,"announceAt":"2020-01-01T00:00:00Z"}""")).Body.ToString();
        output.WriteLine(promo);
        output.WriteLine((await api.Get("promotions?tenantId=tenant_123")).Body.ToString());
        output.WriteLine((await api.Delete($"segments/{seg}")).Status.ToString());
        output.WriteLine((await api.Get("promotions?tenantId=tenant_123")).Body.ToString());
        output.WriteLine((await api.Get($"journeys/{journey}?include=steps,enrollments")).Body.ToString());
        output.WriteLine((await api.Get($"journeys/{journey}?include=steps&include=enrollments")).Body.ToString());
        output.WriteLine((await api.Get($"journeys/{journey}?include=")).Body.ToString());
    }

    [Fact]
    public async Task Mid_way()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string a = api.Reachable(1), b = api.Reachable(2);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":2,"unit":"HOURS"}}""", """{"type":"UPDATE","config":{"set":{"email":"c2@acme.example","phoneNumber":null},"addTags":["x","y"],"removeTags":["y"]}}""", """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t"}}""");
        output.WriteLine((await api.Post($"journeys/{journey}/enrollments", $$"""{"customerIds":["{{a}}","{{b}}","nope"]}""")).Body.ToString());
        await api.Patch($"customers/{b}", """{"status":"INACTIVE"}""");
        await api.Advance(TimeSpan.FromHours(2));
        output.WriteLine((await api.Get($"customers/{a}")).Body.ToString());
        output.WriteLine((await api.Get($"customers/{b}")).Body.ToString());
        output.WriteLine(string.Join(" | ", api.Fake.Outbox.Select(m => m.To)));
        output.WriteLine((await api.Get($"journeys/{journey}?include=enrollments")).Body.ToString());
        output.WriteLine(string.Join(",", await api.Timeline(a)));
    }
}
