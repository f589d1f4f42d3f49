using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

public sealed class WholeObjectTests
{
    [Fact]
    public async Task Every_query_gives_every_member_of_its_type()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).ShouldBe(201);
        string segment = await api.Static("S", customer);
        string campaign = await api.Campaign(segment);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, customer);
        string connection = await api.Connection();
        await api.Post(connection, "x", "");
        (await api.Post("promotions", $$"""{"tenantId":"{{CrmApi.Tenant}}","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")).ShouldBe(201);
        JsonElement types = await Data(api, "{ __schema { types { name kind fields { name args { name type { kind } } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }");
        Dictionary<string, JsonElement> byName = types.GetProperty("__schema").GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);

        foreach (JsonElement field in byName["Query"].GetProperty("fields").EnumerateArray())
        {
            string name = field.GetProperty("name").GetString()!;
            List<string> arguments = [];
            foreach (JsonElement argument in field.GetProperty("args").EnumerateArray().Where(argument => argument.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL"))
            {
                string key = argument.GetProperty("name").GetString()!;
                string value = key switch
                {
                    "tenantId" => CrmApi.Tenant,
                    "customerId" => customer,
                    "segmentId" => segment,
                    "journeyId" => journey,
                    _ => name switch { "customer" => customer, "segment" => segment, "journey" => journey, _ => campaign },
                };
                arguments.Add($"{key}: \"{value}\"");
            }

            if (name == "resolveCustomer") arguments.Add("email: \"dana@acme.example\"");
            JsonElement data = await Data(api, $"{{ {name}({string.Join(", ", arguments)}) {Selection(byName, field.GetProperty("type"), 3)} }}");
            data.GetProperty(name).ValueKind.Should().NotBe(JsonValueKind.Null, name);
            if (data.GetProperty(name).ValueKind == JsonValueKind.Array) data.GetProperty(name).GetArrayLength().Should().BePositive(name);
        }
    }

    [Fact]
    public async Task A_list_shows_each_object_as_its_own_query_and_REST_do()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable(1, known => known with
        {
            Tags = ["vip"],
            ExternalIds = new() { GolfRsaId = "1" },
            Handicap = 14.2,
            EngagementScore = 80,
            EngagementScoreAt = api.Now,
            LifetimeValue = 5,
            SclMemberId = 7,
            MemberSince = api.Now.AddYears(-1),
        });
        string segment = await api.Dynamic("""{"combinator":"OR","rules":[{"field":"tags","operator":"in","value":["vip"]},{"combinator":"AND","rules":[{"field":"handicap","operator":"lt","value":18.5}]}]}""");
        await api.Post($"segments/{segment}/sync-to-messaging");
        string campaign = await api.Campaign(segment, channels: "\"EMAIL\",\"WHATSAPP\"");
        (await api.Post($"campaigns/{campaign}/execute")).ShouldBe(200);
        string journey = await api.Running("segment.entered", $$""","triggerConfig":{"segmentId":"{{segment}}","conditions":[{"field":"handicap","operator":"isNotNull"}]},"maxEnrollments":5""", """{"type":"END","config":{}}""");
        string promotion = (await api.Post("promotions", $$"""{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"autoPromote":true,"announceAt":"2026-01-01T00:00:00Z","reminderDays":[1,7]}""")).ShouldBe(201).Text("id");
        JsonElement types = await Data(api, "{ __schema { types { name kind fields { name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }");
        Dictionary<string, JsonElement> byName = types.GetProperty("__schema").GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);

        (string List, string? Own, string Path, string Type)[] lists =
        [
            ("customers(tenantId: \"tenant_123\") { nodes", $"customer(id: \"{customer}\")", $"customers/{customer}", "Customer"),
            ($"segmentMembers(segmentId: \"{segment}\") {{ nodes", $"customer(id: \"{customer}\")", $"customers/{customer}", "Customer"),
            ("segments(tenantId: \"tenant_123\")", $"segment(id: \"{segment}\")", $"segments/{segment}", "Segment"),
            ("campaigns(tenantId: \"tenant_123\") { nodes", $"campaign(id: \"{campaign}\")", $"campaigns/{campaign}", "Campaign"),
            ("journeys(tenantId: \"tenant_123\")", $"journey(id: \"{journey}\")", $"journeys/{journey}", "Journey"),
            ("eventPromotions(tenantId: \"tenant_123\")", null, $"promotions/{promotion}", "EventPromotion"),
        ];
        foreach ((string list, string? own, string path, string type) in lists)
        {
            string selection = Selection(byName, byName[type], 2);
            JsonElement data = await Data(api, $"{{ list: {list} {selection} {(list.EndsWith("nodes", StringComparison.Ordinal) ? "}" : "")} {(own is null ? "" : $"own: {own} {selection}")} }}");
            JsonElement item = (data.GetProperty("list") is { ValueKind: JsonValueKind.Object } nodes ? nodes.GetProperty("nodes") : data.GetProperty("list")).EnumerateArray().Should().ContainSingle().Subject;
            if (own is not null) item.GetRawText().Should().Be(data.GetProperty("own").GetRawText());
            foreach (JsonProperty member in (await api.Get(path)).ShouldBe(200).Body.EnumerateObject())
                if (item.TryGetProperty(member.Name, out JsonElement value)) value.GetRawText().Should().Be(member.Value.GetRawText(), "{0} {1}", list, member.Name);
        }
    }

    [Fact]
    public async Task Scopes_are_asked_for_at_the_root_fields_only()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string segment = await api.Static("S", customer);
        string campaign = await api.Campaign(segment);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");

        api.Token = api.Control.IssueToken(["crm:campaigns"]);
        JsonElement data = await Data(api, $$"""
            mutation {
              updateCampaign(id: "{{campaign}}", input: { name: "New" }) { segment { name } }
              enrollCustomers(journeyId: "{{journey}}", input: { customerIds: ["{{customer}}"] }) { enrollments { customer { email } } }
            }
            """);
        data.GetProperty("updateCampaign").GetProperty("segment").GetProperty("name").GetString().Should().Be("S");
        data.GetProperty("enrollCustomers").GetProperty("enrollments")[0].GetProperty("customer").GetProperty("email").GetString().Should().Be("dana@acme.example");
        await Fails(api, $$"""{ customer(id: "{{customer}}") { id } }""", "FORBIDDEN", "Missing scope crm:read");

        api.Token = api.Control.IssueToken(["crm:admin"]);
        (await Data(api, $$"""{ segmentMembers(segmentId: "{{segment}}") { nodes { tenantId } } }""")).GetProperty("segmentMembers").GetProperty("nodes").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("""deleteNote(id: "nothing")""", "crm:write", "Note not found")]
    [InlineData("""updateNote(id: "nothing", input: { content: "x" }) { id }""", "crm:write", "Note not found")]
    [InlineData("""deleteJourneyStep(id: "nothing")""", "crm:campaigns", "Journey step not found")]
    [InlineData("""updateJourneyStep(id: "nothing", input: { name: "x" }) { id }""", "crm:campaigns", "Journey step not found")]
    [InlineData("""exitEnrollment(id: "nothing") { id }""", "crm:campaigns", "Enrollment not found")]
    public async Task A_missing_scope_comes_before_a_missing_object(string field, string scope, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await Fails(api, $"mutation {{ {field} }}", "RESOURCE_NOT_FOUND", message);
        api.Token = api.Control.IssueToken(["crm:read"]);
        await Fails(api, $"mutation {{ {field} }}", "FORBIDDEN", $"Missing scope {scope}");
    }

    [Fact]
    public async Task What_belongs_to_a_foreign_tenant_is_missing_under_its_own_name()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string note = (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).Text("id");
        string journey = await api.Journey("MANUAL", "", """{"type":"END","config":{}}""");
        string step = (await api.Get($"journeys/{journey}/steps")).Ids[0];
        (await api.Post($"journeys/{journey}/activate")).ShouldBe(200);
        string enrollment = (await api.Enroll(journey, customer)).GetProperty("id").GetString()!;
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        await Fails(api, $$"""mutation { deleteNote(id: "{{note}}") }""", "RESOURCE_NOT_FOUND", "Note not found");
        await Fails(api, $$"""mutation { deleteJourneyStep(id: "{{step}}") }""", "RESOURCE_NOT_FOUND", "Journey step not found");
        await Fails(api, $$"""mutation { exitEnrollment(id: "{{enrollment}}") { id } }""", "RESOURCE_NOT_FOUND", "Enrollment not found");
        await Fails(api, $$"""mutation { updateNote(id: "{{note}}", input: {}) { id } }""", "VALIDATION_ERROR", "at least one member is required");
    }

    [Fact]
    public async Task Null_for_an_optional_argument_is_like_leaving_it_out()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string campaign = await api.Campaign(await api.Static("S", customer), $",\"scheduledAt\":\"{api.Now.AddDays(1):yyyy-MM-dd}T00:00:00Z\"");
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        string enrollment = (await api.Enroll(journey, customer)).GetProperty("id").GetString()!;
        JsonElement data = await Data(api, $$"""
            mutation {
              scheduleCampaign(id: "{{campaign}}", input: null) { status }
              exitEnrollment(id: "{{enrollment}}", reason: null) { exitReason }
            }
            """);
        data.GetProperty("scheduleCampaign").GetProperty("status").GetString().Should().Be("SCHEDULED");
        data.GetProperty("exitEnrollment").GetProperty("exitReason").GetString().Should().Be("manual");
    }

    private static string Selection(Dictionary<string, JsonElement> types, JsonElement type, int depth)
    {
        while (type.GetProperty("kind").GetString() is "NON_NULL" or "LIST") type = type.GetProperty("ofType");
        if (type.GetProperty("kind").GetString() != "OBJECT") return "";
        IEnumerable<string> members = types[type.GetProperty("name").GetString()!].GetProperty("fields").EnumerateArray()
            .Select(field => (Name: field.GetProperty("name").GetString(), Inner: Selection(types, field.GetProperty("type"), depth - 1), IsObject: IsObject(field.GetProperty("type"))))
            .Where(field => !field.IsObject || (depth > 1 && field.Inner.Length > 0))
            .Select(field => $"{field.Name} {field.Inner}");
        return $"{{ {string.Join(' ', members)} }}";
    }

    private static bool IsObject(JsonElement type)
        => type.GetProperty("kind").GetString() switch { "OBJECT" => true, "NON_NULL" or "LIST" => IsObject(type.GetProperty("ofType")), _ => false };

    private static async Task<JsonElement> Data(CrmApi api, string query)
    {
        CrmAnswer answer = (await api.Post("graphql", JsonSerializer.Serialize(new { query }))).ShouldBe(200);
        answer.Body.TryGetProperty("errors", out JsonElement errors).Should().BeFalse("{0} in {1}", errors, query);
        return answer.Body.GetProperty("data");
    }

    private static async Task Fails(CrmApi api, string query, string code, string message)
    {
        CrmAnswer answer = (await api.Post("graphql", JsonSerializer.Serialize(new { query }))).ShouldBe(200);
        JsonElement error = answer.Body.GetProperty("errors").EnumerateArray().Should().ContainSingle().Subject;
        error.GetProperty("message").GetString().Should().Be(message);
        error.GetProperty("extensions").GetProperty("code").GetString().Should().Be(code);
        error.GetProperty("path")[0].GetString().Should().Be(query[(query.IndexOf('{', StringComparison.Ordinal) + 2)..query.IndexOf('(', StringComparison.Ordinal)].Trim());
    }
}
