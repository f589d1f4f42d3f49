using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class AnalyticsTests
{
    [Fact]
    public async Task Engagement_counts_bands_stages_and_consents()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Reachable(1, customer => customer with { EngagementScore = 80, ChurnRiskScore = 79 });
        api.Reachable(2, customer => customer with { EngagementScore = 19, Status = CustomerStatus.Inactive });
        api.Control.AddCustomer(new Customer { Email = "x@x.example", LifecycleStage = LifecycleStage.Member });
        api.Control.AddCustomer(new Customer { Email = "gone@x.example", Status = CustomerStatus.Deleted, EngagementScore = 100 });
        JsonElement figures = (await api.Get("analytics/engagement?tenantId=tenant_123")).ShouldBe(200).Body;
        figures.GetProperty("totalCustomers").GetInt32().Should().Be(3);
        figures.GetProperty("activeCustomers").GetInt32().Should().Be(2);
        figures.GetProperty("averageEngagementScore").GetDouble().Should().Be(49.5);
        figures.GetProperty("engagementDistribution").EnumerateArray().Select(band => $"{band.GetProperty("level")} {band.GetProperty("min")}-{band.GetProperty("max")} {band.GetProperty("count")}")
            .Should().Equal("EXCELLENT 80-100 1", "GOOD 60-79 0", "AVERAGE 40-59 0", "LOW 20-39 0", "AT_RISK 0-19 1");
        figures.GetProperty("churnRiskDistribution")[1].GetProperty("count").GetInt32().Should().Be(1);
        figures.GetProperty("lifecycleDistribution").GetArrayLength().Should().Be(7);
        figures.GetProperty("optIns").GetProperty("sms").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Campaigns_of_a_period_are_those_that_started_or_were_made_in_it()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("One", api.Reachable()));
        await api.Campaign(null);
        await api.Advance(TimeSpan.FromDays(10));
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200);
        JsonElement all = (await api.Get("analytics/campaigns?tenantId=tenant_123")).ShouldBe(200).Body;
        all.GetProperty("totalCampaigns").GetInt32().Should().Be(2);
        all.GetProperty("sentCount").GetInt32().Should().Be(1);
        all.GetProperty("byChannel")[0].GetProperty("sentCount").GetInt32().Should().Be(1);
        all.GetProperty("topCampaigns")[0].GetProperty("campaignId").GetString().Should().Be(id);
        JsonElement period = (await api.Get("analytics/campaigns?tenantId=tenant_123&startDate=2026-03-02T00:00:00Z&endDate=2026-03-03T00:00:00Z")).Body;
        period.GetProperty("totalCampaigns").GetInt32().Should().Be(1);
        period.GetProperty("byStatus")[0].GetRawText().Should().Be("""{"status":"DRAFT","count":1}""");
        (await api.Get("analytics/campaigns?tenantId=tenant_123&startDate=2026-03-03T00:00:00Z&endDate=2026-03-03T00:00:00Z")).ShouldFail(400, "VALIDATION_ERROR", "startDate must be before endDate");
    }

    [Fact]
    public async Task Journeys_and_posts_are_summed()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Running("MANUAL", "", """{"type":"END","config":{}}""");
        await api.Enroll(journey, api.Reachable());
        JsonElement journeys = (await api.Get("analytics/journeys?tenantId=tenant_123")).ShouldBe(200).Body;
        journeys.GetProperty("activeJourneys").GetInt32().Should().Be(1);
        journeys.GetProperty("completionRate").GetDouble().Should().Be(1);
        journeys.GetProperty("journeys")[0].GetProperty("journeyId").GetString().Should().Be(journey);

        string connection = await api.Connection("TWITTER");
        string post = await api.Post(connection, "x", "");
        await api.Post($"social/posts/{post}/publish");
        api.Control.FailNextPublication();
        await api.Post($"social/posts/{await api.Post(connection, "y", "")}/publish");
        await api.Advance(TimeSpan.FromHours(12));
        JsonElement social = (await api.Get("analytics/social?tenantId=tenant_123")).ShouldBe(200).Body;
        social.GetProperty("totalPosts").GetInt32().Should().Be(1);
        social.GetProperty("failedPosts").GetInt32().Should().Be(1);
        social.GetProperty("reach").GetInt32().Should().Be(480);
        social.GetProperty("engagementRate").GetDouble().Should().Be(0.0604);
        social.GetProperty("byPlatform")[0].GetProperty("platform").GetString().Should().Be("TWITTER");
        social.GetProperty("topPosts")[0].GetProperty("postId").GetString().Should().Be(post);
    }
}
