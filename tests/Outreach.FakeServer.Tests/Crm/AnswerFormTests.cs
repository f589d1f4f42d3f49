using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class AnswerFormTests
{
    [Fact]
    public async Task Every_member_of_a_schema_is_sent_be_it_null()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string note = (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).ShouldBe(201).Text("id");
        string segment = await api.Static("S", customer);
        string campaign = await api.Campaign(null);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, customer);
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", "");
        string promotion = (await api.Post("promotions", $$"""{"tenantId":"{{CrmApi.Tenant}}","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")).ShouldBe(201).Text("id");

        foreach ((string path, string schema) in ((string, string)[])
        [
            ($"customers/{customer}", "Customer"), ($"segments/{segment}", "Segment"), ($"campaigns/{campaign}", "Campaign"), ($"campaigns/{campaign}/stats", "CampaignStats"),
            ($"journeys/{journey}?include=steps,enrollments", "Journey"), ($"social/connections/{connection}", "SocialConnection"), ($"social/posts/{post}", "SocialPost"),
            ($"promotions/{promotion}", "Promotion"), ("analytics/engagement?tenantId=tenant_123", "EngagementAnalytics"), ("analytics/campaigns?tenantId=tenant_123", "CampaignAnalytics"),
            ("analytics/journeys?tenantId=tenant_123", "JourneyAnalytics"), ("analytics/social?tenantId=tenant_123", "SocialAnalytics"),
        ])
        {
            Members((await api.Get(path)).ShouldBe(200).Body).Should().BeEquivalentTo(Schema(schema), path);
        }

        foreach ((string path, string schema) in ((string, string)[])
        [
            ("customers?tenantId=tenant_123", "CustomerSummary"), ($"customers/{customer}/activities", "Activity"), ($"customers/{customer}/notes", "Note"), ("segments?tenantId=tenant_123", "SegmentSummary"),
            ($"segments/{segment}/members", "SegmentMember"), ("campaigns?tenantId=tenant_123", "CampaignSummary"), ("journeys?tenantId=tenant_123", "JourneySummary"), ($"journeys/{journey}/steps", "JourneyStep"),
            ($"journeys/{journey}/enrollments", "JourneyEnrollment"), ("social/connections?tenantId=tenant_123", "SocialConnection"), ("social/posts?tenantId=tenant_123", "SocialPost"),
            ("promotions?tenantId=tenant_123", "PromotionSummary"),
        ])
        {
            Members((await api.Get(path)).ShouldBe(200).Data[0]).Should().BeEquivalentTo(Schema(schema), path);
        }

        note.Should().NotBeEmpty();
        Members((await api.Get($"journeys/{journey}")).ShouldBe(200).Body).Should().BeEquivalentTo(Schema("Journey").Except(["steps", "enrollments"]));
    }

    [Fact]
    public void A_connection_is_written_with_its_nulls()
        => Members(JsonSerializer.SerializeToElement(new SocialConnection(), CrmJson.Default.SocialConnection)).Should().BeEquivalentTo(Schema("SocialConnection"));

    [Fact]
    public async Task Rate_headers_stand_on_every_answer_but_401()
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        foreach ((string method, string path, int status, int limit) in ((string, string, int, int)[])
        [
            ("GET", "customers/none", 404, 1000), ("GET", "nowhere", 404, 1000), ("PUT", "customers", 404, 100), ("POST", "customers", 400, 100), ("POST", "graphql", 400, 1000),
            ("GET", "customers?tenantId=other", 403, 1000), ("POST", "segments/none/refresh", 404, 10), ("POST", "social/posts/none/publish", 404, 30),
        ])
        {
            CrmAnswer answer = (await api.Send(method, path)).ShouldBe(status);
            answer.Header("X-RateLimit-Limit").Should().Be($"{limit}", path);
            answer.Header("X-RateLimit-Remaining").Should().NotBeNull();
            answer.Header("X-RateLimit-Reset").Should().NotBeNull();
        }

        api.Token = "";
        foreach (string path in (string[])["nowhere", "customers/none"])
            (await api.Get(path)).ShouldBe(401).Header("X-RateLimit-Limit").Should().BeNull();
    }

    private static IEnumerable<string> Members(JsonElement body) => body.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> Schema(string name)
    {
        using StreamReader reader = new(ContractDocument.OpenText("crm.openapi.json"));
        using JsonDocument document = JsonDocument.Parse(reader.ReadToEnd());
        return [.. document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name).GetProperty("properties").EnumerateObject().Select(member => member.Name)];
    }
}
