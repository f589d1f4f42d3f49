using System.Text.Json.Nodes;
using Outreach.FakeServer.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class RuleTests
{
    /// <summary>Method, path, body with X for a value that counts as missing, error.</summary>
    public static TheoryData<string, string, string> Missing => new()
    {
        { "v1/sender-groups", "\"name\":X", "\"name\" is required" },
        { "v1/send", "\"from\":X,\"to\":[\"a@b.example\"],\"subject\":\"s\",\"text\":\"t\"", "Required fields: from, to, subject, and html or text" },
        { "v1/send", "\"from\":\"hello@acme.dev\",\"to\":X,\"subject\":\"s\",\"text\":\"t\"", "Required fields: from, to, subject, and html or text" },
        { "v1/send", "\"from\":\"hello@acme.dev\",\"to\":[\"a@b.example\"],\"subject\":X,\"text\":\"t\"", "Required fields: from, to, subject, and html or text" },
        { "v1/send", "\"from\":\"hello@acme.dev\",\"to\":[\"a@b.example\"],\"subject\":\"s\",\"html\":X,\"text\":X", "Required fields: from, to, subject, and html or text" },
        { "v1/contacts", "\"email\":X,\"name\":\"n\"", "\"email\" is required" },
        { "v1/contacts", "\"email\":\"a@b.c\",\"name\":X", "\"name\" is required" },
        { "v1/sequences", "\"name\":X,\"from\":X", "\"name\" is required" },
        { "v1/sequences", "\"name\":\"n\",\"from\":X", "\"from\" is required" },
        { "v1/sequences", "\"name\":\"n\",\"from\":\"f\",\"steps\":X", "\"steps\" must be a non-empty array" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task Null_and_empty_text_and_zero_and_false_are_missing(string path, string members, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        foreach (string value in new[] { "null", "\"\"", "0", "-0", "0.0", "false" })
            (await world.PostAsync(path, $"{{{members.Replace("X", value, StringComparison.Ordinal)}}}")).ShouldBe(400, error);
    }

    [Theory]
    [InlineData("POST", "v1/send")]
    [InlineData("PATCH", "v1/sender-groups/")]
    [InlineData("DELETE", "v1/contacts/")]
    [InlineData("POST", "v1/sequences/x/y")]
    [InlineData("GET", "v1/emails/")]
    public async Task Who_calls_is_looked_at_before_path_and_body(string method, string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.SendAsync(method, path, "no json", "unknown")).ShouldBe(401, "Unauthorized");
        (await world.SendAsync(method, path, "no json", world.Control.OrgApiKey)).Status.Should().Be(403);
    }

    [Fact]
    public async Task Head_of_an_error_has_its_status_and_no_body()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer unauthorized = await world.SendAsync("HEAD", "v1/mailboxes", null, null);
        MailmarkAnswer missing = await world.SendAsync("HEAD", "v1/emails/x", null);

        (unauthorized.Status, unauthorized.Body).Should().Be((401, ""));
        (missing.Status, missing.Body).Should().Be((404, ""));
    }

    [Fact]
    public async Task Every_id_is_of_the_services_form()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.PostAsync("v1/contacts", """{"email":"a@b.c","name":"n"}""");
        await world.MailAsync("a@b.example");
        List<string> ids =
        [
            (await world.PostAsync("v1/sender-groups", """{"name":"g"}""")).Json["id"]!.GetValue<string>(),
            (await world.GetAsync("v1/contacts")).Json[0]!["id"]!.GetValue<string>(),
            (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["id"]!.GetValue<string>(),
            (await world.PostAsync("v1/sequences", """{"name":"s","from":"hello@acme.dev","steps":[{"type":"send_email","subject":"","html":""}]}""")).Json["id"]!.GetValue<string>(),
        ];
        ids.Add((await world.PostAsync($"v1/sequences/{ids[3]}/enroll", """{"contacts":[{"email":"a@b.example"}]}""")).Json["enrollmentIds"]![0]!.GetValue<string>());

        ids.Should().OnlyHaveUniqueItems().And.AllSatisfy(id => id.Should().MatchRegex("^[0-9a-hjkmnp-tv-z]{32}$"));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(77UL)]
    public async Task Default_keys_are_of_the_services_form(ulong seed)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(options: new FakeOptions { Seed = seed });

        world.Control.ApiKey.Should().MatchRegex("^dm_live_[0-9a-f]{48}$").And.NotBe(world.Control.OrgApiKey);
        world.Control.OrgApiKey.Should().MatchRegex("^dm_live_[0-9a-f]{48}$");
        (await world.GetAsync("v1/mailboxes")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 500)]
    public async Task A_body_may_have_twenty_mebibytes(int more, int status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string head = """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t"}""";

        (await world.PostAsync("v1/send", head.PadRight((20 * 1024 * 1024) + more))).Status.Should().Be(status);
    }

    [Fact]
    public async Task The_free_plan_has_room_for_three_mailboxes()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""{"users":[{"ref":"u","plan":null}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}]}""");

        foreach ((string address, int status) in new[] { ("a", 201), ("b", 201), ("a", 409), ("c", 201), ("d", 409) })
            (await world.PostAsync("v1/mailboxes", $$"""{"address":"{{address}}"}""", "k")).Status.Should().Be(status);

        (await world.GetAsync("v1/mailboxes", "k")).Json.AsArray().Select(box => box!["address"]!.GetValue<string>()).Should().Equal("a", "b", "c");
        await world.DeleteAsync("v1/mailboxes/a", "k");
        (await world.PostAsync("v1/mailboxes", """{"address":"d"}""", "k")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Recipients_of_a_group_are_kept_as_given()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer first = await world.PostAsync("v1/sender-groups", """{"name":"g","emails":["  X@y ","","no address","a,b"]}""");
        await world.PostAsync("v1/sender-groups", """{"name":"g","emails":""}""");
        MailmarkAnswer added = await world.PatchAsync($"v1/sender-groups/{first.Json["id"]}", """{"addEmails":["x@y"," "]}""");

        first.Json["emails"]!.ToJsonString().Should().Be("""["  X@y ","","no address","a,b"]""");
        added.Json["emails"]!.ToJsonString().Should().Be("""["  X@y ","","no address","a,b","x@y"," "]""");
        (await world.GetAsync("v1/sender-groups")).Json.AsArray().Select(group => group!["emails"]!.AsArray().Count).Should().Equal(6, 0);
    }

    [Fact]
    public async Task Without_a_mailbox_the_oldest_is_listed()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Emails = [new() { Mailbox = "hello@acme.dev", Subject = "first" }, new() { Mailbox = "sales@acme.dev", Subject = "second" }] });
        async Task<string> Listed() => string.Join(",", (await world.GetAsync("v1/emails?mailbox=&folder=&limit=")).Json.AsArray().Select(mail => mail!["subject"]!.GetValue<string>()));

        (await Listed()).Should().Be("first");
        await world.DeleteAsync("v1/mailboxes/hello");
        (await Listed()).Should().Be("second");
        await world.DeleteAsync("v1/mailboxes/sales");
        (await Listed()).Should().BeEmpty();
    }

    [Fact]
    public async Task Contacts_are_neither_checked_nor_moved_and_a_blank_address_is_not_stored()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        foreach (string body in new[] { """{"email":" No Address ","name":"a"}""", """{"email":"b","name":"b"}""", """{"email":"no address","name":"c"}""", """{"email":"b","name":" "}""", """{"email":" ","name":"d"}""" })
            (await world.PostAsync("v1/contacts", body)).Status.Should().Be(201);

        world.Control.Receive("hello@acme.dev", "\"Bee\" <B>");
        world.Control.Receive("hello@acme.dev", "no address");

        (await world.GetAsync("v1/contacts")).Json.AsArray().Select(contact => $"{contact!["email"]}={contact["name"]}").Should().Equal("no address=c", "b=Bee");
    }

    [Theory]
    [InlineData("bounced", 251, 5019, 5, 0, 90)]
    [InlineData("bounced", 250, 5000, 5, 0, 100)]
    [InlineData("failed", 1, 999, 0, 0.1, 90)]
    [InlineData("failed", 1, 1000, 0, 0.1, 100)]
    [InlineData("bounced", 101, 1000, 10.1, 0, 80)]
    [InlineData("failed", 6, 1000, 0, 0.6, 80)]
    public async Task The_score_of_a_check_goes_by_the_rates_before_rounding(string status, int count, int total, double bounceRate, double complaintRate, int score)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","folder":"sent","deliveryStatus":"{{status}}","repeat":{{count - 1}}},{"mailbox":"x@a.dev","folder":"sent","date":-2592000000,"deliveryStatus":"{{status}}"},
                       {"mailbox":"x@a.dev","folder":"sent","date":-2592000001,"deliveryStatus":"{{status}}","repeat":50},{"mailbox":"x@a.dev","folder":"trash","deliveryStatus":"{{status}}","repeat":50},
                       {"mailbox":"x@a.dev","folder":"sent","repeat":{{total - count}}}]}
            """);

        world.Control.CheckHealth("a.dev");

        JsonNode check = (await world.GetAsync("v1/domain-health", "k")).Json;
        check["bounceRate"]!.GetValue<double>().Should().Be(bounceRate);
        check["complaintRate"]!.GetValue<double>().Should().Be(complaintRate);
        check["overallScore"]!.GetValue<int>().Should().Be(score);
    }

    [Fact]
    public async Task Limit_and_cursor_hold_for_every_domain_of_an_org_wide_key()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"b.dev"},{"domain":"a.dev"}],"keys":[{"token":"o"}],
             "unsubscribes":[{"domain":"a.dev","email":"a{i}@x.example","unsubscribedAt":-1000,"repeat":3,"step":10},{"domain":"b.dev","email":"b{i}@x.example","unsubscribedAt":-995,"repeat":2,"step":10}]}
            """);

        string pages = (await world.GetAsync($"v1/suppressions?limit=2&after={world.Now - 980}", "o")).Json.ToJsonString();

        string Item(string email, int ms) => $$"""{"email":"{{email}}","unsubscribedAt":{{world.Now + ms}},"source":"manual"}""";
        pages.Should().Be($$"""[{"domain":"b.dev","total":2,"items":[{{Item("b1@x.example", -985)}},{{Item("b0@x.example", -995)}}],"hasMore":false},{"domain":"a.dev","total":3,"items":[{{Item("a1@x.example", -990)}},{{Item("a0@x.example", -1000)}}],"hasMore":false}]""");
        (await world.GetAsync("v1/suppressions?limit=1&domain=a.dev", "o")).Json.AsArray().Should().ContainSingle().Which!["hasMore"]!.GetValue<bool>().Should().BeTrue();
    }

    [Theory]
    [InlineData(500, 500, 1)]
    [InlineData(501, 500, 1)]
    [InlineData(501, 501, 0)]
    public async Task A_page_of_suppressions_has_500_at_most(int limit, int entries, int more)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"unsubscribes":[{"domain":"a.dev","email":"a{i}@x.example","unsubscribedAt":-1000,"repeat":{{entries + more}},"step":1}]}
            """);

        JsonNode page = (await world.GetAsync($"v1/suppressions?limit={limit}", "k")).Json;

        page["items"]!.AsArray().Should().HaveCount(500);
        page["hasMore"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_an_address_while_others_come_and_go()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"unsubscribes":[{"domain":"a.dev","email":"a{i}@x.example","unsubscribedAt":-1000,"repeat":6,"step":10}]}
            """);
        async Task<JsonNode> Page(string cursor) => (await world.GetAsync($"v1/suppressions?limit=2{cursor}", "k")).Json;
        string Emails(JsonNode page) => string.Join(",", page["items"]!.AsArray().Select(item => item!["email"]!.GetValue<string>().Split('@')[0]));

        JsonNode first = await Page("");
        await world.GetAsync("unsubscribe/t?email=new@x.example&domain=a.dev", null);
        world.Control.RemoveSuppression("a.dev", "a4@x.example");
        world.Control.RemoveSuppression("a.dev", "a2@x.example");
        JsonNode second = await Page($"&after={first["items"]![1]!["unsubscribedAt"]}");
        JsonNode third = await Page($"&after={second["items"]![1]!["unsubscribedAt"]}");

        Emails(first).Should().Be("a5,a4");
        Emails(second).Should().Be("a3,a1");
        second["hasMore"]!.GetValue<bool>().Should().BeTrue();
        Emails(third).Should().Be("a0");
        third["hasMore"]!.GetValue<bool>().Should().BeFalse();
        third["total"]!.GetValue<int>().Should().Be(5);
    }

    [Theory]
    [InlineData("v1/warmup?mailbox=", 1)]
    [InlineData("v1/campaign-stats?sequenceId=&batchId=&domain=", 1)]
    public async Task Empty_filters_are_none(string path, int count)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new()
        {
            WarmupMailboxes = [new() { Mailbox = "hello@acme.dev" }],
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()] }],
            Emails = [new() { Mailbox = "hello@acme.dev", BatchId = "batch-1" }],
        });

        foreach (string key in new[] { world.Control.ApiKey, world.Control.OrgApiKey })
        {
            JsonNode answer = (await world.GetAsync(path, key)).Json;
            (answer is JsonArray list ? list.Count : answer["sequences"]!.AsArray().Count * answer["batches"]!.AsArray().Count).Should().Be(count);
        }
    }

    [Theory]
    [InlineData("unsubscribe/t?email=a@b.example&domain=acme.dev", "email=&domain=", "a@b.example")]
    [InlineData("unsubscribe/1-YUBiLmV4YW1wbGU?email=&domain=acme.dev", "domain=", "a@b.example")]
    [InlineData("unsubscribe/t?email=q@b.example&domain=nowhere.dev", "email=f@b.example&domain=acme.dev", "f@b.example")]
    public async Task Empty_members_of_a_one_click_form_are_missing(string path, string form, string suppressed)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClientWithKey("mailmark", null);

        using HttpResponseMessage answer = await http.PostAsync(path, new StringContent(form));

        (await fake.CreateClient().Mailmark.Suppressions.ListAsync()).Items.Select(item => item.Email).Should().Equal(suppressed);
    }

    [Fact]
    public async Task The_first_answer_is_the_one_that_counts_and_a_wrong_secret_is_none()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = (await world.MailAsync("a@b.example", "campaign"))[0];

        (await world.SendAsync("POST", "trackDelivery", $$"""{"messageId":"{{id}}","status":"failed"}""", null, ("x-webhook-secret", "wrong"))).Status.Should().Be(401);
        (await world.SendAsync("POST", "ingestEmail", "{}", null, ("x-webhook-secret", ""))).Body.Should().Be("Unauthorized");
        world.Control.Receive("hello@acme.dev", "a@b.example", inReplyTo: id);
        world.Control.Receive("hello@acme.dev", "a@b.example", inReplyTo: id);

        JsonNode stats = (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!;
        stats["replied"]!.GetValue<int>().Should().Be(1);
        stats["failed"]!.GetValue<int>().Should().Be(0);
        (await world.GetAsync("v1/emails")).Json.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Rows_of_a_fixture_stand_still_and_the_next_check_is_half_a_day_after_the_load()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        world.Load("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","folder":"outbox","date":-5}],"domainHealthChecks":[{"domain":"a.dev","checkedAt":-1}]}
            """);
        long loaded = world.Now;
        async Task<long> CheckedAt() => (await world.GetAsync("v1/domain-health", "k")).Json["checkedAt"]!.GetValue<long>();

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(12) - TimeSpan.FromMilliseconds(1));
        (await CheckedAt()).Should().Be(loaded - 1);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        (await CheckedAt()).Should().Be(loaded + 43_200_000);

        world.Fake.Outbox.Should().BeEmpty();
        (await world.GetAsync("v1/emails?folder=outbox", "k")).Json[0]!["deliveryStatus"].Should().BeNull();
    }

    [Fact]
    public async Task Adding_transport_facts_leaves_the_others_as_they_are()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Reject("no@b.example", "no");
        world.Control.SetDns("gone.example", "nxdomain");

        world.Control.Add(new() { Transport = new() { Reject = new Dictionary<string, string> { ["never@b.example"] = "never" } } });

        foreach (string to in new[] { "no@b.example", "a@gone.example", "never@b.example" })
            (await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["{{to}}"],"subject":"s","text":"t"}""")).Status.Should().Be(500, to);
    }

    [Fact]
    public async Task What_the_service_answers_without_an_operation_is_no_unmatched_request()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(options: new FakeOptions { FailOn = FailOn.UnmatchedRequest });

        (await world.SendAsync("HEAD", "v1/mailboxes", null)).Headers.Should().NotContainKey("X-Fake-Hint");
        (await world.SendAsync("OPTIONS", "v1/mailboxes", null)).Headers.Should().NotContainKey("X-Fake-Hint");

        Func<Task> end = () => world.DisposeAsync().AsTask();
        await end.Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("v1/emails/ID")]
    [InlineData("v1/emails/ID%20")]
    [InlineData("v1/emails/ID0")]
    public async Task An_id_is_its_very_characters(string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = world.Control.Add(new() { Emails = [new() { Mailbox = "hello@acme.dev" }] })["emails"][0];

        (await world.GetAsync($"v1/emails/{id}")).Status.Should().Be(200);
        (await world.GetAsync(path.Replace("ID", path.EndsWith('D') ? id.ToUpperInvariant() : id, StringComparison.Ordinal))).ShouldBe(404, "Email not found");
    }

    [Theory]
    [InlineData(0L, 0L)]
    [InlineData(-5L, -5L)]
    [InlineData(99_999_999_999, 99_999_999_999)]
    [InlineData(100_000_000_000, null)]
    public async Task A_time_of_a_fixture_is_relative_below_ten_to_the_eleventh(long date, long? relative)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync($$"""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"}],
             "emails":[{"mailbox":"x@a.dev","date":{{date}},"repeat":2,"step":7,"to":["r{i}@x.y"],"cc":["c{i}"],"messageId":"m{i}"}]}
            """);

        JsonArray mails = (await world.GetAsync("v1/emails", "k")).Json.AsArray();

        mails.Select(mail => mail!["date"]!.GetValue<long>()).Should().Equal((relative is { } ms ? world.Now + ms : date) + 7, relative is { } first ? world.Now + first : date);
        mails.Select(mail => mail!["to"]![0]!.GetValue<string>()).Should().Equal("r1@x.y", "r0@x.y");
    }

    [Fact]
    public async Task Test_control_takes_the_values_of_the_contract_only()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        MailmarkFake control = world.Control;
        string message = (await world.MailAsync("a@b.example"))[0];

        foreach (Action act in new Action[]
        {
            () => control.SetPlan("owner", "gold"), () => control.SetPlan("owner", "pro", "on"), () => control.SetPlan("owner", "pro", "active", "vip"),
            () => control.SetOutcome("a@b.example", new("eaten")), () => control.SetOutcome("a@b.example", Sdk.Mailmark.DeliveryStatus.Pending),
            () => control.SetOutcome("a@b.example", Sdk.Mailmark.DeliveryStatus.Failed, TimeSpan.FromTicks(-1)),
            () => control.Report(message, new("eaten")), () => control.Report(message, default),
            () => control.SetWarmup("hello@acme.dev", new("done")), () => control.WarmupPartners = -1, () => control.WebhookSecret = "",
        })
            act.Should().Throw<ArgumentException>();

        (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["deliveryStatus"]!.GetValue<string>().Should().Be("pending");
    }
}
