using System.Net;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Calls;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(401, "APIKEY_003", "MARKUS_API_KEY")]
    [InlineData(403, "APIKEY_004", "scope")]
    [InlineData(402, "CRED_001", "payment")]
    [InlineData(404, "CAMP_001", "campaigns_list")]
    [InlineData(409, "CAMP_005", "Read the resource again")]
    [InlineData(400, "SERVER_005", "Correct the arguments")]
    [InlineData(422, "CAMP_007", "Correct the arguments")]
    [InlineData(413, "SERVER_002", "Correct the arguments")]
    [InlineData(500, "SERVER_001", "unknown whether it was done")]
    [InlineData(418, "TEAPOT", "Tell the user")]
    public async Task Each_status_says_code_message_and_what_to_do(int status, string code, string advice)
    {
        await using AgentSession session = await AgentSession.LiveAsync(StubHandler.Error(status, code), Keys.OfMarkus);

        string text = await session.FailAsync("campaigns_update", """{"campaign_id":"c1","name":"x"}""");

        text.Should().Contain($"{code} (HTTP {status})").And.Contain("no").And.Contain("Next: ").And.Contain(advice).And.Contain("req_1");
    }

    [Theory]
    [InlineData("campaigns_get", """{"campaign_id":"c"}""", "Check the id: campaigns_list lists what there is.")]
    [InlineData("leads_create", """{"campaign_id":"c","email":"a@b.example"}""", "Check the id: campaigns_list lists what there is.")]
    [InlineData("leads_list", """{"campaign_id":"c"}""", "Check the id: campaigns_list lists what there is.")]
    [InlineData("leads_get", """{"campaign_id":"c","lead_id":"l"}""", "Check the ids: campaigns_list and leads_list list what there is.")]
    public async Task A_404_names_the_lists_of_what_the_path_names(string tool, string arguments, string advice)
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(404, """{"error":"not_found"}"""), Keys.OfAll, settings => settings with { Apis = ["reachkit"] });

        (await session.FailAsync(tool, arguments)).Should().Contain(advice);
    }

    [Theory]
    [InlineData("Invalid recipient(s): x. Please remove or correct them before sending.", "recipients_invalid", "Nothing was done. Correct the arguments")]
    [InlineData("Monthly email limit reached (3,000 emails). Please upgrade your plan.", "monthly_limit_reached", "An allowance is used up")]
    [InlineData("Warming limit reached for today (50 emails on day 1 of 14). Sending will resume tomorrow.", "warming_limit_reached", "call again tomorrow")]
    [InlineData("Failed to send email", "send_failed", "unknown whether it was done")]
    public async Task A_refusal_with_the_status_of_a_failure_is_told_as_a_refusal(string message, string code, string advice)
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(500, $$"""{"error":"{{message}}"}"""), Keys.OfAll, settings => settings with { Apis = ["mailmark"] });

        (await session.FailAsync("emails_send", """{"from":"hello@acme.dev","to":"x","subject":"s","text":"t"}""")).Should().StartWith(code).And.Contain(advice);
    }

    [Fact]
    public async Task The_meaning_of_a_code_comes_from_the_catalogue()
    {
        await using AgentSession session = await AgentSession.LiveAsync(StubHandler.Error(422, "CAMP_007"), Keys.OfMarkus);

        (await session.FailAsync("campaigns_update", """{"campaign_id":"c1","status":"active"}""")).Should().Contain("Meaning: A campaign without contacts cannot start");
    }

    [Fact]
    public async Task A_429_says_when_to_come_back()
    {
        await using AgentSession session = await AgentSession.LiveAsync(StubHandler.Error(429, "RATE_001", ("Retry-After", "3600")), Keys.OfMarkus);

        CallToolResult result = await session.CallAsync("campaigns_list");

        result.IsError.Should().BeTrue();
        AgentSession.Text(result).Should().Contain("3600 s").And.Contain("Come back at: 2");
        result.Meta!["outreach/error"]!["retry_after_seconds"]!.GetValue<double>().Should().Be(3600);
        result.Meta["outreach/error"]!["code"]!.GetValue<string>().Should().Be("RATE_001");
    }

    [Fact]
    public async Task On_the_fake_a_429_says_how_to_let_the_wait_pass()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus");
        await session.DoAsync("fake_arm_fault", """{"operation":"markus.campaigns.list","effect":{"kind":"throttle","retryAfterSeconds":90}}""");

        (await session.FailAsync("campaigns_list")).Should().Contain("Let 90 s pass with fake_advance_clock");
    }

    [Fact]
    public async Task A_fake_for_readers_does_not_move_or_break_for_them()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--read-only");
        DateTimeOffset before = session.Fake.Clock.Now;

        (await session.FailAsync("fake_advance_clock", """{"duration":"3d"}""")).Should().Contain("--read-only");
        (await session.FailAsync("fake_arm_fault", """{"operation":"markus.campaigns.list","effect":{"kind":"throttle"}}""")).Should().Contain("--read-only");

        session.Fake.Clock.Now.Should().Be(before);
        (await session.DoAsync("fake_read_outbox")).GetProperty("found").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_short_word_in_place_of_a_key_does_not_tear_holes_into_texts()
    {
        StubHandler handler = new(404, """{"success":false,"error":{"code":"CAMP_001","message":"the test is not there","requestId":"r"}}""");
        await using AgentSession session = await AgentSession.LiveAsync(handler, new Credentials { MarkusKey = "test" });

        (await session.FailAsync("campaigns_get", """{"campaign_id":"c1"}""")).Should().Contain("the test is not there");
    }

    [Fact]
    public async Task A_GraphQL_answer_of_errors_alone_is_an_error()
    {
        const string Answer = """{"errors":[{"message":"Type has no field nope.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED","requestId":"req_1"}}]}""";
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(200, Answer), Keys.OfAll, settings => settings with { Apis = ["crm"] });

        string text = await session.FailAsync("graphql_execute", """{"query":"{ nope }"}""");

        text.Should().Contain("GRAPHQL_VALIDATION_FAILED").And.Contain("Type has no field nope.").And.Contain("Next: ").And.Contain("outreach://crm/graphql");
    }

    [Fact]
    public async Task A_GraphQL_answer_with_data_and_errors_keeps_both()
    {
        const string Answer = """{"data":{"a":1,"b":null},"errors":[{"message":"b failed","path":["b"],"extensions":{"code":"NOT_FOUND"}}]}""";
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(200, Answer), Keys.OfAll, settings => settings with { Apis = ["crm"] });

        (await session.DoAsync("graphql_execute", """{"query":"{ a b }"}""")).GetProperty("errors").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task An_allowance_that_is_used_up_is_not_waited_for()
    {
        await using AgentSession session = await AgentSession.LiveAsync(StubHandler.Error(429, "CAMP_009"), Keys.OfMarkus);

        (await session.FailAsync("campaigns_create", """{"name":"x","objective_type":"custom"}""")).Should().Contain("waiting a little does not help");
    }

    [Fact]
    public async Task Every_wrong_member_is_named()
    {
        const string Answer = """{"success":false,"error":{"code":"SERVER_002","message":"invalid","requestId":"r","details":[{"field":"name","message":"too long"},{"field":"channels.0","message":"unknown"}]}}""";
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(422, Answer), Keys.OfMarkus);

        (await session.FailAsync("campaigns_create", """{"name":"x","objective_type":"custom"}""")).Should().Contain("- name: too long").And.Contain("- channels.0: unknown");
    }

    [Theory]
    [InlineData("campaigns_create", """{"name":"x","objective_type":"custom"}""", "unknown whether it was done")]
    [InlineData("campaigns_delete", """{"campaign_id":"c1"}""", "repeating this operation does no harm")]
    public async Task A_lost_connection_says_whether_repeating_is_safe(string tool, string arguments, string advice)
    {
        StubHandler handler = new((_, _) => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "refused"));
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        (await session.FailAsync(tool, arguments)).Should().Contain(advice);
    }

    [Fact]
    public async Task A_broken_answer_says_that_the_work_was_probably_done()
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(200, "{\"success\":tr"), Keys.OfMarkus);

        (await session.FailAsync("campaigns_create", """{"name":"x","objective_type":"custom"}""")).Should().Contain("most likely done");
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_shows_no_details()
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler((_, _) => throw new InvalidOperationException("inner workings")), Keys.OfMarkus);

        (await session.FailAsync("campaigns_list")).Should().Contain("campaigns_list failed").And.NotContain("inner workings");
    }

    [Fact]
    public async Task A_key_in_an_answer_reaches_neither_the_agent_nor_the_log()
    {
        StubHandler handler = new(401, $$$"""{"success":false,"error":{"code":"APIKEY_001","message":"no key {{{Keys.Markus}}}","requestId":"r"}}""");
        AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus, settings => settings with { Verbose = true });
        CallToolResult result;
        await using (session) result = await session.CallAsync("campaigns_list");
        await session.Log.Line;

        AgentSession.Text(result).Should().Contain("no key ***").And.NotContain("secretsecret");
        result.Meta!.ToJsonString().Should().NotContain("secretsecret");
        session.Log.ToString().Should().NotContain("secretsecret").And.NotBeEmpty();
    }

    [Fact]
    public async Task Unknown_tools_are_refused_with_the_nearest_names()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");

        (await FluentActions.Awaiting(() => session.CallAsync("markus_campaign_create")).Should().ThrowAsync<McpProtocolException>())
            .Where(error => error.ErrorCode == McpErrorCode.InvalidParams).WithMessage("*markus_campaigns_create*");
        (await FluentActions.Awaiting(() => session.CallAsync("contacts_list")).Should().ThrowAsync<McpProtocolException>())
            .WithMessage("*mailmark_contacts_list*markus_contacts_list*");
        (await session.CallAsync("mailmark_mailboxes_list")).IsError.Should().NotBe(true);
    }
}
