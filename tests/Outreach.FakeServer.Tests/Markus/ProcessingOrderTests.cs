namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Which refusal comes first: the twelve steps of section 1.</summary>
public sealed class ProcessingOrderTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task Route_and_method_are_looked_at_before_the_credential()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        MarkusAnswer unknown = await world.SendAsync("GET", "nowhere", authorization: "");
        (unknown.Status, unknown.Code).Should().Be((404, "SERVER_003"));
        unknown.Header("X-Fake-Hint").Should().NotBeNull();
        MarkusAnswer method = await world.SendAsync("PUT", "campaigns", authorization: "");
        (method.Status, method.Code, method.Header("Allow")).Should().Be((405, "SERVER_004", "GET, POST"));
        method.Header("X-RateLimit-Limit").Should().BeNull();
    }

    [Theory]
    [InlineData("POST", "campaigns/not-a-uuid", "SERVER_004")]
    [InlineData("PATCH", "campaigns/not-a-uuid", "SERVER_005")]
    [InlineData("GET", "campaigns/not-a-uuid/contacts?page=0", "SERVER_005")]
    [InlineData("GET", "campaigns/" + Nobody + "/contacts?page=0", "SERVER_005")]
    [InlineData("PATCH", "campaigns/" + Nobody, "SERVER_005")]
    [InlineData("GET", "campaigns/" + Nobody, "CAMP_001")]
    public async Task Form_comes_before_existence(string method, string path, string code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.SendAsync(method, path)).Code.Should().Be(code);
    }

    [Fact]
    public async Task Scope_comes_before_form_and_body_before_existence()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.PatchAsync($"campaigns/{Nobody}", """{"name":""}""")).Code.Should().Be("SERVER_002");
        (await world.PatchAsync($"campaigns/{Nobody}", """{"name":"x"}""")).Code.Should().Be("CAMP_001");
        world.Key = world.Fake.Markus.CreateKey("contacts:read");
        (await world.PatchAsync("campaigns/nonsense", "{")).Code.Should().Be("APIKEY_004");
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("{} x", "application/json")]
    [InlineData("""{"name":"x","objective_type":"custom"}""", "text/plain")]
    [InlineData("name=x", "application/x-www-form-urlencoded")]
    public async Task A_body_that_is_no_JSON_is_SERVER_005(string body, string contentType)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.SendAsync("POST", "campaigns", body, contentType);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public async Task A_body_that_is_no_object_is_SERVER_002(string body)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("campaigns", body);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_002"));
        answer.Fields.Should().Equal("");
    }

    [Fact]
    public async Task Unknown_members_and_parameters_are_ignored_and_a_charset_is_fine()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.SendAsync("POST", "campaigns?x=1", """{"name":"x","objective_type":"custom","more":{}}""", "application/json; charset=utf-8")).Status.Should().Be(201);
    }

    [Fact]
    public async Task A_literal_segment_wins_over_an_id()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.GetAsync("campaigns/usage")).Data["campaigns_limit"]!.GetValue<int>().Should().Be(25);
        (await world.GetAsync("contacts/usage")).Data["contacts_limit"]!.GetValue<int>().Should().Be(2500);
        (await world.GetAsync("conversations/metrics")).Data["total"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task An_id_may_come_in_any_case()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign.ToUpperInvariant(), "dana@acme.example");
        (await world.GetAsync($"campaigns/{campaign.ToUpperInvariant()}")).Id.Should().Be(campaign);
        (await world.GetAsync($"campaigns/{campaign.ToUpperInvariant()}/contacts")).Items.Should().ContainSingle().Which!["campaign_id"]!.GetValue<string>().Should().Be(campaign);
        (await world.GetAsync($"contacts?campaign_id={campaign.ToUpperInvariant()}")).Items.Should().ContainSingle();
    }

    [Theory]
    [InlineData("campaigns.create", "CAMP_002", 500)]
    [InlineData("campaigns.update", "CAMP_003", 500)]
    [InlineData("contacts.bulkImport", "CONT_007", 500)]
    [InlineData("campaigns.analyzeProduct", "AI_001", 503)]
    [InlineData("campaigns.analyzeProduct", "AI_003", 500)]
    [InlineData("contacts.create", "SERVER_001", 500)]
    [InlineData("contacts.create", "SERVER_006", 500)]
    [InlineData("contacts.create", "SERVER_008", 504)]
    [InlineData("conversations.markRead", "CONV_002", 500)]
    [InlineData("messages.submitFeedback", "AI_002", 500)]
    public async Task A_fault_answers_its_code_to_a_call_that_would_have_succeeded_and_stores_nothing(string operation, string code, int status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string _, string _) = await world.SentAsync(members: "\"settings\":{\"follow_ups\":{\"enabled\":true,\"max_follow_ups\":1,\"delay_days\":1}}");
        string product = await world.CampaignAsync("\"product\":{\"name\":\"Tidepool\"}", "product_promotion");
        await world.PassAsync(TimeSpan.FromDays(1));
        string pending = (await world.PendingAsync()).Single();
        string conversation = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;
        (string method, string path, string? body) = operation switch
        {
            "campaigns.create" => ("POST", "campaigns", """{"name":"x","objective_type":"custom"}"""),
            "campaigns.update" => ("PATCH", $"campaigns/{campaign}", """{"name":"y"}"""),
            "contacts.bulkImport" => ("POST", "contacts/import", """{"contacts":[{"email":"new@acme.example"}]}"""),
            "campaigns.analyzeProduct" => ("POST", $"campaigns/{product}/analyze-product", null),
            "conversations.markRead" => ("POST", $"conversations/{conversation}/read", null),
            "messages.submitFeedback" => ("POST", $"messages/{pending}/feedback", """{"feedback":"shorter"}"""),
            _ => ("POST", "contacts", """{"email":"new@acme.example"}"""),
        };
        ArmedFault fault = world.Fake.Faults.Add("markus." + operation, FaultEffect.Error(code));
        string before = (await world.GetAsync("contacts")).Text + (await world.GetAsync("campaigns")).Text + (await world.GetAsync("messages/pending")).Text;

        MarkusAnswer answer = await world.SendAsync(method, path, body);
        (answer.Status, answer.Code).Should().Be((status, code));
        answer.Header("Retry-After").Should().Be(code == "AI_001" ? "30" : null);
        answer.Header("X-RateLimit-Limit").Should().NotBeNull();
        fault.Hits.Should().Be(1);
        ((await world.GetAsync("contacts")).Text + (await world.GetAsync("campaigns")).Text + (await world.GetAsync("messages/pending")).Text).Should().Be(before);
        (await world.SendAsync(method, path, body)).Status.Should().BeInRange(200, 299);
    }

    [Fact]
    public async Task A_fault_waits_for_a_call_that_would_have_succeeded()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        ArmedFault fault = world.Fake.Faults.Add("markus.campaigns.create", FaultEffect.Error("CAMP_002"));
        (await world.PostAsync("campaigns", "{}")).Code.Should().Be("SERVER_002");
        fault.Hits.Should().Be(0);
        (await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""")).Code.Should().Be("CAMP_002");
        (await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""")).Status.Should().Be(201);
    }

    [Theory]
    [InlineData("GET", "contacts/%20{0}", null, 400)]
    [InlineData("GET", "contacts/{0}%20", null, 400)]
    [InlineData("GET", "contacts?campaign_id=%20{0}", null, 400)]
    [InlineData("POST", "ai/strategy", """{"campaign_id":" {0} "}""", 400)]
    [InlineData("POST", "messages/bulk", """{"action":"approve","message_ids":[" {0}"]}""", 400)]
    [InlineData("PATCH", "campaigns/usage", "{}", 405)]
    [InlineData("DELETE", "contacts/usage", null, 405)]
    public async Task An_id_has_no_blanks_around_it_and_a_literal_segment_its_own_methods(string method, string path, string? body, int status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        MarkusAnswer answer = await world.SendAsync(method, path.Replace("{0}", contact, StringComparison.Ordinal), body?.Replace("{0}", contact, StringComparison.Ordinal));
        answer.Status.Should().Be(status, answer.Text);
    }
}
