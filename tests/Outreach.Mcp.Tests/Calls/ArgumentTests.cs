using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Calls;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("campaigns_create", """{"name":5,"objective_type":"custom"}""", "'name' must be a text, not a number")]
    [InlineData("campaigns_create", """{"name":"x","objective_type":"custom","channels":"email"}""", "'channels' must be a list, not a text")]
    [InlineData("campaigns_create", """{"name":"x","objective_type":"custom","settings":[]}""", "'settings' must be an object, not a list")]
    [InlineData("campaigns_create", """{"name":null,"objective_type":"custom"}""", "'name' must be a text, not null")]
    [InlineData("campaigns_create", """{"name":"x"}""", "'objective_type' is missing")]
    [InlineData("campaigns_create", """{"name":"x","objective_type":"custom","setings":{}}""", "did you mean 'settings'?")]
    [InlineData("campaigns_create", """{"name":"x"}""", "One of venue_dj, product_promotion, custom.")]
    [InlineData("channels_send", """{"channel":"email","body":"x","to":"a@b.example"}""", "'to' is no argument of this tool; it takes channel, ")]
    [InlineData("campaigns_get", "{}", "'campaign_id' is missing")]
    [InlineData("campaigns_get", """{"campaign_id":["c1"]}""", "'campaign_id' must be a text, not a list")]
    [InlineData("campaigns_list", """{"page":{"a":1}}""", "'page' must be a whole number, not an object")]
    [InlineData("campaigns_list", """{"all_pages":"yes"}""", "'all_pages' must be true or false, not a text")]
    [InlineData("contacts_bulk_import", """{"contacts":{}}""", "'contacts' must be a list, not an object")]
    [InlineData("contacts_bulk_import", "{}", "'contacts' is missing")]
    [InlineData("messages_approve", """{"message_id":"m1","reason":"x"}""", "'reason' is no argument")]
    public async Task Wrong_arguments_are_named_and_nothing_is_sent(string tool, string arguments, string problem)
    {
        StubHandler handler = new(200, "{}");
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        string text = await session.FailAsync(tool, arguments);

        text.Should().Contain(problem).And.Contain("Next: Correct these arguments");
        handler.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData("tools/call", """{"name":"campaigns_list","arguments":[]}""", "'arguments' of tools/call must be an object with the arguments by their names, not a list.")]
    [InlineData("tools/call", """{"name":"campaigns_list","arguments":"{}"}""", "not a text (JSON inside a text is no object)")]
    [InlineData("tools/call", """{"name":"campaigns_list","arguments":5}""", "not a number")]
    [InlineData("tools/call", """{"name":"campaigns_list","arguments":false}""", "not true or false")]
    [InlineData("tools/call", """{"name":5}""", "'name' of tools/call has a value of a wrong type")]
    [InlineData("tools/call", "{}", "tools/call lacks a parameter")]
    [InlineData("tools/call", "[]", "The parameters of tools/call must be an object.")]
    [InlineData("prompts/get", """{"name":"launch_campaign","arguments":[]}""", "'arguments' of prompts/get must be an object")]
    [InlineData("resources/read", """{"uri":5}""", "'uri' of resources/read has a value of a wrong type")]
    [InlineData("tools/list", """{"cursor":5}""", "'cursor' of tools/list has a value of a wrong type")]
    [InlineData("tools/call", """{"name":"qqqqqqqqqqqqqqqqqqqqqqqq"}""", "tools/list shows those that there are")]
    public async Task Parameters_of_a_wrong_form_are_named_in_the_answer(string method, string parameters, string problem)
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus");

        Func<Task> call = () => session.Client.SendRequestAsync(new JsonRpcRequest { Method = method, Params = JsonNode.Parse(parameters) });

        (await call.Should().ThrowAsync<McpProtocolException>().WithMessage($"*{problem}*")).Which.ErrorCode.Should().Be(McpErrorCode.InvalidParams);
        await session.DoAsync("campaigns_list");
    }

    [Theory]
    [InlineData("""{"page":"2"}""", "GET /api/v1/campaigns?page=2")]
    [InlineData("""{"page":2,"search":null}""", "GET /api/v1/campaigns?page=2")]
    public async Task What_stands_in_the_address_may_be_text_or_number(string arguments, string sent)
    {
        StubHandler handler = new(200, """{"success":true,"data":[],"pagination":{"page":2,"limit":20,"total":0,"total_pages":0,"has_more":false}}""");
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        await session.DoAsync("campaigns_list", arguments);

        handler.Sent.Should().ContainSingle().Which.Should().Be(sent);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" ")]
    public async Task An_id_that_would_lead_elsewhere_is_refused(string id)
    {
        StubHandler handler = new(200, "{}");
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        (await session.FailAsync("campaigns_get", JsonSerializer.Serialize(new { campaign_id = id }))).Should().Contain("campaign_id");
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Ten_megabytes_of_arguments_are_answered_and_the_session_goes_on()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");
        string text = new('x', 10 * 1024 * 1024);

        await session.FailAsync("markus_campaigns_create", JsonSerializer.Serialize(new { name = text, objective_type = "custom" }));

        await session.DoAsync("mailmark_mailboxes_list");
    }

    [Fact]
    public async Task Headers_that_an_operation_takes_are_arguments()
    {
        string? payment = null;
        string? body = null;
        StubHandler handler = new(async (request, token) =>
        {
            payment = request.Headers.GetValues("X-PAYMENT").Single();
            body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
            return StubHandler.Json(200, """{"success":true,"data":{}}""");
        });
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        await session.DoAsync("credits_purchase", """{"X-PAYMENT":"eyJ9"}""");

        payment.Should().Be("eyJ9");
        body.Should().BeEmpty();
    }
}
