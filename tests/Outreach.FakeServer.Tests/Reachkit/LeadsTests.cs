using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class LeadsTests
{
    private const string Stored = """{"email":"dana@acme.io","first_name":"Dana","last_name":"Lee","variables":{"Company Name":"Acme","seats":12,"vip":true,"note":null}}""";

    [Fact]
    public async Task A_lead_is_echoed_as_given_with_its_address_in_lower_case()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/leads";
        ReachkitAnswer lead = (await api.Post(path, Stored.Replace("dana@acme.io", " Dana@ACME.io ", StringComparison.Ordinal))).ShouldBe(201);
        lead.Text("email").Should().Be("dana@acme.io");
        lead.Text("status").Should().Be("uncontacted");
        lead.Data.GetProperty("provider").ValueKind.Should().Be(JsonValueKind.Null);
        lead.Text("variables").Should().Be("""{"Company Name":"Acme","seats":12,"vip":true,"note":null}""");
        (await api.Get($"{path}/{lead.Text("id")}")).Body.GetRawText().Should().Be(lead.Body.GetRawText());
    }

    [Theory]
    [InlineData("fail", 422)]
    [InlineData(null, 422)]
    [InlineData("skip", 200)]
    [InlineData("update", 200)]
    public async Task If_exists_decides(string? word, int status)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/leads";
        ReachkitAnswer stored = await api.Post(path, Stored);
        await api.AdvanceMinutes(5);
        string before = (await api.Get($"{path}/{stored.Text("id")}")).Body.GetRawText();
        string ifExists = word is null ? "" : $",\"if_exists\":\"{word}\"";
        ReachkitAnswer answer = (await api.Post(path, $$$"""{"email":"DANA@acme.io","first_name":"","variables":{"companyName":"Beta","role":"CEO"}{{{ifExists}}}}""")).ShouldBe(status);
        (await api.Get(path)).Data.GetArrayLength().Should().Be(1);
        if (status == 422) answer.ShouldFail(422, "already_exists", "email: has already been taken");
        if (word != "update")
        {
            (await api.Get($"{path}/{stored.Text("id")}")).Body.GetRawText().Should().Be(before);
            return;
        }

        answer.Text("id").Should().Be(stored.Text("id"));
        answer.Data.GetProperty("first_name").ValueKind.Should().Be(JsonValueKind.Null);
        answer.Text("last_name").Should().Be("Lee");
        answer.Text("variables").Should().Be("""{"seats":12,"vip":true,"note":null,"companyName":"Beta","role":"CEO"}""");
        answer.Text("updated_at").Should().Be("2026-03-09T13:05:00Z");
    }

    [Theory]
    [InlineData("12.50")]
    [InlineData("1e3")]
    [InlineData("12345678901234567890")]
    [InlineData("-0.0")]
    public async Task A_number_is_echoed_as_it_was_written(string number)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string lead = await api.Lead(campaign, "dana@acme.io", $$""","variables":{"n":{{number}}}""");
        (await api.Get($"campaigns/{campaign}/leads/{lead}")).Data.GetProperty("variables").GetRawText().Should().Be($$"""{"n":{{number}}}""");
    }

    [Fact]
    public async Task An_update_with_the_stored_values_does_not_move_updated_at()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string lead = await api.Lead(campaign, "dana@acme.io", ",\"first_name\":\"Dana\",\"variables\":{ \"company\": \"Acme\", \"seats\": 12 }");
        await api.AdvanceMinutes(5);
        string before = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("updated_at");

        ReachkitAnswer same = await api.Post($"campaigns/{campaign}/leads", """{"email":"dana@acme.io","if_exists":"update","first_name":" Dana ","variables":{"company":"Acme"}}""");

        same.ShouldBe(200).Text("updated_at").Should().Be(before);
        same.Data.GetProperty("variables").GetProperty("seats").GetInt32().Should().Be(12);
        (await api.Post($"campaigns/{campaign}/leads", """{"email":"dana@acme.io","if_exists":"update","variables":{"company":null}}""")).Text("updated_at").Should().NotBe(before);
    }

    [Theory]
    [InlineData("12345678901234567890", "12345678901234567891", true)]
    [InlineData("12.50", "12.5", true)]
    [InlineData("12.50", "12.50", false)]
    [InlineData("1", "true", true)]
    [InlineData("1", "\"1\"", true)]
    [InlineData("null", "\"\"", true)]
    [InlineData("\"\\u0041\"", "\"A\"", false)]
    public async Task Updated_at_moves_with_a_variable_that_is_shown_otherwise(string before, string after, bool moves)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string lead = await api.Lead(campaign, "dana@acme.io", $$""","variables":{"n":{{before}},"m":1}""");
        await api.AdvanceMinutes(5);
        string old = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("updated_at");

        ReachkitAnswer changed = (await api.Post($"campaigns/{campaign}/leads", $$"""{"email":"dana@acme.io","if_exists":"update","variables":{ "n":{{after}} } }""")).ShouldBe(200);

        (changed.Text("updated_at") != old).Should().Be(moves);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("update")]
    [InlineData("fail")]
    public async Task Any_word_adds_a_new_address(string word)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string first = await api.Campaign();
        string second = await api.Campaign();
        await api.Lead(first, "a@b.io");
        (await api.Post($"campaigns/{second}/leads", $$"""{"email":"a@b.io","if_exists":"{{word}}"}""")).ShouldBe(201);
    }

    [Theory]
    [InlineData("{}", "email: can't be blank")]
    [InlineData("""{"email":"x","first_name":7,"last_name":null,"variables":[],"if_exists":"Update"}""",
        "email: is invalid", "first_name: is invalid", "last_name: can't be blank", "variables: is invalid", "if_exists: is invalid")]
    [InlineData("""{"email":"a@b.io","variables":{"ok":1,"company":{"a":1},"list":[1]}}""", "variables.company: is invalid", "variables.list: is invalid")]
    [InlineData("""{"email":"a@b.io","variables":null,"if_exists":null}""", "variables: can't be blank", "if_exists: can't be blank")]
    public async Task Bad_leads_are_refused_with_all_that_is_wrong(string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post($"campaigns/{await api.Campaign()}/leads", body)).ShouldFail(422, "validation_failed", details);
    }

    [Theory]
    [InlineData("a@gmail.com", "google")]
    [InlineData("a@googlemail.com", "google")]
    [InlineData("a@outlook.de", "microsoft")]
    [InlineData("a@hotmail.co.uk", "microsoft")]
    [InlineData("a@live.com", "microsoft")]
    [InlineData("a@msn.com", "microsoft")]
    [InlineData("a@yahoo.fr", "yahoo")]
    [InlineData("a@ymail.com", "yahoo")]
    [InlineData("a@rocketmail.com", "yahoo")]
    [InlineData("a@zoho.eu", "zoho")]
    [InlineData("a@zohomail.com", "zoho")]
    [InlineData("a@declared.io", "zoho")]
    [InlineData("a@inbox.io", "microsoft")]
    [InlineData("a@else.io", "other")]
    [InlineData("a@gmail.io", "other")]
    public async Task The_provider_is_found_a_minute_later(string email, string provider)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync(ReachkitApi.MondayMorning.AddSeconds(20));
        api.Control.Workspace.DeclareProvider("Declared.io", Sdk.Reachkit.LeadProvider.Zoho);
        api.Control.AddInbox(new() { Email = "s@inbox.io", Provider = Sdk.Reachkit.InboxProvider.Microsoft });
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/leads/{await api.Lead(campaign, email)}";
        await api.Fake.Clock.AdvanceToAsync(ReachkitApi.MondayMorning.AddSeconds(119));
        (await api.Get(path)).Data.GetProperty("provider").ValueKind.Should().Be(JsonValueKind.Null);
        await api.Fake.Clock.AdvanceToAsync(ReachkitApi.MondayMorning.AddSeconds(120));
        (await api.Get(path)).Text("provider").Should().Be(provider);
        (await api.Get(path)).Text("updated_at").Should().Be("2026-03-09T13:02:00Z");
    }

    [Fact]
    public async Task A_lead_belongs_to_its_campaign_and_can_go()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string other = await api.Campaign();
        string lead = await api.Lead(campaign, "a@b.io");
        (await api.Get($"campaigns/{other}/leads/{lead}")).ShouldFail(404, "not_found");
        (await api.Delete($"campaigns/{other}/leads/{lead}")).ShouldFail(404, "not_found");
        (await api.Delete($"campaigns/{campaign}/leads/{lead}")).ShouldBe(204);
        (await api.Get($"campaigns/{campaign}/leads/{lead}")).ShouldFail(404, "not_found");
        await api.Lead(campaign, "a@b.io");
    }

    [Fact]
    public async Task The_unsubscribe_link_marks_the_one_lead()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string lead = await api.Lead(campaign, "a@b.io");
        string twin = await api.Lead(await api.Campaign(), "a@b.io");
        string token = api.Control.UnsubscribeToken(lead);
        using HttpClient reader = new(api.Fake.CreateHandler());
        (await reader.PostAsync(new Uri($"https://reachkit.ai/unsubscribe/{token}"), null)).EnsureSuccessStatusCode();
        (await reader.GetAsync(new Uri(OutreachFake.BaseAddress, $"unsubscribe/{token}"))).EnsureSuccessStatusCode();
        (await reader.GetAsync(new Uri("https://reachkit.ai/unsubscribe/none"))).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
        (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("is_unsubscribed").Should().Be("True");
        (await api.Get("blocklist")).Data.GetArrayLength().Should().Be(0);
        api.Control.UnsubscribeToken(twin).Should().NotBe(token);
    }
}
