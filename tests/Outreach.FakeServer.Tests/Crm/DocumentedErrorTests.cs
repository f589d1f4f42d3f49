using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Every error that the OpenAPI document shows by example, as the service gives it.</summary>
public sealed class DocumentedErrorTests
{
    private const string Tenant = "\"tenantId\":\"tenant_123\"";
    private const string Wait = """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""";
    private const string Later = """{"scheduledAt":"2026-04-01T00:00:00Z"}""";
    private const string Earlier = """{"scheduledAt":"2026-01-01T00:00:00Z"}""";

    private static readonly Dictionary<string, Func<CrmApi, Task<CrmAnswer>>> Scenes = new(StringComparer.Ordinal)
    {
        ["BadRequest.missingTenant"] = api => api.Get("customers"),
        ["BadRequest.takeTooLarge"] = api => api.Get("segments?tenantId=tenant_123&take=101"),
        ["BadRequest.badEnum"] = api => api.Get("customers?tenantId=tenant_123&status=GONE"),
        ["CustomerBadRequest.noIdentity"] = api => api.Post("customers", $"{{{Tenant}}}"),
        ["CustomerBadRequest.badEmail"] = api => api.Post("customers", $$"""{{{Tenant}},"email":"dana"}"""),
        ["CustomerBadRequest.readOnly"] = async api => await api.Patch($"customers/{await api.Customer()}", """{"emailOptIn":true}"""),
        ["CustomerBadRequest.selfMerge"] = async api => await api.Customer() is var id ? await api.Post($"customers/{id}/merge", $$"""{"loserId":"{{id}}"}""") : null!,
        ["CustomerBadRequest.merged"] = async api =>
        {
            string loser = await api.Customer("loser@acme.example");
            await api.Post($"customers/{await api.Customer()}/merge", $$"""{"loserId":"{{loser}}"}""");
            return await api.Patch($"customers/{loser}", """{"firstName":"x"}""");
        },
        ["SegmentBadRequest.noCriteria"] = api => api.Post("segments", $$"""{{{Tenant}},"name":"n"}"""),
        ["SegmentBadRequest.unknownField"] = api => api.Post("segments", $$$"""{{{{Tenant}}},"name":"n","criteria":{"combinator":"AND","rules":[{"field":"shoeSize","operator":"eq","value":1}]}}"""),
        ["SegmentBadRequest.badOperator"] = api => api.Post("segments", $$$"""{{{{Tenant}}},"name":"n","criteria":{"combinator":"AND","rules":[{"field":"emailOptIn","operator":"gt","value":true}]}}"""),
        ["SegmentBadRequest.notStatic"] = async api => await api.Post($"segments/{await api.Everybody()}/members", $$"""{"customerIds":["{{await api.Customer()}}"]}"""),
        ["SegmentBadRequest.inUse"] = async api =>
        {
            string segment = await api.Everybody();
            await api.Post($"campaigns/{await api.Campaign(segment)}/schedule", Later);
            return await api.Delete($"segments/{segment}");
        },
        ["CampaignBadRequest.noSegment"] = async api => await api.Post($"campaigns/{await api.Campaign(null)}/schedule", Later),
        ["CampaignBadRequest.pastTime"] = async api => await api.Post($"campaigns/{await api.Campaign(await api.Everybody())}/schedule", Earlier),
        ["CampaignBadRequest.locked"] = async api =>
        {
            string campaign = await api.Campaign(await api.Everybody());
            await api.Post($"campaigns/{campaign}/schedule", Later);
            return await api.Patch($"campaigns/{campaign}", """{"segmentId":null}""");
        },
        ["CampaignBadRequest.badTransition"] = async api => await api.Post($"campaigns/{await api.Campaign(null)}/pause"),
        ["JourneyBadRequest.noSteps"] = async api => await api.Post($"journeys/{await api.Journey("MANUAL", "")}/activate"),
        ["JourneyBadRequest.locked"] = async api => await api.Patch($"journeys/{await api.Running("MANUAL", "", Wait)}", """{"triggerType":"teetime.booked"}"""),
        ["JourneyBadRequest.notDraft"] = async api => await api.Delete($"journeys/{await api.Running("MANUAL", "", Wait)}"),
        ["JourneyBadRequest.badTransition"] = async api =>
        {
            string journey = await api.Running("MANUAL", "", Wait);
            await api.Post($"journeys/{journey}/archive");
            return await api.Post($"journeys/{journey}/activate");
        },
        ["JourneyStepBadRequest.notDraft"] = async api => await api.Post($"journeys/{await api.Running("MANUAL", "", Wait)}/steps", Wait),
        ["JourneyStepBadRequest.badConfig"] = async api => await api.Post($"journeys/{await api.Journey("MANUAL", "")}/steps", """{"type":"WAIT","config":{"unit":"DAYS"}}"""),
        ["JourneyStepBadRequest.badOrder"] = async api =>
        {
            string journey = await api.Journey("MANUAL", "", Wait, Wait);
            return await api.Put($"journeys/{journey}/steps/order", $$"""{"stepIds":["{{(await api.Get($"journeys/{journey}/steps")).Ids[0]}}"]}""");
        },
        ["EnrollmentBadRequest.notActive"] = async api => await api.Post($"journeys/{await api.Journey("MANUAL", "", Wait)}/enrollments", $$"""{"customerIds":["{{await api.Customer()}}"]}"""),
        ["EnrollmentBadRequest.ended"] = async api =>
        {
            string journey = await api.Running("MANUAL", "", """{"type":"END","config":{}}""");
            string enrollment = (await api.Enroll(journey, await api.Customer())).GetProperty("id").GetString()!;
            return await api.Post($"journeys/{journey}/enrollments/{enrollment}/exit");
        },
        ["EnrollmentBadRequest.both"] = async api => await api.Post($"journeys/{await api.Running("MANUAL", "", Wait)}/enrollments", """{"customerIds":["a"],"segmentId":"b"}"""),
        ["SocialConnectionBadRequest.badState"] = api => api.Post("social/connections/callback", """{"platform":"FACEBOOK","code":"c","state":"s"}"""),
        ["SocialConnectionBadRequest.badRedirect"] = api => api.Post("social/connections/connect", $$"""{{{Tenant}},"platform":"FACEBOOK","redirectUri":"cb"}"""),
        ["SocialConnectionBadRequest.inactive"] = async api => await api.Post($"social/connections/{await Inactive(api)}/refresh"),
        ["SocialPostBadRequest.pastTime"] = async api => await api.Post($"social/posts/{await api.Post(await api.Connection(), "x", "")}/schedule", Earlier),
        ["SocialPostBadRequest.published"] = async api =>
        {
            string post = await api.Post(await api.Connection(), "x", "");
            await api.Post($"social/posts/{post}/publish");
            return await api.Patch($"social/posts/{post}", """{"content":"y"}""");
        },
        ["SocialPostBadRequest.inactive"] = async api => await api.Post("social/posts", $$"""{{{Tenant}},"connectionId":"{{await Inactive(api)}}","content":"x"}"""),
        ["PromotionBadRequest.noChannels"] = api => api.Post("promotions", $$"""{{{Tenant}},"clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":[]}"""),
        ["PromotionBadRequest.noAnnounce"] = api => api.Post("promotions", $$"""{{{Tenant}},"clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"autoPromote":true}"""),
        ["GraphQLBadRequest.noQuery"] = api => api.Post("graphql", "{}"),
        ["Unauthorized.missing"] = api => With(api, "").Get("customers/x"),
        ["Unauthorized.invalid"] = api => With(api, api.Control.IssueToken(lifetime: TimeSpan.FromSeconds(-1))).Get("customers/x"),
        ["Forbidden.scope"] = api => With(api, api.Control.IssueToken(["crm:write"])).Delete("customers/x"),
        ["Forbidden.tenant"] = api => api.Get("customers?tenantId=tenant_999"),
        ["NotFound.customer"] = api => api.Get("customers/x"),
        ["NotFound.note"] = async api => await api.Delete($"customers/{await api.Customer()}/notes/x"),
        ["NotFound.segment"] = api => api.Get("segments/x"),
        ["NotFound.campaign"] = api => api.Get("campaigns/x"),
        ["NotFound.journey"] = api => api.Get("journeys/x"),
        ["NotFound.step"] = async api => await api.Delete($"journeys/{await api.Journey("MANUAL", "")}/steps/x"),
        ["NotFound.enrollment"] = async api => await api.Post($"journeys/{await api.Running("MANUAL", "", Wait)}/enrollments/x/exit"),
        ["NotFound.connection"] = api => api.Get("social/connections/x"),
        ["NotFound.post"] = api => api.Get("social/posts/x"),
        ["NotFound.promotion"] = api => api.Get("promotions/x"),
        ["CustomerConflict.authUserId"] = async api => await api.Customer("a@acme.example", ",\"authUserId\":\"u\"") is var id ? await api.Post("customers", $$"""{{{Tenant}},"authUserId":"u"}""") : null!,
        ["SegmentConflict.name"] = async api => await api.Static("Board") is var id ? await api.Post("segments", $$"""{{{Tenant}},"name":"Board","type":"STATIC"}""") : null!,
        ["JourneyConflict.name"] = async api => await api.Journey("x", "") is var id ? await api.Post("journeys", $$"""{{{Tenant}},"name":"Journey x 0","triggerType":"x"}""") : null!,
        ["TooManyRequests.limit"] = async api =>
        {
            await api.Advance(TimeSpan.FromSeconds(48));
            for (int i = 0; i < 10; i++) await api.Post("segments/x/refresh");
            return await api.Post("segments/x/refresh");
        },
        ["InternalError.internal"] = api => Faulty(api, "INTERNAL_ERROR"),
        ["ServiceUnavailable.down"] = api => Faulty(api, "SERVICE_UNAVAILABLE"),
        ["BadGateway.social"] = async api =>
        {
            string connection = await api.Connection();
            api.Control.FailNextTokenRefresh(forGood: false);
            return await api.Post($"social/connections/{connection}/refresh");
        },
        ["BadGateway.messaging"] = async api =>
        {
            string segment = await api.Everybody();
            api.Control.FailNextMessaging();
            return await api.Post($"segments/{segment}/sync-to-messaging");
        },
    };

    private static readonly JsonElement Responses = Read();

    public static TheoryData<string> Examples => [.. Responses.EnumerateObject().SelectMany(response =>
        response.Value.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject().Select(example => $"{response.Name}.{example.Name}"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_error_is_given_as_its_example_shows_it(string name)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions { RateLimits = name.StartsWith("TooMany", StringComparison.Ordinal) });
        JsonElement response = Responses.GetProperty(name[..name.IndexOf('.', StringComparison.Ordinal)]);
        JsonElement error = response.GetProperty("content").GetProperty("application/json").GetProperty("examples").GetProperty(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]).GetProperty("value").GetProperty("error");

        CrmAnswer answer = await Scenes[name](api);

        answer.Code.Should().Be(error.GetProperty("code").GetString());
        answer.Message.Should().Be(error.GetProperty("message").GetString());
        answer.Body.EnumerateObject().Select(member => member.Name).Should().Equal("error");
        answer.Body.GetProperty("error").EnumerateObject().Select(member => member.Name).Should().Equal("code", "message", "requestId");
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("schedule")]
    public async Task An_inactive_connection_is_refused_in_the_same_words_by_the_other_calls_on_posts(string verb)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", "");
        api.Control.FailNextTokenRefresh();
        (await api.Post($"social/connections/{connection}/refresh")).ShouldFail(502, "UPSTREAM_ERROR", "FACEBOOK did not accept the request");
        (await api.Post($"social/posts/{post}/{verb}", verb == "schedule" ? Later : null)).ShouldFail(400, "INVALID_STATE", "Social connection is inactive, connect the account again");
        (await api.Get($"social/posts/{post}")).Text("status").Should().Be("DRAFT");
    }

    [Fact]
    public async Task Every_refusal_has_an_id_of_its_own()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string?[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => (await api.Get("customers/x")).Body.GetProperty("error").GetProperty("requestId").GetString()))];
        ids.Should().OnlyHaveUniqueItems();
    }

    private static CrmApi With(CrmApi api, string token)
    {
        api.Token = token;
        return api;
    }

    private static Task<CrmAnswer> Faulty(CrmApi api, string code)
    {
        api.Fake.Faults.Add("crm.customers.list", FaultEffect.Error(code));
        return api.Get("customers?tenantId=tenant_123");
    }

    private static async Task<string> Inactive(CrmApi api)
    {
        string connection = await api.Connection();
        api.Control.FailNextTokenRefresh();
        await api.Post($"social/connections/{connection}/refresh");
        return connection;
    }

    private static JsonElement Read()
    {
        using StreamReader reader = new(ContractDocument.OpenText("crm.openapi.json"));
        using JsonDocument document = JsonDocument.Parse(reader.ReadToEnd());
        return document.RootElement.GetProperty("components").GetProperty("responses").Clone();
    }
}
