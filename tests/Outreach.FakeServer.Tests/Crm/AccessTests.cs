using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Section 1 over all operations: scopes, tenants, references; and that a refused call changes nothing.</summary>
public sealed class AccessTests
{
    public static TheoryData<string> Operations => [.. CrmWorld.Operations];

    /// <summary>Operations on one id, which tell nothing of a foreign tenant's objects.</summary>
    public static TheoryData<string> OnAnId => [.. CrmClient.Operations.Where(operation => operation.Path.Text.Contains('{')).Select(operation => operation.Id)];

    /// <summary>Operations whose tenant is a query parameter.</summary>
    public static TheoryData<string> OnATenant => [.. CrmWorld.Operations.Where(id => id is "customers.list" or "customers.resolve" or "segments.list" or "campaigns.list" or "journeys.list" or "socialConnections.list" or "socialPosts.list" or "promotions.list" || id.StartsWith("analytics.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_opens_to_its_scope_and_a_read_to_the_managing_one(string id)
    {
        Operation operation = CrmClient.Operations.Single(one => one.Id == id);
        string[] open = operation.Method != HttpMethod.Get ? [operation.Scope!] : id.Split('.')[0] switch
        {
            "segments" => ["crm:read", "crm:admin"],
            "campaigns" or "journeys" or "journeySteps" or "journeyEnrollments" or "promotions" => ["crm:read", "crm:campaigns"],
            "socialConnections" or "socialPosts" => ["crm:read", "crm:social"],
            "analytics" when id is "analytics.campaigns" or "analytics.journeys" => ["crm:read", "crm:campaigns"],
            "analytics" when id is "analytics.social" => ["crm:read", "crm:social"],
            _ => ["crm:read"],
        };
        await using CrmApi api = await CrmApi.StartAsync();
        CrmWorld world = await CrmWorld.Of(api);
        string before = api.State();
        foreach (string scope in api.Control.AllScopes.Except(open))
        {
            api.Token = api.Control.IssueToken([scope]);
            (await world.Call(api, id)).ShouldFail(403, "FORBIDDEN", $"Missing scope {operation.Scope}");
        }

        api.State().Should().Be(before, "a refused call changes nothing");
        foreach (string scope in open)
        {
            FakeSnapshot snapshot = api.Fake.Snapshot();
            api.Token = api.Control.IssueToken([scope]);
            (await world.Call(api, id)).Status.Should().BeOneOf(200, 201, 204);
            api.Fake.Restore(snapshot);
        }
    }

    [Theory]
    [MemberData(nameof(OnAnId))]
    public async Task What_lies_in_a_foreign_tenant_is_missing_for_every_call_on_an_id(string id)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmWorld world = await CrmWorld.Of(api);
        string before = api.State();
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        (await world.Call(api, id)).ShouldFail(404, "RESOURCE_NOT_FOUND");
        api.State().Should().Be(before, "a refused call changes nothing");
    }

    [Theory]
    [MemberData(nameof(OnATenant))]
    public async Task A_list_look_up_or_figure_needs_a_tenant_of_the_token(string id)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (string method, string path, _) = (await CrmWorld.Of(api)).Calls[id];
        (await api.Send(method, path)).ShouldBe(200);
        (await api.Send(method, path.Replace("tenantId=tenant_123", "", StringComparison.Ordinal))).ShouldFail(400, "VALIDATION_ERROR", "tenantId is required");
        (await api.Send(method, path.Replace("tenant_123", "", StringComparison.Ordinal))).ShouldFail(400, "VALIDATION_ERROR", "tenantId must not be empty");
        (await api.Send(method, path.Replace("tenant_123", "tenant_999", StringComparison.Ordinal))).ShouldFail(403, "FORBIDDEN", "Token has no access to tenant tenant_999");
    }

    [Theory]
    [InlineData("POST", "campaigns", """{"tenantId":"other","name":"n","channels":["EMAIL"],"segmentId":"$segment"}""", "Segment not found")]
    [InlineData("PATCH", "campaigns/$otherCampaign", """{"segmentId":"$segment"}""", "Segment not found")]
    [InlineData("POST", "promotions", """{"tenantId":"other","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"segmentId":"$segment"}""", "Segment not found")]
    [InlineData("PATCH", "promotions/$otherPromotion", """{"segmentId":"$segment"}""", "Segment not found")]
    [InlineData("POST", "journeys", """{"tenantId":"other","name":"n","triggerType":"segment.entered","triggerConfig":{"segmentId":"$segment"}}""", "Segment not found")]
    [InlineData("PATCH", "journeys/$otherJourney", """{"triggerConfig":{"segmentId":"$segment"}}""", "Segment not found")]
    [InlineData("POST", "journeys", """{"tenantId":"other","name":"n","triggerType":"MANUAL","campaignId":"$campaign"}""", "Campaign not found")]
    [InlineData("POST", "journeys/$otherActive/enrollments", """{"segmentId":"$segment"}""", "Segment not found")]
    [InlineData("POST", "segments/$otherSegment/members", """{"customerIds":["$otherCustomer","$customer"]}""", "Customer not found")]
    [InlineData("DELETE", "segments/$otherSegment/members/$customer", null, "Customer not found")]
    [InlineData("POST", "customers/$otherCustomer/merge", """{"loserId":"$customer"}""", "Customer not found")]
    [InlineData("POST", "social/posts", """{"tenantId":"other","connectionId":"$connection","content":"x"}""", "Social connection not found")]
    [InlineData("POST", "social/posts", """{"tenantId":"tenant_123","connectionId":"$connection","content":"x","campaignId":"$otherCampaign"}""", "Campaign not found")]
    [InlineData("PATCH", "social/posts/$post", """{"campaignId":"$otherCampaign"}""", "Campaign not found")]
    public async Task What_a_body_refers_to_must_lie_in_the_same_tenant(string method, string path, string? body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        string connection = await api.Connection();
        Dictionary<string, string> ids = new()
        {
            ["$customer"] = await api.Customer(),
            ["$segment"] = await api.Static("S"),
            ["$campaign"] = await api.Campaign(null, ",\"type\":\"JOURNEY\""),
            ["$connection"] = connection,
            ["$post"] = await api.Post(connection, "x", ""),
            ["$otherCustomer"] = (await api.Post("customers", """{"tenantId":"other","email":"o@acme.example"}""")).Text("id"),
            ["$otherSegment"] = (await api.Post("segments", """{"tenantId":"other","name":"S","type":"STATIC"}""")).ShouldBe(201).Text("id"),
            ["$otherCampaign"] = (await api.Post("campaigns", """{"tenantId":"other","name":"C","channels":["EMAIL"]}""")).Text("id"),
            ["$otherJourney"] = (await api.Post("journeys", """{"tenantId":"other","name":"J","triggerType":"MANUAL"}""")).Text("id"),
            ["$otherActive"] = (await api.Post("journeys", """{"tenantId":"other","name":"A","triggerType":"MANUAL"}""")).Text("id"),
            ["$otherPromotion"] = (await api.Post("promotions", """{"tenantId":"other","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")).Text("id"),
        };
        await api.Post($"journeys/{ids["$otherActive"]}/steps", """{"type":"END","config":{}}""");
        (await api.Post($"journeys/{ids["$otherActive"]}/activate")).ShouldBe(200);
        string before = api.State();

        CrmAnswer answer = await api.Send(method, Filled(path)!, Filled(body));

        answer.ShouldFail(404, "RESOURCE_NOT_FOUND", message);
        api.State().Should().Be(before, "a refused call changes nothing");

        string? Filled(string? text) => text is null ? null : ids.OrderByDescending(id => id.Key.Length).Aggregate(text, (filled, id) => filled.Replace(id.Key, id.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_user_of_the_token_stands_on_what_it_makes()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        api.Token = api.Control.IssueToken(subject: "thandi");
        foreach (string path in new[] { "segments", "campaigns", "journeys", "promotions" })
        {
            (await api.Post(path, """{"tenantId":"tenant_123","name":"n","type":"$","channels":["EMAIL"],"triggerType":"MANUAL","clubId":"c","sourceType":"SPECIAL","sourceId":"s"}"""
                .Replace("$", path == "segments" ? "STATIC" : "ONE_TIME", StringComparison.Ordinal))).ShouldBe(201).Text("createdBy").Should().Be("thandi", path);
        }

        string connection = await api.Connection();
        (await api.Get($"social/connections/{connection}")).Text("connectedBy").Should().Be("thandi");
        (await api.Get($"social/connections/{connection}")).Of("connectedByName").Should().BeNull("the token has no name");
        (await api.Get($"social/posts/{await api.Post(connection, "x", "")}")).Text("createdBy").Should().Be("thandi");
        string note = (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).ShouldBe(201).Text("id");
        api.Token = api.Control.IssueToken(["crm:write"], subject: "lebo");
        (await api.Patch($"customers/{customer}/notes/{note}", """{"content":"y"}""")).ShouldBe(200).Text("createdBy").Should().Be("thandi");
        (await api.Delete($"customers/{customer}/notes/{note}")).ShouldBe(204);
    }
}
