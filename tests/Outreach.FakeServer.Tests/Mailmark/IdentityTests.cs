using System.Text;

namespace Outreach.FakeServer.Tests.Mailmark;

public class IdentityTests
{
    public static TheoryData<string, string> DomainEndpoints => new()
    {
        { "GET", "v1/mailboxes" }, { "POST", "v1/mailboxes" }, { "DELETE", "v1/mailboxes/hello" },
        { "GET", "v1/sender-groups" }, { "POST", "v1/sender-groups" }, { "PATCH", "v1/sender-groups/x" }, { "DELETE", "v1/sender-groups/x" },
        { "POST", "v1/send" }, { "GET", "v1/emails" }, { "GET", "v1/emails/x" }, { "DELETE", "v1/emails/x" },
        { "GET", "v1/contacts" }, { "POST", "v1/contacts" }, { "DELETE", "v1/contacts/x" },
        { "GET", "v1/sequences" }, { "POST", "v1/sequences" }, { "PATCH", "v1/sequences/x" }, { "DELETE", "v1/sequences/x" }, { "POST", "v1/sequences/x/enroll" },
    };

    public static TheoryData<string> AnalyticsEndpoints => new() { "v1/domain-health", "v1/warmup", "v1/bounces", "v1/suppressions", "v1/campaign-stats" };

    [Theory]
    [InlineData(null)]
    [InlineData("Basic abc")]
    [InlineData("bearer dm_live_0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("Bearer")]
    [InlineData("Bearer dm_live_nobody")]
    public async Task Every_bad_credential_is_unauthorized(string? header)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        (string, string)[] headers = header is null ? [] : [("Authorization", header)];

        MailmarkAnswer answer = await world.SendAsync("GET", "v1/mailboxes", null, null, headers);

        answer.ShouldBe(401, "Unauthorized");
    }

    [Fact]
    public async Task A_key_is_trimmed_and_a_revoked_one_is_refused()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.GetAsync("v1/mailboxes", $"  {world.Control.ApiKey} ")).Status.Should().Be(200);
        world.Control.RevokeKey(world.Control.ApiKey);
        (await world.GetAsync("v1/mailboxes")).ShouldBe(401, "Unauthorized");
    }

    [Theory]
    [MemberData(nameof(DomainEndpoints))]
    public async Task Domain_endpoints_refuse_an_org_wide_key_before_they_look_at_anything_else(string method, string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.SendAsync(method, path, "no json", world.Control.OrgApiKey);

        answer.ShouldBe(403, "This endpoint requires a domain-scoped API key. Org-wide keys cannot be used here.");
    }

    [Theory]
    [MemberData(nameof(AnalyticsEndpoints))]
    public async Task Analytics_take_both_kinds_of_key(string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.GetAsync(path)).Status.Should().Be(200);
        (await world.GetAsync(path, world.Control.OrgApiKey)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("GET", "v1/unknown", "/v1/unknown")]
    [InlineData("PUT", "v1/mailboxes", "/v1/mailboxes")]
    [InlineData("GET", "v1/mailboxes/", "/v1/mailboxes/")]
    [InlineData("GET", "v1/sequences/abc", "/v1/sequences/abc")]
    [InlineData("POST", "v1/send/now", "/v1/send/now")]
    [InlineData("PUT", "unsubscribe/x", "/unsubscribe/x")]
    [InlineData("GET", "trackDelivery", "/trackDelivery")]
    public async Task An_unknown_path_or_method_is_a_plain_text_404_even_without_a_key(string method, string path, string named)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.SendAsync(method, path, null, null);

        answer.Status.Should().Be(404);
        answer.Body.Should().Be($"No HttpAction routed for {named}");
        answer.ContentType.Should().StartWith("text/plain");
    }

    [Fact]
    public async Task Head_runs_get_without_a_body_and_options_is_204()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer head = await world.SendAsync("HEAD", "v1/mailboxes", null);
        MailmarkAnswer options = await world.SendAsync("OPTIONS", "v1/anything", null, null);

        head.Status.Should().Be(200);
        head.Body.Should().BeEmpty();
        options.Status.Should().Be(204);
    }

    [Theory]
    [InlineData("GET", "v1/mailboxes")]
    [InlineData("GET", "v1/unknown")]
    [InlineData("OPTIONS", "v1/mailboxes")]
    [InlineData("GET", "track/open/x.gif")]
    public async Task Every_answer_carries_the_cors_headers(string method, string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.SendAsync(method, path, null);

        answer.Headers["Access-Control-Allow-Origin"].Should().Be("https://www.mailmark.dev");
        answer.Headers["Access-Control-Allow-Methods"].Should().Be("GET, POST, PATCH, DELETE, OPTIONS");
        answer.Headers["Access-Control-Allow-Headers"].Should().Be("Authorization, Content-Type");
    }

    [Fact]
    public async Task A_body_of_twenty_megabytes_is_read_and_a_larger_one_is_not()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string html = new('x', 20_000_000);

        MailmarkAnswer large = await world.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","html":"{{html}}"}""");
        MailmarkAnswer tooLarge = await world.PostAsync("v1/send", $"\"{html}{html[..2_000_000]}\"");

        large.Status.Should().Be(200);
        tooLarge.ShouldBe(500, "Server Error");
        world.Fake.Outbox.Should().ContainSingle();
    }

    [Fact]
    public async Task The_key_of_a_deleted_domain_still_works_on_nothing()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.DeleteDomain("acme.dev");

        (await world.GetAsync("v1/mailboxes")).Body.Should().Be("[]");
        (await world.GetAsync("v1/sender-groups")).Body.Should().Be("[]");
        (await world.GetAsync("v1/sequences")).Body.Should().Be("[]");
        (await world.GetAsync("v1/emails")).Body.Should().Be("[]");
        (await world.PostAsync("v1/mailboxes", """{"address":"x"}""")).ShouldBe(404, "Domain not found");
        (await world.DeleteAsync("v1/mailboxes/x")).ShouldBe(404, "Domain not found");
        (await world.GetAsync("v1/domain-health")).Body.Should().Be("""{"domain":null,"checkedAt":null,"message":"No health check data yet"}""");
        (await world.GetAsync("v1/bounces")).Json["domain"].Should().BeNull();
        (await world.GetAsync("v1/suppressions")).Body.Should().Be("""{"domain":null,"total":0,"items":[],"hasMore":false}""");
        (await world.GetAsync("v1/warmup")).Body.Should().Be("[]");
        (await world.GetAsync("v1/campaign-stats")).Body.Should().Be("""{"sequences":[],"batches":[]}""");
        (await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t"}""")).ShouldBe(404, "No mailbox found for: hello@acme.dev");
    }

    [Fact]
    public async Task A_key_with_a_domain_and_the_scope_org_counts_as_both()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"a.dev","user":"u"},{"domain":"b.dev","user":"u"}],
             "keys":[{"token":"k","domain":"a.dev","scope":"org"}],"mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"y@b.dev"}],
             "warmupMailboxes":[{"mailbox":"x@a.dev"},{"mailbox":"y@b.dev"}],"sequences":[{"mailbox":"y@b.dev","name":"s","steps":[{"type":"send_email","subject":"","html":""}]}]}
            """);

        (await world.GetAsync("v1/mailboxes", "k")).Json.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/bounces", "k")).Json.AsArray().Should().HaveCount(2);
        (await world.GetAsync("v1/suppressions", "k")).Json.AsArray().Should().HaveCount(2);
        (await world.GetAsync("v1/domain-health", "k")).Body.Should().Be("[]");
        (await world.GetAsync("v1/warmup", "k")).Json.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/campaign-stats", "k")).Json["sequences"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Any_key_of_its_form_opens_an_account_when_the_world_says_so()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(options: new FakeOptions { AcceptAnyKey = true });

        MailmarkAnswer first = await world.GetAsync("v1/mailboxes", "dm_live_mine");
        MailmarkAnswer again = await world.GetAsync("v1/mailboxes", "dm_live_mine");
        MailmarkAnswer other = await world.GetAsync("v1/mailboxes", "dm_live_yours");

        first.Json.AsArray().Should().ContainSingle();
        again.Body.Should().Be(first.Body);
        other.Body.Should().NotBe(first.Body);
        (await world.GetAsync("v1/mailboxes", "sk_other")).Status.Should().Be(401);
    }

    [Theory]
    [InlineData("http://outreach.fake/v1/mailboxes", 401)]
    [InlineData("http://outreach.fake/track/open/x.gif", 200)]
    [InlineData("http://outreach.fake/unsubscribe/x", 400)]
    [InlineData("https://api.mailmark.dev/v1/mailboxes", 401)]
    public async Task Paths_without_prefix_reach_mailmark_by_path_or_host(string url, int status)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = new(fake.CreateHandler());

        using HttpResponseMessage response = await http.GetAsync(url);

        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_or_broken_utf8_is_read_as_the_service_reads_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("mailmark");

        using HttpResponseMessage marked = await http.PostAsync("v1/contacts", new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"email":"a@b.c","name":"n"}""")]));
        using HttpResponseMessage broken = await http.PostAsync("v1/contacts", new ByteArrayContent([.. "{\"email\":\"a@b.c\",\"name\":\""u8, 0xFF, .. "\"}"u8]));

        ((int)marked.StatusCode).Should().Be(201);
        (await broken.Content.ReadAsStringAsync()).Should().Be("{\"email\":\"a@b.c\",\"name\":\"\uFFFD\"}");
    }
}
