using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

public class SendRuleTests
{
    private const string Free = """
        {"now":"2026-03-31T23:00:00Z","users":[{"ref":"u","plan":null}],"domains":[{"domain":"a.dev"},{"domain":"b.dev"}],"keys":[{"token":"k","domain":"a.dev"},{"token":"kb","domain":"b.dev"}],
         "mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"y@a.dev"},{"fullAddress":"x@b.dev"}]
        """;

    public static TheoryData<string, long, int> Times => new()
    {
        { "the present", 0, 400 },
        { "the next millisecond", 1, 200 },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public async Task A_time_is_future_from_the_next_millisecond_on(string because, long after, int status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await SendAsync(world, "a@b.example", extra: $",\"scheduledAt\":{world.Now + after}")).Status.Should().Be(status, because);
    }

    [Theory]
    [InlineData(253402300799999, 200)]
    [InlineData(253402300800000, 400)]
    public async Task A_time_is_one_up_to_the_end_of_the_year_9999(long at, int status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await SendAsync(world, "a@b.example", extra: $",\"scheduledAt\":{at}")).Status.Should().Be(status);
    }

    [Fact]
    public async Task The_sender_is_compared_without_case_and_not_trimmed()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.PostAsync("v1/send", """{"from":" hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t"}""")).ShouldBe(404, "No mailbox found for:  hello@acme.dev");
        (await world.PostAsync("v1/send", """{"from":"Hello@ACME.dev","to":["a@b.example"],"subject":"s","text":"t"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_scheduled_message_that_falls_due_is_checked_for_warming_only()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(Free + ""","emails":[{"mailbox":"y@a.dev","folder":"sent","repeat":999}]}""");
        await SendAsync(world, "a@shop.example", from: "x@a.dev", key: "k", extra: $",\"scheduledAt\":{world.Now + 1000}");
        world.Control.SetDns("shop.example", "nxdomain");
        world.Control.Add(new() { Emails = [new() { Mailbox = "y@a.dev", Folder = "sent" }] });
        (await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k")).Error.Should().StartWith("Monthly email limit");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        world.Fake.Outbox.Select(mail => mail.To).Should().Equal("a@shop.example");
    }

    [Fact]
    public async Task A_scheduled_message_that_the_transport_refuses_stays_in_the_outbox_and_is_not_tried_again()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await SendAsync(world, "a@b.example", extra: $",\"scheduledAt\":{world.Now + 1000}");
        world.Control.Reject("a@b.example", "no");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        world.Control.Reject("a@b.example", null);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        world.Fake.Outbox.Should().BeEmpty();
        JsonNode mail = (await world.GetAsync("v1/emails?folder=outbox")).Json.AsArray().Should().ContainSingle().Which!;
        mail["deliveryStatus"].Should().BeNull();
        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task A_scheduled_message_counts_for_the_month_in_which_it_goes_out()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(Free + ""","emails":[{"mailbox":"y@a.dev","folder":"sent","repeat":999}]}""");
        await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k", extra: $",\"scheduledAt\":{world.Now + 3_600_000}");

        (await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k")).Status.Should().Be(200, "what waits uses no quota");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        world.Control.Add(new() { Emails = [.. Enumerable.Repeat(new FakeServer.Mailmark.EmailFixture { Mailbox = "y@a.dev", Folder = "sent" }, 999)] });

        (await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k")).Error.Should().StartWith("Monthly email limit", "one of 1,000 is the scheduled one");
    }

    [Theory]
    [InlineData("campaign", true)]
    [InlineData("transactional", false)]
    public async Task A_scheduled_message_looks_like_one_sent_at_once(string type, bool footer)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await SendAsync(world, "a@b.example", extra: $",\"type\":\"{type}\",\"scheduledAt\":{world.Now + 1000}", html: "<a href='x'>x</a><a href=\\\"https://x.example\\\">x</a>");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        OutboxMessage mail = world.Fake.Outbox.Should().ContainSingle().Which;
        mail.Html.Should().Contain("/0?url=https%3A%2F%2Fx.example\"").And.Contain("/track/open/");
        mail.Html!.Contains("/unsubscribe/", StringComparison.Ordinal).Should().Be(footer);
        mail.Headers.Any(header => header.Key == "List-Unsubscribe").Should().Be(footer);
        (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["snippet"]!.GetValue<string>().Should().Be("xx", "footer and tracking are no part of it");
    }

    [Fact]
    public async Task Who_left_uses_neither_quota_nor_warming_and_is_in_no_batch()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(Free + ""","emails":[{"mailbox":"y@a.dev","folder":"sent","repeat":999}],"warmingSchedules":[{"domain":"a.dev","sentToday":4}],"unsubscribes":[{"domain":"a.dev","email":"gone@b.example"}]}""");

        MailmarkAnswer skipped = await SendAsync(world, "gone@b.example", from: "x@a.dev", key: "k", extra: ",\"type\":\"campaign\"");
        string batches = (await world.GetAsync("v1/campaign-stats?type=batch", "k")).Body;
        MailmarkAnswer sent = await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k", extra: ",\"type\":\"campaign\"");

        skipped.Json["messageIds"]!.ToJsonString().Should().Be("""["skipped-all-unsubscribed"]""");
        batches.Should().Be("""{"batches":[]}""");
        sent.Status.Should().Be(200);
    }

    [Fact]
    public async Task A_campaign_that_sent_nothing_leaves_its_batch_id_to_the_next()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await SendAsync(world, "bad", extra: ",\"type\":\"campaign\"")).Status.Should().Be(500);
        MailmarkAnswer next = await SendAsync(world, "a@b.example", extra: ",\"type\":\"campaign\"");

        next.Json["batchId"]!.GetValue<string>().Should().Be($"batch-{world.Now}");
    }

    [Fact]
    public async Task A_campaign_that_broke_off_keeps_its_batch()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@b.example","bad"],"subject":"s","text":"t","type":"campaign"}""")).Status.Should().Be(500);
        MailmarkAnswer next = await SendAsync(world, "a@b.example", extra: ",\"type\":\"campaign\"");

        next.Json["batchId"]!.GetValue<string>().Should().Be($"batch-{world.Now + 1}");
        (await world.GetAsync("v1/campaign-stats?type=batch")).Json["batches"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Leaving_counts_for_the_domain_that_was_left()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(Free + "}");
        await SendAsync(world, " Jane+News@B.example ", from: "x@a.dev", key: "k", extra: ",\"type\":\"campaign\"");
        string link = world.Fake.Outbox[0].Headers.Single(header => header.Key == "List-Unsubscribe").Value.Split('>')[0].TrimStart('<');

        await world.PostAsync(new Uri(link).PathAndQuery, "List-Unsubscribe=One-Click", null);

        (await world.GetAsync("v1/suppressions", "k")).Json["items"]![0]!["email"]!.GetValue<string>().Should().Be("jane+news@b.example");
        (await SendAsync(world, "JANE+news@b.example", from: "x@a.dev", key: "k", extra: ",\"type\":\"campaign\"")).Json["messageIds"]![0]!.GetValue<string>().Should().Be("skipped-all-unsubscribed");
        (await SendAsync(world, "jane+news@b.example", from: "x@b.dev", key: "kb", extra: ",\"type\":\"campaign\"")).Json["messageIds"]![0]!.GetValue<string>().Should().NotBe("skipped-all-unsubscribed");
        (await SendAsync(world, "jane+news@b.example", from: "x@a.dev", key: "k")).Json["status"]!.GetValue<string>().Should().Be("queued");
    }

    [Fact]
    public async Task A_message_in_the_trash_is_in_no_batch_and_in_no_health_check()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.SetOutcome("a@b.example", Sdk.Mailmark.DeliveryStatus.Bounced);
        await SendAsync(world, "a@b.example", extra: ",\"type\":\"campaign\"");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        string id = (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["id"]!.GetValue<string>();
        world.Control.CheckHealth("acme.dev");
        double before = (await world.GetAsync("v1/domain-health")).Json["bounceRate"]!.GetValue<double>();

        await world.DeleteAsync($"v1/emails/{id}");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        world.Control.CheckHealth("acme.dev");

        before.Should().Be(100);
        (await world.GetAsync("v1/domain-health")).Json["bounceRate"]!.GetValue<double>().Should().Be(0);
        (await world.GetAsync("v1/campaign-stats?type=batch")).Body.Should().Be("""{"batches":[]}""");
    }

    [Fact]
    public async Task A_deleted_mailbox_gives_its_quota_and_batches_back_and_a_new_one_of_its_name_is_another()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(Free + ""","emails":[{"mailbox":"y@a.dev","batchId":"batch-1","repeat":1000}],"sequences":[{"mailbox":"y@a.dev","name":"s","steps":[{"type":"send_email","subject":"","html":""}]}]}""");
        (await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k")).Status.Should().Be(500);

        await world.DeleteAsync("v1/mailboxes/y", "k");
        (await world.PostAsync("v1/mailboxes", """{"address":"y"}""", "k")).Status.Should().Be(201);

        (await SendAsync(world, "a@b.example", from: "x@a.dev", key: "k")).Status.Should().Be(200);
        (await world.GetAsync("v1/campaign-stats?type=batch", "k")).Body.Should().Be("""{"batches":[]}""");
        (await world.GetAsync("v1/emails?folder=sent&mailbox=y", "k")).Body.Should().Be("[]");
        (await world.GetAsync("v1/sequences", "k")).Json[0]!["mailboxAddress"].Should().BeNull();
    }

    [Theory]
    [InlineData("<p>{0}\U0001F600 rest</p>", 99)]
    [InlineData("{0}\U0001F600", 98)]
    public async Task A_snippet_does_not_end_in_half_a_character(string html, int before)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string text = new('x', before);

        await SendAsync(world, "a@b.example", html: string.Format(System.Globalization.CultureInfo.InvariantCulture, html, text));

        (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["snippet"]!.GetValue<string>().Should().Be(before == 99 ? text : text + "\U0001F600");
    }

    [Theory]
    [InlineData("open", 60, "openedAt")]
    [InlineData("click", 120, "clicked")]
    [InlineData("ooo", 60, "inbox")]
    [InlineData("unsubscribe", 300, "suppressed")]
    [InlineData("reply", 3600, "inbox")]
    public async Task A_recipient_reacts_after_its_time(string reaction, int seconds, string effect)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await SendAsync(world, $"a+{reaction}@b.example\\n", extra: ",\"type\":\"campaign\"", html: "<a href=\\\"https://x.example/\\\">x</a>");
        async Task<int> Happened() => effect switch
        {
            "openedAt" => (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["openedAt"] is null ? 0 : 1,
            "clicked" => (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!["clicked"]!.GetValue<int>(),
            "inbox" => (await world.GetAsync("v1/emails")).Json.AsArray().Count,
            _ => (await world.GetAsync("v1/suppressions")).Json["total"]!.GetValue<int>(),
        };

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        (await Happened()).Should().Be(0);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        (await Happened()).Should().Be(1);
    }

    [Fact]
    public async Task A_refusing_recipient_is_a_refusing_transport()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Fake.Recipients.When("no@*", new Reaction(ReactionKind.Refuse, Text: "550 no"));
        world.Fake.Recipients.When("mute@*", new Reaction(ReactionKind.Refuse));

        (await SendAsync(world, "no@b.example")).ShouldBe(500, "550 no");
        (await SendAsync(world, "mute@b.example", extra: ",\"type\":\"campaign\"")).ShouldBe(500, "Failed to send to mute@b.example");
        (await world.GetAsync("v1/emails?folder=sent")).Body.Should().Be("[]");
    }

    [Fact]
    public async Task No_answer_speaks_of_rate_limits()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        for (int i = 0; i < 300; i++)
        {
            MailmarkAnswer answer = await world.GetAsync(i % 2 == 0 ? "v1/mailboxes" : "v1/nothing");
            answer.Status.Should().Be(i % 2 == 0 ? 200 : 404);
            answer.Headers.Keys.Should().NotContain(name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase) || name == "Retry-After");
        }
    }

    private static Task<MailmarkAnswer> SendAsync(MailmarkWorld world, string to, string from = "hello@acme.dev", string key = "", string extra = "", string html = "<p>Hi</p>")
        => world.PostAsync("v1/send", $$"""{"from":"{{from}}","to":["{{to}}"],"subject":"s","html":"{{html}}"{{extra}}}""", key);
}
