using System.Text.Json.Nodes;
using Outreach.FakeServer.Mailmark;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class AnalyticsTests
{
    private const string Base = "\"users\":[{\"ref\":\"u\"}],\"domains\":[{\"domain\":\"a.dev\"}],\"keys\":[{\"token\":\"k\",\"domain\":\"a.dev\"},{\"token\":\"o\"}],\"mailboxes\":[{\"fullAddress\":\"x@a.dev\"},{\"fullAddress\":\"y@a.dev\"}]";

    [Theory]
    [InlineData(23, 1500, 1.53)]
    [InlineData(1, 3, 33.33)]
    [InlineData(2, 3, 66.67)]
    [InlineData(1, 800, 0.13)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 100)]
    [InlineData(9, 200, 4.5)]
    public async Task Rates_are_rounded_as_javascript_rounds(int bounced, int total, double rate)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "emails":[{"mailbox":"x@a.dev","folder":"sent","deliveryStatus":"bounced","batchId":"batch-1","repeat":{{bounced}}},{"mailbox":"y@a.dev","folder":"sent","deliveryStatus":"delivered","batchId":"batch-1","repeat":{{total - bounced}}}]}
            """);

        JsonNode bounces = (await world.GetAsync("v1/bounces", "k")).Json;
        JsonArray batches = (await world.GetAsync("v1/campaign-stats?type=batch", "k")).Json["batches"]!.AsArray();

        bounces["bounceRate"]!.GetValue<double>().Should().Be(rate);
        bounces["totalSent"]!.GetValue<int>().Should().Be(total);
        if (total > 0) batches[0]!["stats"]!["bounceRate"]!.GetValue<double>().Should().Be(rate);
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("days=0", 30)]
    [InlineData("days=x", 30)]
    [InlineData("days=-5", 1)]
    [InlineData("days=1", 1)]
    [InlineData("days=7x", 7)]
    [InlineData("days=90", 90)]
    [InlineData("days=365", 90)]
    public async Task The_window_of_bounces_is_cut_to_its_bounds(string query, int days)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "emails":[
              {"mailbox":"x@a.dev","folder":"sent","date":{{-days * 86400000L}},"deliveryStatus":"failed"},
              {"mailbox":"x@a.dev","folder":"sent","date":{{(-days * 86400000L) - 1}},"deliveryStatus":"failed"},
              {"mailbox":"y@a.dev","folder":"sent"},{"mailbox":"y@a.dev","folder":"trash","deliveryStatus":"bounced"},{"mailbox":"y@a.dev","folder":"inbox"}]}
            """);

        MailmarkAnswer answer = await world.GetAsync($"v1/bounces?{query}", "k");

        answer.Body.Should().Be($$"""{"domain":"a.dev","period":{"days":{{days}},"from":{{world.Now - (days * 86400000L)}},"to":{{world.Now}}},"totalSent":2,"delivered":0,"bounced":0,"failed":1,"bounceRate":0,"complaintRate":50}""");
    }

    [Theory]
    [InlineData("k", "?domain=b.dev", null)]
    [InlineData("o", "", 2)]
    [InlineData("o", "?domain=b.dev", 1)]
    [InlineData("o", "?domain=B.dev", 0)]
    [InlineData("o", "?domain=", 2)]
    public async Task The_domain_filter_is_for_org_wide_keys(string key, string query, int? count)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"},{"domain":"b.dev"}],"keys":[{"token":"k","domain":"a.dev"},{"token":"o"}],"mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"y@b.dev"}],
             "domainHealthChecks":[{"domain":"a.dev"},{"domain":"b.dev"}],"sequences":[{"mailbox":"x@a.dev","name":"s","steps":[{"type":"send_email","subject":"","html":""}]},{"mailbox":"y@b.dev","name":"t","steps":[{"type":"send_email","subject":"","html":""}]}]}
            """);

        foreach (string path in new[] { "v1/bounces", "v1/suppressions", "v1/domain-health" })
        {
            JsonNode answer = (await world.GetAsync(path + query, key)).Json;
            if (count is null) answer["domain"]!.GetValue<string>().Should().Be("a.dev", path);
            else answer.AsArray().Should().HaveCount(count.Value, path);
        }

        (await world.GetAsync($"v1/campaign-stats{query}", key)).Json["sequences"]!.AsArray().Should().HaveCount(count ?? 1);
    }

    [Theory]
    [InlineData("", 100, true)]
    [InlineData("limit=0", 100, true)]
    [InlineData("limit=text", 100, true)]
    [InlineData("limit=-2", 1, true)]
    [InlineData("limit=3", 3, true)]
    [InlineData("limit=120", 120, false)]
    [InlineData("limit=9999", 120, false)]
    public async Task Suppressions_come_newest_first_a_page_at_a_time(string query, int count, bool more)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "unsubscribes":[{"domain":"a.dev","email":"User{i}@x.example","unsubscribedAt":-1000000,"source":"link","repeat":120,"step":1000}]}
            """);

        JsonNode page = (await world.GetAsync($"v1/suppressions?{query}", "k")).Json;

        page["total"]!.GetValue<int>().Should().Be(120);
        page["hasMore"]!.GetValue<bool>().Should().Be(more);
        page["items"]!.AsArray().Should().HaveCount(count);
        page["items"]![0]!.ToJsonString().Should().Be($$"""{"email":"user119@x.example","unsubscribedAt":{{world.Now - 1000000 + 119000}},"source":"link"}""");
    }

    [Fact]
    public async Task The_cursor_walks_the_whole_list_and_ties_are_lost_to_the_next_page()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "unsubscribes":[{"domain":"a.dev","email":"u{i}@x.example","unsubscribedAt":-9000,"repeat":5,"step":1000},
              {"domain":"a.dev","email":"tie1@x.example","unsubscribedAt":-20000},{"domain":"a.dev","email":"tie2@x.example","unsubscribedAt":-20000}]}
            """);
        List<string> seen = [];
        string cursor = "";
        bool more = true;
        while (more)
        {
            JsonNode page = (await world.GetAsync($"v1/suppressions?limit=2{cursor}", "k")).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["email"]!.GetValue<string>()));
            if (page["items"]!.AsArray() is [.., { } last]) cursor = $"&after={last["unsubscribedAt"]}";
            more = page["hasMore"]!.GetValue<bool>();
        }

        seen.Should().Equal("u4@x.example", "u3@x.example", "u2@x.example", "u1@x.example", "u0@x.example", "tie1@x.example");
        (await world.GetAsync("v1/suppressions?after=0", "k")).Json["items"]!.AsArray().Should().HaveCount(7);
        (await world.GetAsync("v1/suppressions?after=x", "k")).Json["items"]!.AsArray().Should().HaveCount(7);
        (await world.GetAsync("v1/suppressions?after=-1", "k")).Json["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_first_entry_wins_and_stamps_of_one_millisecond_grow()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        await world.GetAsync("unsubscribe/t?email=B@x.example&domain=acme.dev", null);
        await world.GetAsync("unsubscribe/t?email=a@x.example&domain=acme.dev", null);
        await world.PostAsync("unsubscribe/t?email=b@x.example&domain=acme.dev", "", null);

        (await world.GetAsync("v1/suppressions")).Json["items"]!.ToJsonString()
            .Should().Be($$"""[{"email":"a@x.example","unsubscribedAt":{{world.Now + 1}},"source":"link"},{"email":"b@x.example","unsubscribedAt":{{world.Now}},"source":"link"}]""");
        world.Control.RemoveSuppression("acme.dev", "B@x.example").Should().BeTrue();
        (await world.GetAsync("v1/suppressions")).Json["total"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task No_stamp_is_given_twice_though_a_fixture_added_older_entries()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        await world.GetAsync("unsubscribe/t?email=a@x.example&domain=acme.dev", null);
        world.Control.Add(new MailmarkFixtures { Unsubscribes = [new() { Domain = "acme.dev", Email = "old@x.example", UnsubscribedAt = world.Fake.Clock.Now.AddDays(-1) }] });
        await world.GetAsync("unsubscribe/t?email=b@x.example&domain=acme.dev", null);

        (await world.GetAsync("v1/suppressions")).Json["items"]!.AsArray().Select(item => item!["unsubscribedAt"]!.GetValue<long>())
            .Should().Equal(world.Now + 1, world.Now, world.Now - 86_400_000);
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("type=all", true, true)]
    [InlineData("type=", true, true)]
    [InlineData("type=sequence", true, false)]
    [InlineData("type=batch", false, true)]
    [InlineData("type=Batch", false, false)]
    [InlineData("type=other", false, false)]
    public async Task The_type_of_campaign_stats_chooses_the_keys(string query, bool sequences, bool batches)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        string body = (await world.GetAsync($"v1/campaign-stats?{query}")).Body;

        body.Should().Be($"{{{string.Join(",", new[] { sequences ? "\"sequences\":[]" : null, batches ? "\"batches\":[]" : null }.Where(part => part is not null))}}}");
    }

    [Fact]
    public async Task Campaign_stats_count_enrollments_and_messages()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}},
              "emails":[{"mailbox":"y@a.dev","folder":"sent","batchId":"batch-2","date":-1000,"deliveryStatus":"delivered","openedAt":-500,"repliedAt":-1,"clickedLinks":[{"url":"u","clickedAt":-1},{"url":"v","clickedAt":-1}]},
                {"mailbox":"x@a.dev","folder":"sent","batchId":"batch-1","date":-3000,"deliveryStatus":"failed"},
                {"mailbox":"x@a.dev","folder":"sent","batchId":"campaign-5-abc123","date":-2000,"deliveryStatus":"bounced"},
                {"mailbox":"y@a.dev","folder":"sent","batchId":"batch-1","date":-4000},{"mailbox":"x@a.dev","folder":"outbox","batchId":"batch-3"},{"mailbox":"x@a.dev","folder":"sent"}],
              "sequences":[{"mailbox":"x@a.dev","name":"Outreach","status":"paused","steps":[{"type":"send_email","subject":"","html":""}]},{"mailbox":"y@a.dev","name":"Other","steps":[{"type":"send_email","subject":"","html":""}]}],
              "enrollments":[{"sequence":"Outreach","contactEmail":"a{i}@x.example","status":"replied","repeat":15},{"sequence":"Outreach","contactEmail":"b{i}@x.example","status":"bounced","repeat":8},
                {"sequence":"Outreach","contactEmail":"c{i}@x.example","repeat":50},{"sequence":"Outreach","contactEmail":"d{i}@x.example","status":"completed","repeat":120},{"sequence":"Outreach","contactEmail":"e{i}@x.example","status":"cancelled","repeat":7}]}
            """);

        JsonNode stats = (await world.GetAsync("v1/campaign-stats", "k")).Json;

        string outreach = stats["sequences"]![0]!["id"]!.GetValue<string>();
        stats["sequences"]![0]!.ToJsonString().Should().Be("""{"id":"OUTREACH","name":"Outreach","status":"paused","stats":{"total":200,"active":50,"completed":120,"replied":15,"bounced":8,"cancelled":7,"replyRate":7.5,"bounceRate":4}}""".Replace("OUTREACH", outreach, StringComparison.Ordinal));
        stats["batches"]!.AsArray().Select(batch => batch!["batchId"]!.GetValue<string>()).Should().Equal("batch-1", "campaign-5-abc123", "batch-2");
        stats["batches"]![0]!["sentAt"]!.GetValue<long>().Should().Be(world.Now - 4000);
        stats["batches"]![2]!["stats"]!.ToJsonString().Should().Be("""{"total":1,"delivered":1,"bounced":0,"failed":0,"opened":1,"clicked":1,"replied":1,"openRate":100,"clickRate":100,"replyRate":100,"bounceRate":0}""");
        JsonNode narrowed = (await world.GetAsync($"v1/campaign-stats?sequenceId={outreach}", "k")).Json;
        narrowed["sequences"]!.AsArray().Should().ContainSingle();
        narrowed["batches"]!.AsArray().Should().HaveCount(3);
        narrowed = (await world.GetAsync("v1/campaign-stats?batchId=batch-2&sequenceId=nobody", "k")).Json;
        narrowed["sequences"]!.AsArray().Should().BeEmpty();
        narrowed["batches"]!.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/campaign-stats", "o")).Body.Should().Be((await world.GetAsync("v1/campaign-stats", "k")).Body);
    }

    [Fact]
    public async Task An_org_wide_key_gets_the_batches_domain_by_domain()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"},{"domain":"b.dev"}],"keys":[{"token":"o"},{"token":"k","domain":"b.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"x@b.dev"}],
             "emails":[{"mailbox":"x@b.dev","batchId":"batch-1"},{"mailbox":"x@a.dev","batchId":"batch-1","repeat":2}]}
            """);
        async Task<IEnumerable<int>> Totals(string query, string key)
            => (await world.GetAsync($"v1/campaign-stats{query}", key)).Json["batches"]!.AsArray().Select(batch => batch!["stats"]!["total"]!.GetValue<int>());

        (await Totals("", "o")).Should().Equal(2, 1);
        (await Totals("?domain=b.dev", "o")).Should().Equal(1);
        (await Totals("?domain=a.dev", "k")).Should().Equal([1], "the filter is for org-wide keys");
    }

    [Theory]
    [InlineData("", 100, "healthy")]
    [InlineData(",\"spfValid\":false", 80, "healthy")]
    [InlineData(",\"dmarcValid\":false,\"bounceRate\":5.01", 75, "warning")]
    [InlineData(",\"spfValid\":false,\"dkimValid\":false,\"bounceRate\":5", 60, "warning")]
    [InlineData(",\"blacklistEntries\":[\"zen.spamhaus.org\"],\"bounceRate\":10.01", 50, "warning")]
    [InlineData(",\"blacklisted\":true,\"complaintRate\":0.51", 50, "warning")]
    [InlineData(",\"blacklisted\":true,\"complaintRate\":0.11,\"dkimValid\":false", 40, "critical")]
    [InlineData(",\"spfValid\":false,\"dkimValid\":false,\"dmarcValid\":false,\"blacklisted\":true,\"bounceRate\":11,\"complaintRate\":1", 0, "critical")]
    public async Task The_score_of_a_health_check_follows_its_table(string facts, int score, string band)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""{ {{Base}}, "domainHealthChecks":[{"domain":"a.dev","checkedAt":-1000{{facts}}}]}""");

        JsonNode health = (await world.GetAsync("v1/domain-health", "k")).Json;

        health["overallScore"]!.GetValue<int>().Should().Be(score);
        health["reputationStatus"]!.GetValue<string>().Should().Be(band);
        health["checkedAt"]!.GetValue<long>().Should().Be(world.Now - 1000);
    }

    [Fact]
    public async Task A_check_comes_every_half_day_and_shows_what_was_true_at_its_time()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        long start = world.Now;
        JsonNode first = (await world.GetAsync("v1/domain-health")).Json;
        world.Control.SetOutcome("soft@b.example", DeliveryStatus.Bounced, TimeSpan.FromHours(13));
        await world.MailAsync("soft@b.example");
        await world.MailAsync("a@b.example");
        await world.MailAsync("c@b.example");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(14));
        JsonNode second = (await world.GetAsync("v1/domain-health")).Json;
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(10));
        JsonNode third = (await world.GetAsync("v1/domain-health", world.Control.OrgApiKey)).Json[0]!;

        first["checkedAt"]!.GetValue<long>().Should().Be(start);
        first.ToJsonString().Should().Be($$"""{"domain":"acme.dev","checkedAt":{{start}},"overallScore":100,"reputationStatus":"healthy","spf":{"valid":true},"dkim":{"valid":true},"dmarc":{"valid":true},"blacklisted":false,"blacklistEntries":[],"bounceRate":0,"complaintRate":0}""");
        second["checkedAt"]!.GetValue<long>().Should().Be(start + 43_200_000);
        second["bounceRate"]!.GetValue<double>().Should().Be(0, "the bounce came an hour after the check");
        third["checkedAt"]!.GetValue<long>().Should().Be(start + 86_400_000);
        third["bounceRate"]!.GetValue<double>().Should().Be(33.33);
        third["overallScore"]!.GetValue<int>().Should().Be(80);
    }

    [Fact]
    public async Task Permanent_failures_are_the_complaint_rate_with_three_decimals()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "emails":[{"mailbox":"x@a.dev","folder":"sent","deliveryStatus":"failed"},{"mailbox":"x@a.dev","folder":"sent","deliveryStatus":"delivered","repeat":1499}]}
            """);
        (await world.GetAsync("v1/domain-health", "k")).Body.Should().Be("""{"domain":"a.dev","checkedAt":null,"message":"No health check data yet"}""");
        (await world.GetAsync("v1/domain-health", "o")).Body.Should().Be("[]");

        world.Control.CheckHealth("a.dev");

        (await world.GetAsync("v1/domain-health", "k")).Json["complaintRate"]!.GetValue<double>().Should().Be(0.067);
    }

    [Fact]
    public async Task An_unverified_domain_is_never_checked()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""{"users":[{"ref":"u"}],"domains":[{"domain":"a.dev","verified":false}],"keys":[{"token":"k","domain":"a.dev"}]}""");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));

        (await world.GetAsync("v1/domain-health", "k")).Json["checkedAt"].Should().BeNull();
    }

    [Theory]
    [InlineData("slow", 7, 2)]
    [InlineData("slow", 14, 5)]
    [InlineData("slow", 21, 10)]
    [InlineData("slow", 28, 15)]
    [InlineData("slow", 29, 20)]
    [InlineData("normal", 3, 5)]
    [InlineData("normal", 7, 10)]
    [InlineData("normal", 14, 15)]
    [InlineData("normal", 15, 20)]
    [InlineData("fast", 3, 10)]
    [InlineData("fast", 7, 15)]
    [InlineData("fast", 8, 20)]
    public void The_warmup_limit_follows_its_table(string speed, int day, int limit) => WarmupRules.LimitOf(speed, day).Should().Be(limit);

    [Fact]
    public async Task Warmup_lists_entries_in_order_of_enrollment_and_filters_by_address()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            { {{Base}}, "warmupMailboxes":[{"mailbox":"y@a.dev","status":"paused","speed":"slow","currentDay":9},{"mailbox":"x@a.dev"},{"mailbox":"y@a.dev","startedAt":-5000,"lastActivityAt":-1,"sentToday":1,"receivedToday":2,"healthScore":82,"inboxRate":91,"dailyLimit":9}]}
            """);

        JsonArray all = (await world.GetAsync("v1/warmup", "k")).Json.AsArray();
        JsonArray one = (await world.GetAsync("v1/warmup?mailbox=X@A.dev", "o")).Json.AsArray();

        all.Select(entry => entry!["mailbox"]!.GetValue<string>()).Should().Equal("y@a.dev", "x@a.dev", "y@a.dev");
        all[0]!["dailyLimit"]!.GetValue<int>().Should().Be(5);
        all[1]!.ToJsonString().Should().Be($$"""{"mailbox":"x@a.dev","status":"active","speed":"normal","currentDay":1,"dailyLimit":5,"sentToday":0,"receivedToday":0,"healthScore":100,"inboxRate":100,"startedAt":{{world.Now}},"lastActivityAt":null}""");
        all[2]!.ToJsonString().Should().Be($$"""{"mailbox":"y@a.dev","status":"active","speed":"normal","currentDay":1,"dailyLimit":9,"sentToday":1,"receivedToday":2,"healthScore":82,"inboxRate":91,"startedAt":{{world.Now - 5000}},"lastActivityAt":{{world.Now - 1}}}""");
        one.Should().ContainSingle();
        (await world.GetAsync("v1/warmup?mailbox=x", "k")).Body.Should().Be("[]");
        await world.DeleteAsync("v1/mailboxes/x", "k");
        (await world.GetAsync("v1/warmup", "k")).Json[1]!["mailbox"].Should().BeNull();
    }

    [Fact]
    public async Task Warmup_exchanges_mail_every_half_hour_and_turns_its_day_at_half_past_six()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""{"now":"2026-03-02T09:10:00Z", {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev"},{"mailbox":"y@a.dev","status":"paused"}]}""");
        async Task<JsonNode> Entry(int i = 0) => (await world.GetAsync("v1/warmup", "k")).Json[i]!;

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(19));
        (await Entry())["sentToday"]!.GetValue<int>().Should().Be(0);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        JsonNode first = await Entry();
        first["sentToday"]!.GetValue<int>().Should().BeInRange(2, 3);
        first["receivedToday"]!.GetValue<int>().Should().Be(1);
        first["lastActivityAt"]!.GetValue<long>().Should().Be(world.Now);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(8));
        JsonNode full = await Entry();
        full["sentToday"]!.GetValue<int>().Should().Be(5);
        full["receivedToday"]!.GetValue<int>().Should().Be(5);
        await world.Fake.Clock.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 6, 30, 0, TimeSpan.Zero));
        JsonNode next = await Entry();
        next["currentDay"]!.GetValue<int>().Should().Be(2);
        next["sentToday"]!.GetValue<int>().Should().Be(0);
        next["inboxRate"]!.GetValue<int>().Should().Be(100);
        next["healthScore"]!.GetValue<int>().Should().BeInRange(60, 100);
        (await Entry(1))["currentDay"]!.GetValue<int>().Should().Be(1, "it is paused");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(30));
        (await Entry())["dailyLimit"]!.GetValue<int>().Should().Be(20);
        (await Entry())["currentDay"]!.GetValue<int>().Should().Be(32);
        (await world.GetAsync("v1/bounces", "k")).Json["totalSent"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task Warmup_played_back_late_is_the_same_as_watched()
    {
        await using MailmarkWorld watched = await MailmarkWorld.LoadAsync($$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev"}]}""");
        await using MailmarkWorld late = await MailmarkWorld.LoadAsync($$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev"}]}""");

        for (int i = 0; i < 24 * 9; i++)
        {
            await watched.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
            await watched.GetAsync("v1/warmup", "k");
        }

        await late.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(9));

        late.Fake.Clock.Pending.Should().BeEmpty("an idle world has no work");
        (await late.GetAsync("v1/warmup", "k")).Body.Should().Be((await watched.GetAsync("v1/warmup", "k")).Body);
    }
}
