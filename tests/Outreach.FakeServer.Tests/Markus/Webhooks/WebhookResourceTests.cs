using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Tests.Markus.Webhooks;

/// <summary>Webhook endpoints as a resource: list, create, get, update, delete.</summary>
public sealed class WebhookResourceTests
{
    private const string Hook = """{"url":"https://app.example/hook","events":["message.sent","contact.created"]}""";

    [Fact]
    public async Task A_new_endpoint_shows_its_secret_once_and_nowhere_else()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer created = await world.PostAsync("webhooks", Hook);
        string secret = (string)created.Data["secret"]!;

        created.Status.Should().Be(201);
        secret.Should().MatchRegex("^whsec_[A-Za-z0-9]{32}$");
        created.Data["is_active"]!.GetValue<bool>().Should().BeTrue();
        created.Data["description"].Should().BeNull();
        created.Data["last_delivery_at"].Should().BeNull();
        (await world.PostAsync("webhooks", Hook)).Data["secret"]!.GetValue<string>().Should().NotBe(secret);
        foreach (MarkusAnswer later in new[]
        {
            await world.GetAsync($"webhooks/{created.Id}"),
            await world.GetAsync("webhooks"),
            await world.PatchAsync($"webhooks/{created.Id}", """{"description":"CRM"}"""),
            await world.PostAsync($"webhooks/{created.Id}/test"),
            await world.GetAsync($"webhooks/{created.Id}/deliveries"),
        })
        {
            later.Status.Should().Be(200);
            later.Text.Should().NotContain("whsec_");
        }
    }

    [Fact]
    public async Task The_newest_endpoint_is_listed_first_and_only_to_its_account()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string first = (await world.PostAsync("webhooks", Hook)).Id;
        string second = (await world.PostAsync("webhooks", Hook)).Id;

        (await world.GetAsync("webhooks")).Items.Select(item => (string)item!["id"]!).Should().Equal(second, first);
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;
        (await world.GetAsync("webhooks")).Items.Should().BeEmpty();
        (await world.GetAsync($"webhooks/{first}")).Code.Should().Be("SERVER_003");
        (await world.DeleteAsync($"webhooks/{first}")).Code.Should().Be("SERVER_003");
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["*"],"description":"old","is_active":true}""")).Id;
        await world.PassAsync(TimeSpan.FromMinutes(1));

        JsonNode same = (await world.PatchAsync($"webhooks/{id}", """{"events":["*"]}""")).Data;
        JsonNode changed = (await world.PatchAsync($"webhooks/{id}", """{"url":"http://localhost:5000/h","events":["message.sent"],"description":null,"is_active":false}""")).Data;

        same["updated_at"]!.GetValue<string>().Should().Be("2026-03-02T09:00:00Z", "nothing changed");
        changed["updated_at"]!.GetValue<string>().Should().Be("2026-03-02T09:01:00Z");
        changed["url"]!.GetValue<string>().Should().Be("http://localhost:5000/h");
        changed["events"]!.ToJsonString().Should().Be("""["message.sent"]""");
        changed["description"].Should().BeNull();
        changed["is_active"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public async Task A_deleted_endpoint_is_gone_with_its_log()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", Hook)).Id;
        await world.PostAsync($"webhooks/{id}/test");

        MarkusAnswer deleted = await world.DeleteAsync($"webhooks/{id}");

        deleted.Data.ToJsonString().Should().Be($$"""{"id":"{{id}}","deleted":true}""");
        foreach (MarkusAnswer later in new[]
        {
            await world.GetAsync($"webhooks/{id}"),
            await world.PatchAsync($"webhooks/{id}", """{"is_active":true}"""),
            await world.DeleteAsync($"webhooks/{id}"),
            await world.PostAsync($"webhooks/{id}/test"),
            await world.GetAsync($"webhooks/{id}/deliveries"),
        })
        {
            later.Status.Should().Be(404);
            later.Code.Should().Be("SERVER_003");
        }
    }

    [Theory]
    [InlineData("""{}""", "url", "events")]
    [InlineData("""[]""", "")]
    [InlineData("""{"url":5,"events":["*"]}""", "url")]
    [InlineData("""{"url":null,"events":null}""", "url", "events")]
    [InlineData("""{"url":"","events":["*"]}""", "url")]
    [InlineData("""{"url":"app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"http://app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"http://127.0.0.2/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"http://localhost.evil.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"ftp://app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"file:///etc/passwd","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://user:pw@app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://@app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://app.example/hook#part","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://app.example/hook#","events":["*"]}""", "url")]
    [InlineData("""{"url":" https://app.example/hook","events":["*"]}""", "url")]
    [InlineData("""{"url":"https:\\\\app.example","events":["*"]}""", "url")]
    [InlineData("""{"url":"https://app.example/hook","events":[]}""", "events")]
    [InlineData("""{"url":"https://app.example/hook","events":"*"}""", "events")]
    [InlineData("""{"url":"https://app.example/hook","events":["message.read"]}""", "events[0]")]
    [InlineData("""{"url":"https://app.example/hook","events":["message.sent","message.sent"]}""", "events")]
    [InlineData("""{"url":"https://app.example/hook","events":["*","message.sent"]}""", "events")]
    [InlineData("""{"url":"https://app.example/hook","events":["*"],"description":7,"is_active":"yes"}""", "description", "is_active")]
    [InlineData("""{"url":"https://app.example/hook","events":["*"],"is_active":null}""", "is_active")]
    public async Task A_definition_that_is_not_valid_is_refused_with_all_its_faults(string json, params string[] fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer refused = await world.PostAsync("webhooks", json);

        refused.Status.Should().Be(400, refused.Text);
        refused.Code.Should().Be("HOOK_003");
        refused.Fields.Should().Equal(fields);
        (await world.GetAsync("webhooks")).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"url":null}""", "url")]
    [InlineData("""{"url":"http://app.example"}""", "url")]
    [InlineData("""{"events":[]}""", "events")]
    [InlineData("""{"is_active":null}""", "is_active")]
    public async Task An_update_is_held_to_the_same_rules(string json, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", Hook)).Id;

        MarkusAnswer refused = await world.PatchAsync($"webhooks/{id}", json);

        refused.Code.Should().Be("HOOK_003");
        refused.Fields.Should().Equal(field);
        (await world.GetAsync($"webhooks/{id}")).Data["url"]!.GetValue<string>().Should().Be("https://app.example/hook");
    }

    [Theory]
    [InlineData("https://app.example")]
    [InlineData("https://app.example:8443/hook?a=b@c")]
    [InlineData("http://localhost:5000/hook")]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("http://[::1]:5000/hook")]
    public async Task Every_allowed_form_of_URL_is_taken_and_shown_as_it_was_given(string url)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer created = await world.PostAsync("webhooks", $$"""{"url":"{{url}}","events":["*"]}""");

        created.Status.Should().Be(201, created.Text);
        created.Data["url"]!.GetValue<string>().Should().Be(url);
    }

    [Fact]
    public async Task Lengths_are_bounded()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string url = "https://app.example/" + new string('p', 2028);

        (await world.PostAsync("webhooks", $$"""{"url":"{{url}}","events":["*"],"description":"{{new string('d', 500)}}"}""")).Status.Should().Be(201);
        (await world.PostAsync("webhooks", $$"""{"url":"{{url}}x","events":["*"],"description":"{{new string('d', 501)}}"}""")).Fields.Should().Equal("url", "description");
    }

    [Theory]
    [InlineData("GET", "webhooks")]
    [InlineData("POST", "webhooks")]
    [InlineData("GET", "webhooks/{id}")]
    [InlineData("PATCH", "webhooks/{id}")]
    [InlineData("DELETE", "webhooks/{id}")]
    [InlineData("POST", "webhooks/{id}/test")]
    [InlineData("GET", "webhooks/{id}/deliveries")]
    public async Task Every_operation_needs_full_access(string method, string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", Hook)).Id;
        world.Key = world.Fake.Markus.CreateKey("campaigns:read", "campaigns:write");

        MarkusAnswer refused = await world.SendAsync(method, path.Replace("{id}", id, StringComparison.Ordinal), method is "POST" or "PATCH" ? Hook : null);

        refused.Status.Should().Be(403);
        refused.Code.Should().Be("AUTH_002");
    }

    [Theory]
    [InlineData("GET", "webhooks/nonsense", null)]
    [InlineData("POST", "webhooks", "{")]
    [InlineData("POST", "webhooks", null)]
    [InlineData("GET", "webhooks/00000000-0000-4000-8000-000000000000/deliveries?limit=101", null)]
    [InlineData("GET", "webhooks/00000000-0000-4000-8000-000000000000/deliveries?status=lost", null)]
    [InlineData("GET", "webhooks/00000000-0000-4000-8000-000000000000/deliveries?event_type=*", null)]
    public async Task What_is_malformed_is_refused_before_anything_is_looked_up(string method, string path, string? json)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        (await world.SendAsync(method, path, json)).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task Endpoints_and_logs_are_part_of_a_snapshot()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", Hook)).Id;
        await world.PostAsync($"webhooks/{id}/test");
        string log = (await world.GetAsync($"webhooks/{id}/deliveries")).Text;
        FakeSnapshot before = world.Fake.Snapshot();
        await world.DeleteAsync($"webhooks/{id}");

        world.Fake.Restore(before);

        (await world.GetAsync($"webhooks/{id}/deliveries")).Text.Should().Be(log);
        Regex.Count(log, "evt_").Should().Be(1);
    }
}
