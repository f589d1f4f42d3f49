using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class InboxesTests
{
    [Fact]
    public async Task A_provisioned_inbox_has_the_contract_s_defaults()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = api.Control.AddInbox("Sam@GetNorthwind.com");
        (await api.Get($"inboxes/{id}")).Data.GetRawText().Should().Be($$"""
            {"id":"{{id}}","email":"sam@getnorthwind.com","domain":"getnorthwind.com","provider":"google","connection_type":"oauth","connection_status":"connected","first_name":null,"last_name":null,"reply_to":null,"signature":null,"is_active":true,"is_warming":false,"daily_campaign_limit":30,"daily_warmup_limit":20,"campaigns":[],"created_at":"2026-03-09T13:00:00Z","updated_at":"2026-03-09T13:00:00Z"}
            """);
    }

    [Theory]
    [InlineData("daily_campaign_limit", "1", null)]
    [InlineData("daily_campaign_limit", "500", null)]
    [InlineData("daily_campaign_limit", "0", "must be between 1 and 500")]
    [InlineData("daily_campaign_limit", "501", "must be between 1 and 500")]
    [InlineData("daily_campaign_limit", "null", "can't be blank")]
    [InlineData("daily_campaign_limit", "1.5", "is invalid")]
    [InlineData("daily_campaign_limit", "\"5\"", "is invalid")]
    [InlineData("daily_warmup_limit", "1", null)]
    [InlineData("daily_warmup_limit", "100", null)]
    [InlineData("daily_warmup_limit", "0", "must be between 1 and 100")]
    [InlineData("daily_warmup_limit", "101", "must be between 1 and 100")]
    [InlineData("is_active", "false", null)]
    [InlineData("is_active", "null", "can't be blank")]
    [InlineData("is_warming", "1", "is invalid")]
    [InlineData("first_name", "\" Sam \"", null)]
    [InlineData("first_name", "null", "can't be blank")]
    [InlineData("signature", "\"<b>Sam</b>\"", null)]
    [InlineData("signature", "null", "can't be blank")]
    [InlineData("reply_to", "\"A@b.io\"", null)]
    [InlineData("reply_to", "\"a@b\"", "is invalid")]
    [InlineData("reply_to", "null", "can't be blank")]
    public async Task Fields_have_their_ranges(string field, string value, string? message)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"inboxes/{api.Control.AddInbox("s@x.io")}";
        string before = (await api.Get(path)).Text(field);
        ReachkitAnswer answer = await api.Patch(path, $$"""{"{{field}}":{{value}}}""");
        if (message is null)
        {
            string expected = JsonDocument.Parse(value).RootElement.ToString().Trim();
            answer.ShouldBe(200).Text(field).Should().Be(field == "reply_to" ? expected.ToLowerInvariant() : expected);
            return;
        }

        answer.ShouldFail(422, "validation_failed", $"{field}: {message}");
        (await api.Get(path)).Text(field).Should().Be(before);
    }

    [Fact]
    public async Task Empty_texts_clear_and_updated_at_moves_on_changes_only()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"inboxes/{api.Control.AddInbox(new() { Email = "s@x.io", FirstName = "Sam", LastName = "Lee", ReplyTo = "r@x.io", Signature = "<b>S</b>" })}";
        await api.AdvanceMinutes(1);
        (await api.Patch(path, """{"first_name":"Sam","unknown":1}""")).Text("updated_at").Should().Be("2026-03-09T13:00:00Z");
        ReachkitAnswer cleared = await api.Patch(path, """{"first_name":"","last_name":" ","reply_to":"","signature":""}""");
        foreach (string field in (string[])["first_name", "last_name", "reply_to", "signature"]) cleared.Data.GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null);
        cleared.Text("updated_at").Should().Be("2026-03-09T13:01:00Z");
    }

    [Fact]
    public async Task Warmup_ramps_up_by_two_a_day_and_freezes_when_it_is_off()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = api.Control.AddInbox(new() { Email = "s@x.io", DailyWarmupLimit = 10 });
        await api.Advance(1);
        (await Stats()).Should().Be("0 0 0 100 0 | 0 0 0 0 0 0 0");
        await api.Patch($"inboxes/{id}", """{"is_warming":true}""");
        await api.AdvanceMinutes(1);
        (await Stats()).Should().Be("2 2 0 100 20 | 0 0 0 0 0 0 2");
        await api.Advance(24 * 5);
        (await Stats()).Should().Be("40 40 0 100 100 | 0 2 4 6 8 10 10");
        api.Control.AddWarmupSpam(id, 3);
        (await Stats()).Should().Be("40 40 3 93 100 | 0 2 4 6 8 10 10");
        api.Control.AddWarmupSpam(id, 100);
        (await Stats()).Should().StartWith("40 40 10 75 100");
        await api.Patch($"inboxes/{id}", """{"is_warming":false}""");
        await api.Advance(24 * 2);
        (await Stats()).Should().Be("38 38 10 74 100 | 4 6 8 10 10 0 0");
        api.Control.SetConnection(id, Sdk.Reachkit.ConnectionStatus.Error);
        await api.Patch($"inboxes/{id}", """{"is_warming":true}""");
        await api.Advance(24);
        (await Stats()).Should().EndWith("| 6 8 10 10 0 0 0");

        async Task<string> Stats()
        {
            ReachkitAnswer stats = await api.Get($"inboxes/{id}/warmup/stats");
            return $"{stats.Text("sent")} {stats.Text("received")} {stats.Text("saved_from_spam")} {stats.Text("health_score")} {stats.Text("ramp_up_progress")} | "
                + string.Join(' ', stats.Data.GetProperty("daily").EnumerateArray().Select(day => day.GetProperty("sent").GetInt32()));
        }
    }

    [Theory]
    [InlineData(true, 70, "paused")]
    [InlineData(false, 70, "active")]
    [InlineData(true, 10, "active")]
    public async Task A_low_health_score_pauses_the_campaigns_of_the_inbox(bool protects, int threshold, string status)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = api.Control.AddInbox(new() { Email = "s@x.io", IsWarming = true });
        string healthy = await api.Launched();
        string campaign = await api.Launched(100, id);
        api.Control.Workspace.Settings = new() { HealthProtection = protects, HealthThreshold = threshold };
        await api.AdvanceMinutes(1);
        api.Control.AddWarmupSpam(id, 1);
        await api.AdvanceMinutes(1);
        (await api.Get($"inboxes/{id}/warmup/stats")).Text("health_score").Should().Be("50");
        (await api.Get($"campaigns/{campaign}")).Text("status").Should().Be(status);
        (await api.Get($"campaigns/{healthy}")).Text("status").Should().Be("active");
        (await api.Get($"inboxes/{id}")).Text("is_warming").Should().Be("True");
    }

    [Fact]
    public async Task A_provisioned_inbox_keeps_the_contract_s_bounds_and_forms()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = api.Control.AddInbox(new() { Email = "s@x.io", FirstName = " Sam ", LastName = " ", ReplyTo = " R@x.io ", Signature = "" });
        JsonElement inbox = (await api.Get($"inboxes/{id}")).Data;
        ((string[])["first_name", "last_name", "reply_to", "signature"]).Select(name => inbox.GetProperty(name).GetString()).Should().Equal("Sam", null, "r@x.io", null);
        foreach (Outreach.FakeServer.Reachkit.ReachkitInboxSetup bad in (Outreach.FakeServer.Reachkit.ReachkitInboxSetup[])
            [
                new() { Email = "s@x.io", DailyCampaignLimit = 0 }, new() { Email = "s@x.io", DailyCampaignLimit = 501 },
                new() { Email = "s@x.io", DailyWarmupLimit = 0 }, new() { Email = "s@x.io", DailyWarmupLimit = 101 }, new() { Email = "s@x.io", ReplyTo = "x" },
            ])
            FluentActions.Invoking(() => api.Control.AddInbox(bad)).Should().Throw<ArgumentException>();
        (await api.Get("inboxes")).Ids.Should().Equal(id);
    }

    [Fact]
    public async Task A_low_health_score_pauses_by_time_of_first_launch()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = api.Control.AddInbox(new() { Email = "s@x.io", IsWarming = true });
        string first = await api.Launched(100, id);
        await api.AdvanceMinutes(1);
        string second = await api.Launched(100, id);
        foreach (string status in (string[])["paused", "active"]) await api.Patch($"campaigns/{first}", $$"""{"status":"{{status}}"}""");
        await api.AdvanceMinutes(1);
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/x", "campaign.paused");

        api.Control.AddWarmupSpam(id, 2);
        await api.AdvanceMinutes(1);

        sink.Received.Select(delivery => JsonDocument.Parse(delivery.Body).RootElement.GetProperty("data").GetProperty("campaign_id").GetString()).Should().Equal(first, second);
    }
}
