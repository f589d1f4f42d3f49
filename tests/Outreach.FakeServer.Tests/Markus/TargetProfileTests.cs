using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class TargetProfileTests
{
    [Fact]
    public async Task Profiles_are_made_listed_and_removed_for_good()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        MarkusAnswer first = await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"Roasters","contact_types":["business"],"keywords":["coffee"]}""");
        first.Status.Should().Be(201);
        ((string)first.Data["name"]!, (string)first.Data["source"]!).Should().Be(("Roasters", "manual"));
        MarkusAnswer again = await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"ROASTERS"}""");
        (again.Code, string.Join(",", again.Fields)).Should().Be(("SERVER_002", "name"));
        await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"Cafes"}""");
        (await world.GetAsync($"campaigns/{campaign}/target-profiles")).Items.Select(item => (string)item!["name"]!).Should().Equal("Roasters", "Cafes");

        (await world.DeleteAsync($"campaigns/{campaign}/target-profiles/{first.Id}")).Data.ToJsonString().Should().Be($$"""{"id":"{{first.Id}}","deleted":true}""");
        (await world.DeleteAsync($"campaigns/{campaign}/target-profiles/{first.Id}")).Code.Should().Be("SERVER_003");
        string other = await world.CampaignAsync();
        string left = (string)(await world.GetAsync($"campaigns/{campaign}/target-profiles")).Items.Single()!["id"]!;
        (await world.DeleteAsync($"campaigns/{other}/target-profiles/{left}")).Code.Should().Be("SERVER_003");
        (await world.GetAsync("campaigns/00000000-0000-4000-8000-000000000000/target-profiles")).Code.Should().Be("CAMP_001");
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":"x","contact_types":["venue","venue"]}""", "contact_types")]
    [InlineData("""{"name":"x","contact_types":["alien"]}""", "contact_types[0]")]
    [InlineData("""{"name":"x","keywords":[1]}""", "keywords[0]")]
    public async Task A_bad_profile_is_refused(string body, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        MarkusAnswer answer = await world.PostAsync($"campaigns/{campaign}/target-profiles", body);
        answer.Code.Should().Be("SERVER_002");
        answer.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task A_campaign_has_twenty_profiles_at_most()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        for (int i = 0; i < 20; i++) (await world.PostAsync($"campaigns/{campaign}/target-profiles", $$"""{"name":"p{{i}}"}""")).Status.Should().Be(201);
        (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"one more"}""")).Code.Should().Be("SERVER_002");
    }

    [Fact]
    public async Task Product_analysis_takes_fifteen_seconds_and_replaces_the_profiles_of_the_AI()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"product\":{\"name\":\"Tidepool\",\"description\":\"Inventory forecasting for coffee roasters.\"}", "product_promotion");
        await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"Mine"}""");
        MarkusAnswer started = await world.PostAsync($"campaigns/{campaign}/analyze-product");
        (started.Status, (string)started.Data["status"]!).Should().Be((202, "processing"));
        (await world.PostAsync($"campaigns/{campaign}/analyze-product")).Id.Should().Be(started.Id, "while one runs, a second call returns it");
        world.State.Accounts.Single().Usage.AiProductAnalysis.Should().Be(1);
        world.Events.Clear();

        await world.PassAsync(TimeSpan.FromSeconds(15));
        JsonNode data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        JsonNode analysis = data["product_analysis"]!;
        ((string)analysis["status"]!, (int)analysis["profiles_created"]!, (string)analysis["completed_at"]!).Should().Be(("completed", 3, "2026-03-02T09:00:15Z"));
        data["target_profiles"]!.AsArray().Should().HaveCount(4);
        world.EventTypes.Should().Equal("campaign.updated");

        await world.PostAsync($"campaigns/{campaign}/analyze-product", """{"url":"https://tidepool.example/"}""");
        await world.PassAsync(TimeSpan.FromSeconds(15));
        data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        data["target_profiles"]!.AsArray().Should().HaveCount(4).And.Contain(profile => (string)profile!["name"]! == "Mine");
        ((string)data["product"]!["url"]!).Should().Be("https://tidepool.example/");
    }

    [Fact]
    public async Task Product_analysis_can_fail_and_needs_a_product()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string custom = await world.CampaignAsync();
        (await world.PostAsync($"campaigns/{custom}/analyze-product")).Code.Should().Be("SERVER_005");
        string empty = await world.CampaignAsync(objective: "product_promotion");
        (await world.PostAsync($"campaigns/{empty}/analyze-product")).Code.Should().Be("SERVER_005");
        (await world.PostAsync($"campaigns/{empty}/analyze-product", """{"description":""}""")).Code.Should().Be("SERVER_002");
        await world.PostAsync($"campaigns/{empty}/analyze-product", """{"description":"[fail]"}""");
        await world.PassAsync(TimeSpan.FromSeconds(15));
        ((string)(await world.GetAsync($"campaigns/{empty}")).Data["product_analysis"]!["status"]!).Should().Be("failed");
        (await world.PostAsync("campaigns/00000000-0000-4000-8000-000000000000/analyze-product")).Code.Should().Be("CAMP_001");
    }
}
