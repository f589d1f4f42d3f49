using System.Text.Json;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Stories;

public sealed class StoryTests
{
    [Fact]
    public async Task An_agent_runs_a_campaign_from_the_draft_to_the_answer()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes");

        string campaign = (await session.DoAsync("campaigns_create", """{"name":"Tidepool launch","objective_type":"custom"}""")).GetProperty("data").GetProperty("id").GetString()!;
        JsonElement import = (await session.DoAsync("contacts_bulk_import", $$"""
            {"campaign_id":"{{campaign}}","contacts":[{"name":"Dana","email":"dana+reply@acme.example"},{"name":"Kofi","email":"kofi@acme.example"},{"name":"Nobody","email":"not-an-address"}]}
            """)).GetProperty("data");
        import.GetProperty("created").GetInt32().Should().Be(2);
        import.GetProperty("failed").GetInt32().Should().Be(1);
        await session.DoAsync("campaigns_update", $$"""{"campaign_id":"{{campaign}}","status":"active"}""");
        await session.DoAsync("fake_advance_clock", """{"duration":"1h"}""");

        JsonElement pending = (await session.DoAsync("messages_list_pending")).GetProperty("data");
        pending.GetArrayLength().Should().Be(2);
        foreach (JsonElement message in pending.EnumerateArray()) await session.DoAsync("messages_approve", $$"""{"message_id":"{{message.GetProperty("id").GetString()}}"}""");
        await session.DoAsync("fake_advance_clock", """{"duration":"3d"}""");

        (await session.DoAsync("fake_read_outbox", """{"to":"kofi@acme.example"}""")).GetProperty("messages")[0].GetProperty("subject").GetString().Should().NotBeNullOrEmpty();
        JsonElement conversation = (await session.DoAsync("conversations_list")).GetProperty("data").EnumerateArray().Single(item => item.GetProperty("unread_count").GetInt32() > 0);
        JsonElement messages = (await session.DoAsync("conversations_list_messages", $$"""{"conversation_id":"{{conversation.GetProperty("id").GetString()}}"}""")).GetProperty("data");
        messages.EnumerateArray().Should().Contain(message => message.GetProperty("direction").GetString() == "inbound");
    }

    [Fact]
    public async Task An_armed_fault_comes_as_an_error_and_passes()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");

        await session.DoAsync("fake_arm_fault", """{"operation":"markus.campaigns.create","effect":{"kind":"error","code":"CAMP_009"}}""");

        (await session.FailAsync("markus_campaigns_create", """{"name":"x","objective_type":"custom"}""")).Should().Contain("CAMP_009");
        await session.DoAsync("markus_campaigns_create", """{"name":"x","objective_type":"custom"}""");
    }

    [Fact]
    public async Task A_fault_may_be_armed_by_the_name_of_a_tool()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes");

        JsonElement armed = await session.DoAsync("fake_arm_fault", """{"operation":"contacts_bulk_import","effect":{"kind":"error","code":"CONT_007"}}""");

        armed.GetProperty("operation").GetString().Should().Be("markus.contacts.bulkImport");
        (await session.FailAsync("contacts_bulk_import", """{"contacts":[{"email":"a@b.example"}]}""")).Should().Contain("CONT_007");
    }

    [Theory]
    [InlineData("fake_advance_clock", """{"duration":"soon"}""", "soon")]
    [InlineData("fake_advance_clock", "{}", "duration")]
    [InlineData("fake_advance_clock", """{"duration":"-3d"}""", "-3d")]
    [InlineData("fake_advance_clock", """{"duration":"99999999999d"}""", "ten years")]
    [InlineData("fake_read_outbox", """{"api":"gmail"}""", "gmail")]
    [InlineData("fake_read_outbox", """{"limit":"all"}""", "limit")]
    [InlineData("fake_arm_fault", """{"operation":"markus.nope","effect":{"kind":"drop"}}""", "markus.nope")]
    [InlineData("fake_arm_fault", """{"operation":"markus.*","effect":{"kind":"explode"}}""", "explode")]
    public async Task The_fakes_own_tools_refuse_what_they_do_not_understand(string tool, string arguments, string named)
    {
        await using AgentSession session = await AgentSession.FakeAsync();

        (await session.FailAsync(tool, arguments)).Should().Contain(named).And.Contain("Next: ");
    }

    [Fact]
    public async Task Resources_tell_how_an_API_behaves_and_what_its_codes_mean()
    {
        await using AgentSession session = await AgentSession.FakeAsync();

        (await session.Client.ListResourcesAsync()).Select(resource => resource.Uri).Should().BeEquivalentTo(
            "outreach://markus/behaviour", "outreach://markus/errors", "outreach://reachkit/behaviour", "outreach://reachkit/errors",
            "outreach://mailmark/behaviour", "outreach://mailmark/errors", "outreach://crm/behaviour", "outreach://crm/errors", "outreach://crm/graphql");
        (await session.Client.ReadResourceAsync("outreach://markus/errors")).Contents.Should().ContainSingle().Which.Should().BeOfType<ModelContextProtocol.Protocol.TextResourceContents>()
            .Which.Text.Should().Contain("| CAMP_007 | 400 |");
        await FluentActions.Awaiting(() => session.Client.ReadResourceAsync("outreach://nope").AsTask()).Should().ThrowAsync<ModelContextProtocol.McpException>();
    }

    [Theory]
    [InlineData("launch_campaign")]
    [InlineData("triage_replies")]
    [InlineData("clean_list")]
    public async Task Prompts_name_tools_that_exist(string prompt)
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");
        string[] tools = [.. (await session.Client.ListToolsAsync()).Select(tool => tool.Name)];

        foreach (string api in McpSettings.AllApis)
        {
            ModelContextProtocol.Protocol.GetPromptResult result = await session.Client.GetPromptAsync(prompt, new Dictionary<string, object?> { ["goal"] = "sell coffee", ["api"] = api });

            string text = ((ModelContextProtocol.Protocol.TextContentBlock)result.Messages.Single().Content).Text;
            tools.Where(tool => text.Contains(tool, StringComparison.Ordinal)).Should().HaveCountGreaterThan(2);
            text.Should().NotContain("not served");
        }
    }
}
