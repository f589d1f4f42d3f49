using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class ContactTests
{
    [Fact]
    public async Task A_contact_begins_new_and_keeps_its_address_in_lower_case()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("contacts", """{"email":" Dana@Acme.EXAMPLE ","name":"Dana","social":{"instagram":"dana"},"tags":["a"],"custom_fields":{"tier":"1"}}""");
        answer.Status.Should().Be(201);
        answer.Data.ToJsonString().Should().Be($$$"""{"id":"{{{answer.Id}}}","campaign_id":null,"name":"Dana","email":"dana@acme.example","company":null,"title":null,"type":"other","phone":null,"website":null,"social":{"instagram":"dana"},"location":{},"tags":["a"],"notes":null,"custom_fields":{"tier":"1"},"status":"new","source":"manual","relevance_score":null,"last_contacted_at":null,"last_replied_at":null,"created_at":"2026-03-02T09:00:00Z","updated_at":"2026-03-02T09:00:00Z","deleted_at":null}""");
        world.EventTypes.Should().Equal("contact.created");
    }

    [Theory]
    [InlineData("""{}""", "SERVER_002", "")]
    [InlineData("""{"email":null,"social":{"twitter":null}}""", "SERVER_002", "")]
    [InlineData("""{"email":"nobody"}""", "CONT_003", "email")]
    [InlineData("""{"email":"a b@x.example"}""", "CONT_003", "email")]
    [InlineData("""{"email":"a@b"}""", "CONT_003", "email")]
    [InlineData("""{"email":""}""", "CONT_003", "email")]
    [InlineData("""{"email":7}""", "SERVER_002", "email")]
    [InlineData("""{"email":"nobody","type":"alien"}""", "SERVER_002", "email", "type")]
    [InlineData("""{"email":"a@b.example","name":""}""", "SERVER_002", "name")]
    [InlineData("""{"email":"a@b.example","website":"nowhere"}""", "SERVER_002", "website")]
    [InlineData("""{"email":"a@b.example","location":{"country":"us"}}""", "SERVER_002", "location.country")]
    [InlineData("""{"email":"a@b.example","tags":["x","x"]}""", "SERVER_002", "tags")]
    [InlineData("""{"email":"a@b.example","tags":[""]}""", "SERVER_002", "tags[0]")]
    [InlineData("""{"email":"a@b.example","custom_fields":{"x":1}}""", "SERVER_002", "custom_fields.x")]
    [InlineData("""{"email":"a@b.example","social":null}""", "SERVER_002", "social")]
    [InlineData("""{"email":"a@b.example","campaign_id":"x"}""", "SERVER_002", "campaign_id")]
    public async Task A_bad_contact_is_refused_member_by_member(string body, string code, params string[] fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("contacts", body);
        (answer.Status, answer.Code).Should().Be((400, code));
        answer.Fields.Should().Equal(fields);
    }

    [Fact]
    public async Task An_address_of_255_characters_is_too_long()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.ContactAsync(null, $"{new string('a', 244)}@x.example");
        (await world.PostAsync("contacts", $$"""{"email":"{{new string('a', 245)}}@x.example"}""")).Code.Should().Be("CONT_003");
    }

    [Fact]
    public async Task An_address_belongs_to_one_undeleted_contact()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string first = await world.ContactAsync(null, "dana@acme.example");
        MarkusAnswer duplicate = await world.PostAsync("contacts", """{"email":"DANA@acme.example"}""");
        (duplicate.Status, duplicate.Code).Should().Be((409, "CONT_002"));
        string second = await world.ContactAsync(null, "erin@acme.example");
        (await world.PatchAsync($"contacts/{second}", """{"email":"dana@acme.example"}""")).Code.Should().Be("CONT_002");
        (await world.PatchAsync($"contacts/{second}", """{"email":"ERIN@acme.example"}""")).Status.Should().Be(200);
        await world.DeleteAsync($"contacts/{first}");
        (await world.PatchAsync($"contacts/{second}", """{"email":"dana@acme.example"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task References_must_exist()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        const string Nobody = "00000000-0000-4000-8000-000000000000";
        (await world.PostAsync("contacts", $$"""{"email":"a@b.example","campaign_id":"{{Nobody}}"}""")).Code.Should().Be("CAMP_001");
        string contact = await world.ContactAsync(null, "dana@acme.example");
        (await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{Nobody}}"}""")).Code.Should().Be("CAMP_001");
        (await world.PatchAsync($"contacts/{Nobody}", """{"name":"x"}""")).Code.Should().Be("CONT_001");
        (await world.DeleteAsync($"contacts/{Nobody}")).Code.Should().Be("CONT_001");
        (await world.GetAsync($"contacts/{Nobody}/conversations")).Code.Should().Be("CONT_001");
    }

    [Fact]
    public async Task An_update_changes_replaces_and_clears()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await world.ContactAsync(null, "dana@acme.example", "\"name\":\"Dana\",\"tags\":[\"a\"],\"social\":{\"instagram\":\"dana\",\"twitter\":\"d\"}");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        JsonNode data = (await world.PatchAsync($"contacts/{id}", """{"name":null,"tags":["b","c"],"social":{"linkedin":"dana-l"},"status":"interested"}""")).Data;
        ((string?)data["name"], data["tags"]!.ToJsonString(), data["social"]!.ToJsonString(), (string)data["status"]!, (string)data["updated_at"]!)
            .Should().Be((null, """["b","c"]""", """{"linkedin":"dana-l"}""", "interested", "2026-03-02T09:00:03Z"));
        world.Events.Clear();
        (await world.PatchAsync($"contacts/{id}", """{"tags":["b","c"],"email":"dana@acme.example"}""")).Status.Should().Be(200);
        world.Events.Should().BeEmpty("nothing changed");
        (await world.PatchAsync($"contacts/{id}", """{"email":null}""")).Status.Should().Be(200, "a handle is left");
        (await world.PatchAsync($"contacts/{id}", """{"social":{}}""")).Code.Should().Be("SERVER_002", "nothing would be left");
    }

    [Theory]
    [InlineData("contacted")]
    [InlineData("replied")]
    [InlineData("bounced")]
    [InlineData("gone")]
    public async Task A_caller_sets_only_some_states(string status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await world.ContactAsync(null, "dana@acme.example");
        MarkusAnswer answer = await world.PatchAsync($"contacts/{id}", $$"""{"status":"{{status}}"}""");
        (answer.Code, string.Join(",", answer.Fields)).Should().Be(("SERVER_002", "status"));
    }

    [Fact]
    public async Task A_deleted_contact_is_gone_except_where_it_is_asked_for()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string id = await world.ContactAsync(campaign, "dana@acme.example");
        ((string?)(await world.DeleteAsync($"contacts/{id}")).Data["deleted_at"]).Should().Be("2026-03-02T09:00:00Z");
        world.EventTypes.Last().Should().Be("contact.deleted");
        (await world.GetAsync($"contacts/{id}")).Code.Should().Be("CONT_001");
        (await world.DeleteAsync($"contacts/{id}")).Code.Should().Be("CONT_001");
        (await world.GetAsync("contacts")).Items.Should().BeEmpty();
        (await world.GetAsync("contacts?include_deleted=true")).Items.Should().ContainSingle();
        (await world.GetAsync($"contacts?include_deleted=true&campaign_id={campaign}")).Items.Should().ContainSingle();
        (await world.GetAsync($"campaigns/{campaign}")).Data["contact_count"]!.GetValue<int>().Should().Be(0);
        (await world.GetAsync("contacts/usage")).Data["contacts_total"]!.GetValue<int>().Should().Be(0);
        (await world.GetAsync("contacts?include_deleted=1")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task The_list_filters_sorts_and_pages()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign, "b@acme.example", "\"name\":\"Bea\",\"type\":\"venue\",\"tags\":[\"vip\"]");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        await world.ContactAsync(null, "a@other.example", "\"name\":\"ann\",\"company\":\"Acme\",\"social\":{\"twitter\":\"ann\"}");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        (await world.PostAsync("contacts", """{"social":{"instagram":"zed"},"type":"venue","tags":["VIP"]}""")).Status.Should().Be(201);
        string removed = await world.ContactAsync(campaign, "x@acme.example", "\"name\":\"gone\"");
        await world.DeleteAsync($"contacts/{removed}");

        async Task<string> NamesAsync(string query) => string.Join(",", (await world.GetAsync("contacts" + query)).Items.Select(item => (string?)item!["name"] ?? "-"));
        (await NamesAsync("")).Should().Be("-,ann,Bea");
        (await NamesAsync("?order=asc")).Should().Be("Bea,ann,-");
        (await NamesAsync("?order=asc&include_deleted=true")).Should().Be("Bea,ann,-,gone");
        (await NamesAsync("?sort=name&order=asc")).Should().Be("ann,Bea,-", "nulls come last");
        (await NamesAsync("?sort=name")).Should().Be("Bea,ann,-", "nulls come last in both directions");
        (await NamesAsync("?sort=email&order=asc")).Should().Be("ann,Bea,-");
        (await NamesAsync("?sort=last_contacted_at")).Should().Be("-,ann,Bea", "ties keep the order of creation, reversed for desc");
        (await NamesAsync("?type=venue")).Should().Be("-,Bea");
        (await NamesAsync("?tag=vip")).Should().Be("Bea");
        (await NamesAsync("?channel=twitter")).Should().Be("ann");
        (await NamesAsync("?channel=email")).Should().Be("ann,Bea");
        (await NamesAsync("?search=ACME")).Should().Be("ann,Bea");
        (await NamesAsync("?status=new&source=manual&limit=1&page=2")).Should().Be("ann");
        (await NamesAsync("?source=import")).Should().Be("");
        (await NamesAsync($"?campaign_id={campaign}")).Should().Be("Bea");
        (await NamesAsync("?campaign_id=00000000-0000-4000-8000-000000000000")).Should().Be("");
        (await world.GetAsync("contacts?limit=2")).Body["pagination"]!.ToJsonString().Should().Be("""{"page":1,"limit":2,"total":3,"total_pages":2,"has_more":true}""");
    }

    [Fact]
    public async Task A_contact_that_moves_in_stands_in_its_place_by_age()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string old = await world.ContactAsync(null, "old@acme.example");
        string young = await world.ContactAsync(campaign, "young@acme.example");
        await world.PatchAsync($"contacts/{old}", $$"""{"campaign_id":"{{campaign}}"}""");
        (await world.GetAsync($"campaigns/{campaign}/contacts")).Items.Select(item => (string)item!["id"]!).Should().Equal(young, old);
        (await world.GetAsync($"campaigns/{campaign}/contacts?order=asc")).Items.Select(item => (string)item!["id"]!).Should().Equal(old, young);
        (await world.GetAsync($"campaigns/{campaign}/contacts?sort=name&search=young&status=new&type=other")).Items.Should().ContainSingle();
        (await world.GetAsync($"campaigns/{campaign}/contacts?sort=email")).Code.Should().Be("SERVER_005");
        (await world.GetAsync($"campaigns/{campaign}")).Data["contact_count"]!.GetValue<int>().Should().Be(2);
    }

    [Theory]
    [InlineData("""{"social":{}}""")]
    [InlineData("""{"social":{"instagram":null}}""")]
    [InlineData("""{"location":{}}""")]
    [InlineData("""{"custom_fields":{}}""")]
    [InlineData("""{"tags":[]}""")]
    public async Task What_is_empty_already_is_not_changed(string body)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        await world.PassAsync(TimeSpan.FromHours(1));
        MarkusAnswer before = await world.GetAsync($"contacts/{contact}");
        MarkusAnswer after = await world.PatchAsync($"contacts/{contact}", body);
        after.Text.Should().Be(before.Text);
        world.EventTypes.Should().NotContain("contact.updated");
    }

    [Theory]
    [InlineData("GET", "contacts/%20{0}", null, 400)]
    [InlineData("GET", "contacts/{0}%20", null, 400)]
    [InlineData("GET", "contacts?campaign_id=%20{0}", null, 400)]
    [InlineData("POST", "ai/strategy", """{"campaign_id":" {0} "}""", 400)]
    [InlineData("POST", "messages/bulk", """{"action":"approve","message_ids":[" {0}"]}""", 400)]
    [InlineData("PATCH", "campaigns/usage", "{}", 405)]
    [InlineData("DELETE", "contacts/usage", null, 405)]
    public async Task Forms(string method, string path, string? body, int status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        MarkusAnswer answer = await world.SendAsync(method, path.Replace("{0}", contact, StringComparison.Ordinal), body?.Replace("{0}", contact, StringComparison.Ordinal));
        answer.Status.Should().Be(status, answer.Text);
    }

    [Fact]
    public async Task Suggestions_stay_the_same()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync();
        string conversation = world.State.Conversations.Single().Id;
        world.Fake.Markus.Receive(conversation, "Great, tell me more");
        MarkusAnswer first = await world.GetAsync($"ai/suggestions/{conversation}");
        await world.PassAsync(TimeSpan.FromMinutes(5));
        (await world.GetAsync($"ai/suggestions/{conversation}")).Text.Should().Be(first.Text);
    }
}
