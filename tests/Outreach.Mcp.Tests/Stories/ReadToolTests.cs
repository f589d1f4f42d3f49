using System.Text.Json;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;
using Outreach.FakeServer.Reachkit;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Stories;

/// <summary>Every tool that reads, called on a world in which there is something to read.</summary>
public sealed class ReadToolTests
{
    [Fact]
    public async Task Every_read_tool_of_Markus_answers()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes");
        string campaign = Id(await session.DoAsync("campaigns_create", """{"name":"Q1","objective_type":"custom","settings":{"require_approval":false}}"""));
        string contact = Id(await session.DoAsync("contacts_create", $$"""{"email":"dana+reply@acme.example","campaign_id":"{{campaign}}"}"""));
        await session.DoAsync("campaigns_update", $$"""{"campaign_id":"{{campaign}}","status":"active"}""");
        string job = Id(await session.DoAsync("discovery_search", """{"query":"specialty coffee roasters","sources":["web"]}"""));
        string webhook = Id(await session.DoAsync("webhooks_create", """{"url":"https://hooks.acme.example/markus","events":["message.bounced"]}"""));
        await session.DoAsync("fake_advance_clock", """{"duration":"3d"}""");
        string conversation = (await session.DoAsync("conversations_list")).GetProperty("data")[0].GetProperty("id").GetString()!;

        await ReadAllAsync(session, "markus", 29, tool => new()
        {
            ["campaign_id"] = campaign,
            ["contact_id"] = contact,
            ["conversation_id"] = conversation,
            ["job_id"] = job,
            ["webhook_id"] = webhook,
        });
    }

    [Fact]
    public async Task Every_read_tool_of_Reachkit_answers()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "reachkit", "--allow-writes");
        string campaign = Id(await session.DoAsync("campaigns_create", """{"name":"Q1"}"""));
        string lead = Id(await session.DoAsync("leads_create", $$"""{"campaign_id":"{{campaign}}","email":"dana@acme.example"}"""));
        string inbox = (await session.DoAsync("inboxes_list")).GetProperty("data")[0].GetProperty("id").GetString()!;
        string conversation = Id(await session.DoAsync("conversations_create", $$"""{"inbox_id":"{{inbox}}","to":[{"email":"dana@acme.example"}],"subject":"Hello","content":"<p>Hello</p>"}"""));
        session.Fake.Reachkit.Receive(new ReachkitIncomingMail
        {
            InboxId = inbox,
            From = "dana@acme.example",
            Subject = "Re: Hello",
            Attachments = [new ReachkitAttachment("offer.txt", "text/plain", "hello"u8.ToArray())],
        }).Should().Be(conversation);
        string attachment = (await session.DoAsync("conversations_get", $$"""{"conversation_id":"{{conversation}}"}""")).GetProperty("data").GetProperty("messages").EnumerateArray()
            .SelectMany(message => message.GetProperty("attachments").EnumerateArray()).Single().GetProperty("id").GetString()!;

        await ReadAllAsync(session, "reachkit", 14, tool => new()
        {
            ["campaign_id"] = campaign,
            ["lead_id"] = lead,
            ["inbox_id"] = inbox,
            ["conversation_id"] = conversation,
            ["attachment_id"] = attachment,
            ["email"] = "dana@acme.example",
        });
    }

    [Fact]
    public async Task Every_read_tool_of_Mailmark_answers()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "mailmark", "--allow-writes");
        await session.DoAsync("emails_send", """{"from":"hello@acme.dev","to":"dana@acme.example","subject":"Hi","text":"Hello"}""");
        string email = (await session.DoAsync("emails_list", """{"mailbox":"hello","folder":"sent"}""")).GetProperty("items")[0].GetProperty("id").GetString()!;

        await ReadAllAsync(session, "mailmark", 11, tool => new() { ["id"] = email });
    }

    [Fact]
    public async Task Every_read_tool_of_Crm_answers()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "crm", "--allow-writes");
        string customer = Id(await session.DoAsync("customers_create", """{"email":"piet@acme.example","firstName":"Piet"}"""));
        string segment = Id(await session.DoAsync("segments_create", """{"name":"Everybody","type":"STATIC"}"""));
        string campaign = Id(await session.DoAsync("campaigns_create", $$"""{"name":"Autumn","channels":["EMAIL"],"segmentId":"{{segment}}","emailTemplateId":"t1"}"""));
        string journey = Id(await session.DoAsync("journeys_create", """{"name":"Welcome","triggerType":"scl.member.created"}"""));
        string promotion = Id(await session.DoAsync("promotions_create", $$"""{"clubId":"club_1","sourceType":"COMPETITION","sourceId":"c1","channels":["EMAIL"],"segmentId":"{{segment}}","emailTemplateId":"t1"}"""));
        JsonElement connect = await session.DoAsync("social_connections_connect", """{"platform":"FACEBOOK","redirectUri":"https://app.acme.example/callback"}""");
        string state = connect.GetProperty("state").GetString()!;
        string connection = Id(await session.DoAsync("social_connections_callback", $$"""{"platform":"FACEBOOK","code":"code_1","state":"{{state}}"}"""));
        string post = Id(await session.DoAsync("social_posts_create", $$"""{"connectionId":"{{connection}}","content":"Entries are open."}"""));

        await ReadAllAsync(session, "crm", 24, tool => new()
        {
            ["id"] = tool[..tool.IndexOf('.', StringComparison.Ordinal)] switch
            {
                "customers" or "activities" or "notes" => customer,
                "segments" => segment,
                "campaigns" => campaign,
                "socialConnections" => connection,
                "socialPosts" => post,
                "promotions" => promotion,
                _ => journey,
            },
            ["email"] = "piet@acme.example",
        });
    }

    private static async Task ReadAllAsync(AgentSession session, string api, int atLeast, Func<string, Dictionary<string, string>> values)
    {
        List<string> failures = [];
        int read = 0;
        foreach (OperationTool tool in session.Catalog.Tools.Where(tool => tool.Effect == ToolEffect.Reads))
        {
            Dictionary<string, string> known = values(tool.Operation.Id);
            Dictionary<string, string> arguments = tool.Contract.Parameters
                .Where(parameter => (parameter.TryGetProperty("required", out JsonElement required) && required.GetBoolean()) || (tool.Operation.Id == "customers.resolve" && parameter.GetProperty("name").GetString() == "email"))
                .Select(parameter => parameter.GetProperty("name").GetString()!).Where(name => name != "tenantId").ToDictionary(name => name, name => known[name]);
            CallToolResult result = await session.CallAsync(tool.Name, JsonSerializer.Serialize(arguments));
            if (result.IsError is true) failures.Add($"{tool.Name}: {AgentSession.Text(result)}");
            else if (tool.Operation.IsFile) result.StructuredContent!.Value.GetProperty("content").GetBytesFromBase64().Should().Equal("hello"u8.ToArray());
            else if (tool.Contract.ResponseBody(200) is { } body) failures.AddRange(Deviations(tool, body, result.StructuredContent!.Value));
            read++;
        }

        failures.Should().BeEmpty();
        read.Should().BeGreaterThanOrEqualTo(atLeast, $"{api} has that many");
    }

    private static IEnumerable<string> Deviations(OperationTool tool, JsonElement body, JsonElement result)
    {
        // A bare list stands in a member, and a note says how a list goes on; neither is the service's.
        JsonElement answer = tool.Contract.Document.Resolve(body.GetProperty("schema")).TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.GetString() == "array"
            ? result.GetProperty(OperationTool.ListMember)
            : result;
        return new SchemaValidator(tool.Contract.Document).Validate(answer, body.GetProperty("schema"), allowUnknown: true).Select(error => $"{tool.Name}: {error}");
    }

    private static string Id(JsonElement answer) => (answer.TryGetProperty("data", out JsonElement data) ? data : answer).GetProperty("id").GetString()!;
}
