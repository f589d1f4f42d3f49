using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class CampaignTests
{
    [Fact]
    public async Task A_campaign_begins_as_a_draft_with_the_defaults()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await world.CampaignAsync();
        JsonNode data = (await world.GetAsync($"campaigns/{id}")).Data;
        ((string)data["status"]!, (string)data["funding"]!, (int)data["contact_count"]!).Should().Be(("draft", "plan", 0));
        data["settings"]!.ToJsonString().Should().Be("""{"require_approval":true,"daily_send_limit":50,"timezone":"UTC","tone":"friendly","language":"en","send_window":{"days":["mon","tue","wed","thu","fri"],"start":"09:00","end":"17:00"},"follow_ups":{"enabled":true,"max_follow_ups":2,"delay_days":3}}""");
        data["channels"]!.ToJsonString().Should().Be("""["email"]""");
        world.EventTypes.Should().Equal("campaign.created");
    }

    [Theory]
    [InlineData("""{}""", "name", "objective_type")]
    [InlineData("""{"name":null,"objective_type":null}""", "name", "objective_type")]
    [InlineData("""{"name":"  ","objective_type":"custom"}""", "name")]
    [InlineData("""{"name":"x","objective_type":"other"}""", "objective_type")]
    [InlineData("""{"name":"x","objective_type":"custom","channels":[]}""", "channels")]
    [InlineData("""{"name":"x","objective_type":"custom","channels":["email","email"]}""", "channels")]
    [InlineData("""{"name":"x","objective_type":"custom","channels":["email","fax"]}""", "channels[1]")]
    [InlineData("""{"name":"x","objective_type":"custom","channels":null}""", "channels")]
    [InlineData("""{"name":"x","objective_type":"custom","product":{"name":"p"}}""", "product")]
    [InlineData("""{"name":"x","objective_type":"product_promotion","venue":{"artist_name":"p"}}""", "venue")]
    [InlineData("""{"name":"x","objective_type":"product_promotion","product":{"url":"no"}}""", "product.name", "product.url")]
    [InlineData("""{"name":"x","objective_type":"venue_dj","venue":{"artist_name":"a","mix_urls":["https://x.example","x"],"available_from":"soon"}}""", "venue.mix_urls[1]", "venue.available_from")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"timezone":"Mars/Base"}}""", "settings.timezone")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"daily_send_limit":0,"tone":"rude","language":"x"}}""", "settings.daily_send_limit", "settings.tone", "settings.language")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"daily_send_limit":501}}""", "settings.daily_send_limit")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"send_window":{"days":["mon"],"start":"10:00","end":"10:00"}}}""", "settings.send_window.end")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"send_window":{"days":["mon","mon"],"start":"24:00","end":"9:00"}}}""", "settings.send_window.days", "settings.send_window.start", "settings.send_window.end")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"send_window":{}}}""", "settings.send_window.days", "settings.send_window.start", "settings.send_window.end")]
    [InlineData("""{"name":"x","objective_type":"custom","settings":{"follow_ups":{"enabled":1,"max_follow_ups":6,"delay_days":0}}}""", "settings.follow_ups.enabled", "settings.follow_ups.max_follow_ups", "settings.follow_ups.delay_days")]
    [InlineData("""{"name":"x","objective_type":"custom","end_date":"2026-03-02T09:00:00Z"}""", "end_date")]
    [InlineData("""{"name":"x","objective_type":"custom","start_date":"2026-04-02T09:00:00Z","end_date":"2026-04-02T09:00:00Z"}""", "end_date")]
    public async Task A_bad_campaign_is_refused_member_by_member(string body, params string[] fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("campaigns", body);
        (answer.Status, answer.Code, answer.Reason).Should().Be((400, "SERVER_002", "request validation failed"));
        answer.Fields.Should().Equal(fields);
        (await world.GetAsync("campaigns")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_merges_the_settings()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await world.CampaignAsync("\"description\":\"d\",\"objective\":\"o\"");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        MarkusAnswer answer = await world.PatchAsync($"campaigns/{id}", """{"name":" New ","description":null,"objective_type":"venue_dj","settings":{"tone":"bold"}}""");
        answer.Status.Should().Be(200);
        JsonNode data = (await world.GetAsync($"campaigns/{id}")).Data;
        ((string)data["name"]!, (string?)data["description"], (string)data["objective"]!, (string)data["objective_type"]!).Should().Be(("New", null, "o", "custom"));
        ((string)data["settings"]!["tone"]!, (string)data["settings"]!["timezone"]!).Should().Be(("bold", "UTC"));
        ((string)data["updated_at"]!).Should().Be("2026-03-02T09:00:05Z");

        await world.PassAsync(TimeSpan.FromSeconds(5));
        world.Events.Clear();
        MarkusAnswer same = await world.PatchAsync($"campaigns/{id}", """{"name":"New","channels":["email"],"status":"draft"}""");
        ((string)same.Data["updated_at"]!).Should().Be("2026-03-02T09:00:05Z");
        world.Events.Should().BeEmpty("nothing changed");
    }

    [Theory]
    [InlineData("draft", "draft", 200, null)]
    [InlineData("draft", "active", 200, null)]
    [InlineData("draft", "paused", 400, "CAMP_008")]
    [InlineData("draft", "completed", 400, "CAMP_008")]
    [InlineData("active", "draft", 400, "CAMP_008")]
    [InlineData("active", "active", 409, "CAMP_005")]
    [InlineData("active", "paused", 200, null)]
    [InlineData("active", "completed", 200, null)]
    [InlineData("paused", "draft", 400, "CAMP_008")]
    [InlineData("paused", "active", 200, null)]
    [InlineData("paused", "paused", 200, null)]
    [InlineData("paused", "completed", 200, null)]
    [InlineData("completed", "draft", 400, "CAMP_008")]
    [InlineData("completed", "active", 400, "CAMP_008")]
    [InlineData("completed", "paused", 400, "CAMP_008")]
    [InlineData("completed", "completed", 200, null)]
    [InlineData("deleted", "active", 404, "CAMP_001")]
    [InlineData("active", "deleted", 400, "SERVER_002")]
    public async Task A_status_moves_as_the_table_says(string from, string to, int status, string? code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStatusAsync(world, from);
        MarkusAnswer answer = await world.PatchAsync($"campaigns/{id}", $$"""{"status":"{{to}}","name":"Renamed"}""");
        (answer.Status, answer.Code).Should().Be((status, code));
        if (status == 200)
        {
            ((string)answer.Data["status"]!, (string)answer.Data["name"]!).Should().Be((to, "Renamed"));
            (await UsageAsync(world, to)).Should().Be(1);
        }
        else if (from != "deleted")
        {
            JsonNode data = (await world.GetAsync($"campaigns/{id}")).Data;
            ((string)data["status"]!, (string)data["name"]!).Should().Be((from, "Test"), "all fields of a request are applied or none");
        }
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("paused")]
    public async Task A_campaign_without_contacts_cannot_start(string from)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStatusAsync(world, from);
        foreach (JsonNode? contact in (await world.GetAsync($"campaigns/{id}/contacts")).Items) await world.DeleteAsync($"contacts/{(string)contact!["id"]!}");
        MarkusAnswer answer = await world.PatchAsync($"campaigns/{id}", """{"status":"active"}""");
        (answer.Status, answer.Code).Should().Be((400, "CAMP_007"));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("completed")]
    public async Task Any_campaign_can_be_deleted_once(string from)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStatusAsync(world, from);
        MarkusAnswer deleted = await world.DeleteAsync($"campaigns/{id}");
        ((string)deleted.Data["status"]!, (string)deleted.Data["deleted_at"]!).Should().Be(("deleted", "2026-03-02T09:00:00Z"));
        world.EventTypes.Last().Should().Be("campaign.deleted");
        (await world.DeleteAsync($"campaigns/{id}")).Code.Should().Be("CAMP_001");
        (await world.GetAsync($"campaigns/{id}")).Code.Should().Be("CAMP_001");
        (await world.GetAsync($"campaigns/{id}/contacts")).Code.Should().Be("CAMP_001");
        (await world.GetAsync($"campaigns/usage?campaign_id={id}")).Code.Should().Be("CAMP_001");
        (await world.GetAsync("campaigns")).Items.Should().BeEmpty();
        (await world.GetAsync("campaigns?status=deleted")).Items.Should().ContainSingle();
        (await world.GetAsync("contacts")).Items.Should().ContainSingle().Which!["campaign_id"]!.GetValue<string>().Should().Be(id, "contacts stay");
    }

    [Fact]
    public async Task A_completed_campaign_changes_its_labels_only()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStatusAsync(world, "completed");
        (await world.PatchAsync($"campaigns/{id}", """{"name":"x","description":"y"}""")).Status.Should().Be(200);
        MarkusAnswer answer = await world.PatchAsync($"campaigns/{id}", """{"objective":"z"}""");
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Fact]
    public async Task The_list_filters_sorts_and_pages()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        foreach (string name in (string[])["beta", "Alpha", "gamma", "alpha two"])
        {
            await world.PostAsync("campaigns", $$"""{"name":"{{name}}","objective_type":"{{(name == "gamma" ? "venue_dj" : "custom")}}"}""");
            await world.PassAsync(TimeSpan.FromSeconds(1));
        }

        async Task<string> NamesAsync(string query) => string.Join(",", (await world.GetAsync("campaigns" + query)).Items.Select(item => (string)item!["name"]!));
        (await NamesAsync("")).Should().Be("alpha two,gamma,Alpha,beta");
        (await NamesAsync("?order=asc")).Should().Be("beta,Alpha,gamma,alpha two");
        (await NamesAsync("?sort=name&order=asc")).Should().Be("Alpha,alpha two,beta,gamma");
        (await NamesAsync("?sort=name")).Should().Be("gamma,beta,alpha two,Alpha");
        (await NamesAsync("?search=%20ALPHA%20")).Should().Be("alpha two,Alpha");
        (await NamesAsync("?objective_type=venue_dj")).Should().Be("gamma");
        (await NamesAsync("?status=active")).Should().Be("");
        (await NamesAsync("?sort=updated_at&limit=2&page=2")).Should().Be("Alpha,beta");
        MarkusAnswer page = await world.GetAsync("campaigns?limit=3&page=2");
        page.Body["pagination"]!.ToJsonString().Should().Be("""{"page":2,"limit":3,"total":4,"total_pages":2,"has_more":false}""");
        MarkusAnswer beyond = await world.GetAsync("campaigns?limit=3&page=9");
        beyond.Items.Should().BeEmpty();
        beyond.Body["pagination"]!.ToJsonString().Should().Be("""{"page":9,"limit":3,"total":4,"total_pages":2,"has_more":false}""");
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=1.5")]
    [InlineData("status=open")]
    [InlineData("objective_type=x")]
    [InlineData("search=%20")]
    [InlineData("sort=size")]
    [InlineData("order=down")]
    public async Task A_bad_query_value_is_SERVER_005(string query)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.GetAsync("campaigns?" + query);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Fact]
    public async Task Usage_counts_the_campaigns_of_the_calendar_month()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        string first = await world.CampaignAsync();
        MarkusAnswer refused = await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""");
        (refused.Status, refused.Code, refused.Header("Retry-After")).Should().Be((429, "CAMP_009", null));
        await world.DeleteAsync($"campaigns/{first}");
        (await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""")).Code.Should().Be("CAMP_009", "deletion gives nothing back");
        await world.PassToAsync("2026-04-01T00:00:00Z");
        await world.CampaignAsync();
        JsonNode usage = (await world.GetAsync("campaigns/usage")).Data;
        ((string)usage["period_start"]!, (string)usage["period_end"]!, (int)usage["campaigns_used"]!, (int)usage["campaigns_remaining"]!).Should().Be(("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z", 1, 0));
        usage["by_status"]!.ToJsonString().Should().Be("""{"draft":1,"active":0,"paused":0,"completed":0,"deleted":1}""");
        usage["campaigns"]!.AsArray().Should().ContainSingle();
    }

    internal static async Task<string> InStatusAsync(MarkusWorld world, string status, string email = "dana@acme.example")
    {
        string id = await world.CampaignAsync();
        await world.ContactAsync(id, email);
        if (status == "deleted") await world.DeleteAsync($"campaigns/{id}");
        if (status is "draft" or "deleted") return id;
        await world.ActivateAsync(id);
        if (status != "active") await world.PatchAsync($"campaigns/{id}", $$"""{"status":"{{status}}"}""");
        return id;
    }

    private static async Task<int> UsageAsync(MarkusWorld world, string status) => (int)(await world.GetAsync("campaigns/usage")).Data["by_status"]![status]!;

    [Fact]
    public async Task An_analysis_whose_product_was_taken_away_fails_and_can_be_started_again()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"product\":{\"name\":\"Kettle\"}", "product_promotion");
        string analysis = (await world.PostAsync($"campaigns/{campaign}/analyze-product")).Id;
        (await world.PatchAsync($"campaigns/{campaign}", """{"product":null}""")).Status.Should().Be(200);
        await world.PassAsync(TimeSpan.FromSeconds(15));
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["product_analysis"]!["status"]!).Should().Be("failed");
        (await world.PatchAsync($"campaigns/{campaign}", """{"product":{"name":"Kettle"}}""")).Status.Should().Be(200);
        (await world.PostAsync($"campaigns/{campaign}/analyze-product")).Id.Should().NotBe(analysis);
    }
}
