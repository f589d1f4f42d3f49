using System.Text.Json.Nodes;
using Outreach.FakeServer.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class SendTests
{
    private const string Required = "Required fields: from, to, subject, and html or text";

    public static TheoryData<string?, int, string> BadBodies => new()
    {
        { "{", 400, "Invalid JSON body" },
        { null, 400, "Invalid JSON body" },
        { "null", 400, Required },
        { "[1]", 400, Required },
        { """{"to":["a@b.example"],"subject":"s","html":"h"}""", 400, Required },
        { """{"from":"hello@acme.dev","subject":"s","html":"h"}""", 400, Required },
        { """{"from":"hello@acme.dev","to":"","subject":"s","html":"h"}""", 400, Required },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"html":"h"}""", 400, Required },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s"}""", 400, Required },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","html":"","text":""}""", 400, Required },
        { """{"from":"nobody","to":["a@b.example"],"subject":"","html":"h","type":"x"}""", 400, Required },
        { """{"from":"nobody@x.y","to":["a@b.example"],"subject":"s","html":"h","type":"bulk"}""", 400, "\"type\" must be \"transactional\" or \"campaign\"" },
        { """{"from":"nobody@x.y","to":["a@b.example"],"subject":"s","html":"h","type":null}""", 400, "\"type\" must be \"transactional\" or \"campaign\"" },
        { """{"from":"nobody@x.y","to":["a@b.example"],"subject":"s","html":"h","type":""}""", 400, "\"type\" must be \"transactional\" or \"campaign\"" },
        { """{"from":"nobody@x.y","to":["a@b.example"],"subject":"s","html":"h","type":["campaign"]}""", 400, "\"type\" must be \"transactional\" or \"campaign\"" },
        { """{"from":"Nobody@X.y","to":["a@b.example"],"subject":"s","html":"h","scheduledAt":1}""", 404, "No mailbox found for: Nobody@X.y" },
        { """{"from":"Hello Team <hello@acme.dev>","to":["a@b.example"],"subject":"s","html":"h"}""", 404, "No mailbox found for: Hello Team <hello@acme.dev>" },
        { """{"from":"hello","to":["a@b.example"],"subject":"s","html":"h"}""", 404, "No mailbox found for: hello" },
        { """{"from":"Y@B.dev","to":["a@b.example"],"subject":"s","html":"h","scheduledAt":1}""", 403, "From address does not belong to this API key's domain" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":1}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":"soon"}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":true}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":{}}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":-5}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":1e30}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":"hello@acme.dev","to":["bad"],"subject":"s","html":"h","scheduledAt":1e999}""", 400, "scheduledAt must be a future unix ms timestamp" },
        { """{"from":5,"to":["a@b.example"],"subject":"s","html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":5,"subject":"s","html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":{"a":1},"subject":"s","html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example",5],"subject":"s","html":"h","type":"campaign"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example",null],"subject":"s","html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":5,"html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","html":5}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":["t"]}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"\ud800","html":"h"}""", 500, "Server Error" },
        { """{"from":"hello@acme.dev","to":[],"subject":"s","html":"h"}""", 500, "Failed to send email" },
        { """{"from":"hello@acme.dev","to":" , ","subject":"s","html":"h"}""", 500, "Failed to send email" },
        { """{"from":"hello@acme.dev","to":["ok@b.example"," BAD ","x@y.z"],"subject":"s","html":"h"}""", 500, "Invalid recipient(s): bad, x@y.z. Please remove or correct them before sending." },
    };

    public static TheoryData<string> InvalidAddresses => new()
    {
        "plain", "a@b", "a@b.c", "a b@c.example", "a@@b.example", "@b.example", "a@b.invalid", "a@sub.b.invalid", "a@mailinator.com", "A@YopMail.com", "a@maildrop.cc", "a@discard.email",
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Send_refuses_row_by_row_and_sends_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Domains = [new() { Domain = "b.dev" }], Mailboxes = [new() { FullAddress = "y@b.dev" }] });

        (await world.PostAsync("v1/send", body)).ShouldBe(status, error);

        world.Fake.Outbox.Should().BeEmpty();
        (await world.GetAsync("v1/emails?folder=sent")).Body.Should().Be("[]");
        world.Fake.Clock.Pending.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(InvalidAddresses))]
    public async Task Addresses_without_form_mail_domain_or_permanence_are_invalid(string address)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["{{address}}"],"subject":"s","text":"t"}""");

        answer.ShouldBe(500, $"Invalid recipient(s): {address.ToLowerInvariant()}. Please remove or correct them before sending.");
    }

    [Theory]
    [InlineData("mx", 200)]
    [InlineData("a-only", 200)]
    [InlineData("empty", 500)]
    [InlineData("nxdomain", 500)]
    public async Task Dns_decides_about_a_mail_domain(string records, int status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.SetDns("Shop.invalid", records);

        (await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@shop.invalid"],"subject":"s","text":"t"}""")).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("\"from\":\"nobody@acme.dev\"", false)]
    [InlineData("\"from\":\"hello@acme.dev\",\"type\":\"x\"", false)]
    [InlineData("\"from\":\"hello@acme.dev\",\"scheduledAt\":1", true)]
    [InlineData("\"from\":\"hello@acme.dev\"", true)]
    public async Task The_keys_last_use_is_stamped_between_sender_and_time(string members, bool stamped)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.GetAsync("v1/mailboxes");

        await world.PostAsync("v1/send", $$"""{ {{members}},"to":["a@b.example"],"subject":"s","text":"t"}""");

        world.Control.LastUseOf(world.Control.ApiKey).Should().Be(stamped ? world.Fake.Clock.Now : null);
    }

    [Fact]
    public async Task A_campaign_of_many_goes_out_in_one_request()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.SetPlan("owner", "business");

        IReadOnlyList<string> ids = await world.MailAsync(string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"user{i}@x.example")), "campaign");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        ids.Should().OnlyHaveUniqueItems();
        (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!["delivered"]!.GetValue<int>().Should().Be(20_000);
    }

    [Fact]
    public async Task A_verdict_holds_for_seven_days()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@shop.example");
        world.Control.SetDns("shop.example", "nxdomain");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        await world.MailAsync("a@shop.example");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        (await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@shop.example"],"subject":"s","text":"t"}""")).Status.Should().Be(500);
    }

    [Theory]
    [InlineData("""["a@b.example","c@d.example"]""")]
    [InlineData("\"a@b.example, c@d.example\"")]
    [InlineData("\"a@b.example\\n c@d.example\\n\"")]
    public async Task Recipients_come_as_list_or_text(string to)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer one = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":{{to}},"subject":"s","text":"t"}""");
        MailmarkAnswer many = await world.PostAsync("v1/send", $$"""{"from":"HELLO@acme.dev","to":{{to}},"subject":"s","text":"t","type":"campaign"}""");

        one.Json["messageId"]!.GetValue<string>().Should().MatchRegex($"^{world.Now}-[0-9a-z]{{1,8}}$");
        one.Json["status"]!.GetValue<string>().Should().Be("queued");
        many.Json["messageIds"]!.AsArray().Should().HaveCount(2);
        many.Json["batchId"]!.GetValue<string>().Should().Be($"batch-{world.Now}");
        world.Fake.Outbox.Select(mail => string.Join(",", mail.Recipients)).Should().Equal("a@b.example,c@d.example", "a@b.example", "c@d.example");
    }

    [Fact]
    public async Task The_order_of_members_is_the_contracts()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer one = await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t"}""");
        MailmarkAnswer empty = await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":[],"subject":"s","text":"t","type":"campaign"}""");

        one.Body.Should().Be($$"""{"messageId":"{{one.Json["messageId"]}}","status":"queued"}""");
        empty.Body.Should().Be($$"""{"messageIds":[],"batchId":"batch-{{world.Now}}","status":"queued"}""");
    }

    [Fact]
    public async Task Two_campaigns_of_one_millisecond_have_two_batches_and_duplicates_go_twice()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        await world.MailAsync("a@b.example,a@b.example", "campaign");
        await world.MailAsync("a@b.example", "campaign");

        world.Fake.Outbox.Should().HaveCount(3);
        (await world.GetAsync("v1/campaign-stats?type=batch")).Json["batches"]!.AsArray().Select(batch => batch!["batchId"]!.GetValue<string>())
            .Should().Equal($"batch-{world.Now}", $"batch-{world.Now + 1}");
    }

    [Fact]
    public async Task A_campaign_stops_at_its_first_failure_and_what_went_before_has_gone_out()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@b.example","bad","c@d.example"],"subject":"s","text":"t","type":"campaign"}""");

        answer.ShouldBe(500, "Invalid recipient(s): bad. Please remove or correct them before sending.");
        world.Fake.Outbox.Should().ContainSingle().Which.To.Should().Be("a@b.example");
        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Suppression_drops_campaign_mail_only_and_takes_no_quota()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Unsubscribes = [new() { Domain = "acme.dev", Email = "a@b.example" }] });

        IReadOnlyList<string> ids = await world.MailAsync(" A@b.example ,c@d.example", "campaign");
        await world.MailAsync("a@b.example");

        ids[0].Should().Be("skipped-all-unsubscribed");
        ids[1].Should().StartWith($"{world.Now}-");
        (await world.GetAsync("v1/emails?folder=sent")).Json.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("transactional", null, "Failed to send email")]
    [InlineData("campaign", null, "Failed to send to a@b.example")]
    [InlineData("transactional", "454 Throttling failure", "454 Throttling failure")]
    public async Task The_transport_refuses_in_its_own_words_or_the_services(string type, string? text, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Reject("A@b.example", text ?? "");

        MailmarkAnswer answer = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t","type":"{{type}}"}""");

        answer.ShouldBe(500, error);
        (await world.GetAsync("v1/emails?folder=sent")).Body.Should().Be("[]");
        world.Control.Reject("a@b.example", null);
        await world.MailAsync("a@b.example");
    }

    [Theory]
    [InlineData("starter", 1000, "1,000")]
    [InlineData("pro", 25000, "25,000")]
    [InlineData("business", 100000, "100,000")]
    public async Task The_months_quota_is_counted_in_messages_and_starts_anew(string plan, int limit, string text)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            {"now":"2026-03-31T23:00:00Z","users":[{"ref":"u","plan":"{{plan}}"}],"domains":[{"domain":"a.dev"},{"domain":"b.dev"}],"keys":[{"token":"k","domain":"a.dev"}],
             "mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"y@b.dev"}],
             "emails":[{"mailbox":"y@b.dev","folder":"sent","repeat":{{limit - 1}}},{"mailbox":"x@a.dev","folder":"sent","date":-2678400000},{"mailbox":"x@a.dev","folder":"outbox"},{"mailbox":"x@a.dev","folder":"trash"},{"mailbox":"x@a.dev","folder":"_warmup"}]}
            """);
        const string Mail = """{"from":"x@a.dev","to":["a@b.example","c@d.example"],"subject":"s","text":"t"}""";

        (await world.PostAsync("v1/send", Mail, "k")).Status.Should().Be(200);
        (await world.PostAsync("v1/send", Mail, "k")).ShouldBe(500, $"Monthly email limit reached ({text} emails). Please upgrade your plan.");
        (await world.PostAsync("v1/send", Mail.Replace("\"subject\"", $"\"scheduledAt\":{world.Now + 5},\"subject\"", StringComparison.Ordinal), "k")).Status.Should().Be(500);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        (await world.PostAsync("v1/send", Mail, "k")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Trashing_a_sent_message_gives_quota_back()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u","plan":"starter"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","folder":"sent","repeat":1000}]}
            """);
        string id = (await world.GetAsync("v1/emails?folder=sent&limit=1", "k")).Json[0]!["id"]!.GetValue<string>();

        await world.DeleteAsync($"v1/emails/{id}", "k");

        (await world.PostAsync("v1/send", """{"from":"x@a.dev","to":["a@b.example"],"subject":"s","text":"t"}""", "k")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Checks_of_a_message_come_in_their_order()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u","plan":null}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","folder":"sent","repeat":1000}],"warmingSchedules":[{"domain":"a.dev","sentToday":5}],
             "unsubscribes":[{"domain":"a.dev","email":"gone@b.example"},{"domain":"a.dev","email":"bad"}],"transport":{"reject":{"no@b.example":"refused"}}}
            """);
        string Mail(string to) => $$"""{"from":"x@a.dev","to":["{{to}}"],"subject":"s","text":"t","type":"campaign"}""";

        (await world.PostAsync("v1/send", Mail("bad"), "k")).Error.Should().StartWith("Invalid recipient(s)");
        (await world.PostAsync("v1/send", Mail("gone@b.example"), "k")).Json["messageIds"]![0]!.GetValue<string>().Should().Be("skipped-all-unsubscribed");
        (await world.PostAsync("v1/send", Mail("no@b.example"), "k")).Error.Should().StartWith("Monthly email limit");
        world.Control.SetPlan("u", "pro");
        (await world.PostAsync("v1/send", Mail("no@b.example"), "k")).ShouldBe(500, "Warming limit reached for today (5 emails on day 1 of 28). Sending will resume tomorrow.");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        (await world.PostAsync("v1/send", Mail("no@b.example"), "k")).ShouldBe(500, "refused");
    }

    [Fact]
    public async Task The_warming_schedule_turns_at_six_and_ends_after_its_days()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"now":"2026-03-02T05:59:00Z","users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "warmingSchedules":[{"domain":"a.dev","currentDay":3,"totalDays":8,"sentToday":4}]}
            """);
        async Task<int> SendAll()
        {
            int sent = 0;
            while (sent < 50 && (await world.PostAsync("v1/send", """{"from":"x@a.dev","to":["a@b.example"],"subject":"s","text":"t"}""", "k")).Status == 200) sent++;
            return sent;
        }

        (await SendAll()).Should().Be(1);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await SendAll()).Should().Be(15);
        (await world.PostAsync("v1/send", """{"from":"x@a.dev","to":["a@b.example"],"subject":"s","text":"t"}""", "k")).Error.Should().Contain("(15 emails on day 4 of 8)");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(4));
        (await SendAll()).Should().Be(40);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        (await SendAll()).Should().Be(50);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(4, 15)]
    [InlineData(7, 15)]
    [InlineData(8, 40)]
    [InlineData(14, 40)]
    [InlineData(15, 100)]
    [InlineData(21, 100)]
    [InlineData(22, 250)]
    [InlineData(28, 250)]
    public void The_warming_limit_follows_its_table(int day, int limit) => WarmingRules.LimitOf(day).Should().Be(limit);

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("\"\"")]
    public async Task A_scheduled_time_that_is_missing_means_now(string scheduledAt)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t","scheduledAt":{{scheduledAt}}}""");

        answer.Json["status"]!.GetValue<string>().Should().Be("queued");
    }

    [Fact]
    public async Task A_scheduled_campaign_waits_in_the_outbox_without_quota_and_goes_out_at_its_time()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Unsubscribes = [new() { Domain = "acme.dev", Email = "a@b.example" }] });
        long due = world.Now + 3_600_000;

        MailmarkAnswer answer = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example","c@d.example"],"subject":"s","text":"t","type":"campaign","scheduledAt":{{due}}}""");
        JsonNode waiting = (await world.GetAsync("v1/emails?folder=outbox")).Json[0]!;
        JsonNode before = (await world.GetAsync("v1/campaign-stats")).Json;
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        answer.Json["status"]!.GetValue<string>().Should().Be("scheduled");
        answer.Json["messageIds"]!.AsArray().Should().HaveCount(2, "suppression is not looked at for scheduled mail");
        waiting["deliveryStatus"].Should().BeNull();
        waiting["date"]!.GetValue<long>().Should().Be(due);
        before["batches"]!.AsArray().Should().BeEmpty();
        JsonNode sent = (await world.GetAsync($"v1/emails/{waiting["id"]}")).Json;
        sent["folder"]!.GetValue<string>().Should().Be("sent");
        sent["deliveryStatus"]!.GetValue<string>().Should().Be("pending");
        sent["s3Key"]!.GetValue<string>().Should().Be($"acme.dev/hello/outbox/{sent["messageId"]}.eml");
        world.Fake.Outbox.Should().HaveCount(2);
        world.Fake.Outbox[0].Headers.Should().Contain(header => header.Key == "Date" && header.Value == "Mon, 02 Mar 2026 10:00:00 GMT");
        (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["sentAt"]!.GetValue<long>().Should().Be(due);
    }

    [Fact]
    public async Task Neither_trash_nor_delete_stops_a_scheduled_message()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string Mail(string to) => $$"""{"from":"hello@acme.dev","to":["{{to}}"],"subject":"s","text":"t","scheduledAt":{{world.Now + 1000}}}""";
        await world.PostAsync("v1/send", Mail("trashed@b.example"));
        await world.PostAsync("v1/send", Mail("deleted@b.example"));
        string[] ids = [.. (await world.GetAsync("v1/emails?folder=outbox")).Json.AsArray().Select(mail => mail!["id"]!.GetValue<string>())];

        (await world.DeleteAsync($"v1/emails/{ids[1]}")).Body.Should().Be("""{"moved":"trash"}""");
        await world.DeleteAsync($"v1/emails/{ids[0]}");
        (await world.DeleteAsync($"v1/emails/{ids[0]}")).Body.Should().Be("""{"deleted":true}""");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        world.Fake.Outbox.Select(mail => mail.To).Should().Equal("trashed@b.example", "deleted@b.example");
        (await world.GetAsync("v1/emails?folder=sent")).Json.AsArray().Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().Be(ids[1]);
    }

    [Fact]
    public async Task A_scheduled_message_of_a_deleted_mailbox_or_a_used_up_day_stays_for_good()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.PostAsync("v1/send", $$"""{"from":"sales@acme.dev","to":["a@b.example"],"subject":"s","text":"t","scheduledAt":{{world.Now + 1000}}}""");
        await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t","scheduledAt":{{world.Now + 1000}}}""");
        world.Control.Add(new() { WarmingSchedules = [new() { Domain = "acme.dev", SentToday = 5 }] });
        await world.DeleteAsync("v1/mailboxes/sales");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        world.Fake.Outbox.Should().BeEmpty();
        (await world.GetAsync("v1/emails?folder=outbox&mailbox=hello")).Json.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Scheduling_checks_recipients_and_quota_and_neither_suppression_nor_warming()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u","plan":null}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","folder":"sent","repeat":999}],"warmingSchedules":[{"domain":"a.dev","sentToday":5}],
             "unsubscribes":[{"domain":"a.dev","email":"gone@b.example"}],"transport":{"reject":{"no@b.example":"refused"}}}
            """);
        string Mail(params string[] to) => $$"""{"from":"x@a.dev","to":[{{string.Join(",", to.Select(address => $"\"{address}\""))}}],"subject":"s","text":"t","type":"campaign","scheduledAt":{{world.Now + 1000}}}""";

        (await world.PostAsync("v1/send", Mail("gone@b.example", "bad"), "k")).Error.Should().StartWith("Invalid recipient(s): bad");
        (await world.GetAsync("v1/emails?folder=outbox", "k")).Json.AsArray().Should().ContainSingle("the messages before the failing one are scheduled");
        (await world.PostAsync("v1/send", Mail("no@b.example"), "k")).Json["status"]!.GetValue<string>().Should().Be("scheduled");
        (await world.PostAsync("v1/send", Mail(), "k")).Json["messageIds"]!.AsArray().Should().BeEmpty();
        world.Control.SetPlan("u", "starter");
        world.Control.Add(new() { Emails = [new() { Mailbox = "x@a.dev", Folder = "sent" }] });
        (await world.PostAsync("v1/send", Mail("d@b.example"), "k")).Error.Should().StartWith("Monthly email limit reached (1,000 emails)");
    }

    [Fact]
    public async Task Scheduled_mail_goes_out_by_its_due_time_then_by_age_and_uses_the_day_up()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { WarmingSchedules = [new() { Domain = "acme.dev", SentToday = 2 }] });
        foreach ((string to, int after) in new[] { ("late@b.example", 3000), ("first@b.example", 1000), ("second@b.example", 1000), ("third@b.example", 2000) })
            await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["{{to}}"],"subject":"s","text":"t","scheduledAt":{{world.Now + after}}}""");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        world.Fake.Outbox.Select(mail => mail.To).Should().Equal("first@b.example", "second@b.example", "third@b.example");
        (await world.GetAsync("v1/emails?folder=outbox")).Json.AsArray().Should().ContainSingle("the day was used up when it fell due").Which!["to"]![0]!.GetValue<string>().Should().Be("late@b.example");
        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(3);
    }
}
