using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;
using Outreach.Mcp.Tests.Support;
using Outreach.Sdk;

namespace Outreach.Mcp.Tests.Catalog;

public sealed class CatalogTests
{
    public static TheoryData<string> EveryOperation => [.. McpSettings.AllApis.SelectMany(api => ContractDocument.Of(api).Operations.Values).Select(operation => operation.Name)];

    [Fact]
    public async Task The_tools_are_the_operations_of_client_and_contracts_with_nothing_left_out()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");

        IList<McpClientTool> tools = await session.Client.ListToolsAsync();

        string[] operations = [.. tools.Where(tool => !tool.Name.StartsWith("fake_", StringComparison.Ordinal)).Select(tool => tool.ProtocolTool.Meta!["outreach/operation"]!.GetValue<string>())];
        operations.Should().BeEquivalentTo(EveryOperation.Select(row => row.Data)).And.HaveCount(198);
        operations.Should().BeEquivalentTo(McpSettings.AllApis.SelectMany(ToolCatalog.Operations).Select(operation => operation.Name));
        tools.Select(tool => tool.Name).Should().OnlyHaveUniqueItems().And.HaveCount(201);
        tools.Select(tool => tool.Name).Should().Contain(["fake_advance_clock", "fake_read_outbox", "fake_arm_fault"]);
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public void An_operation_is_described_by_its_contract(string name)
    {
        string api = name[..name.IndexOf('.', StringComparison.Ordinal)];
        Operation operation = ToolCatalog.Operations(api).Single(operation => operation.Name == name);
        ContractOperation contract = ContractDocument.Of(api).Operations[operation.Id];

        Tool tool = new OperationTool(operation, contract, withApi: true, isLive: true, tenantId: null).Tool;

        tool.Name.Should().MatchRegex("^[a-z0-9_]{1,64}$").And.StartWith(api + "_");
        tool.Title.Should().EndWith(contract.Json.GetProperty("summary").GetString());
        tool.Description.Should().StartWith(contract.Json.GetProperty("description").GetString()!.Trim());
        tool.Annotations!.ReadOnlyHint.Should().Be(contract.Method == "GET");
        tool.Annotations.IdempotentHint.Should().Be(contract.Retry == "safe");
        if (contract.Method == "DELETE") tool.Annotations.DestructiveHint.Should().BeTrue();
        if (contract.Method == "GET") tool.Annotations.DestructiveHint.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public void The_input_schema_stands_alone_and_has_every_parameter_and_member(string name)
    {
        (OperationTool tool, ContractOperation contract) = Find(name);
        JsonElement schema = tool.Tool.InputSchema;
        JsonElement? body = contract.RequestBody is { } media ? contract.Document.Resolve(media.GetProperty("schema")) : null;
        IEnumerable<string> expected = contract.Parameters.Select(parameter => parameter.GetProperty("name").GetString()!);
        if (body is { } members && members.TryGetProperty("properties", out JsonElement properties)) expected = expected.Concat(properties.EnumerateObject().Select(property => property.Name));
        if (contract.Paging != "none") expected = expected.Append(OperationTool.AllPages);

        schema.GetProperty("type").GetString().Should().Be("object");
        schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(expected);
        schema.EnumerateObject().Select(keyword => keyword.Name).Should().NotContain(["anyOf", "oneOf", "allOf"], "many clients refuse combinators at the root");
        References(schema).Should().BeSubsetOf(Definitions(schema));
        Keywords(schema).Should().NotContain(keyword => keyword.StartsWith("x-", StringComparison.Ordinal));
        if (schema.TryGetProperty("required", out JsonElement required)) required.EnumerateArray().Select(item => item.GetString()).Should().BeSubsetOf(expected);
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public void The_output_schema_is_there_when_the_answer_has_content(string name)
    {
        (OperationTool tool, ContractOperation contract) = Find(name);
        bool hasContent = contract.Statuses.Any(status => status < 300 && contract.Response(status)!.Value.TryGetProperty("content", out _));

        tool.Tool.OutputSchema.HasValue.Should().Be(hasContent);
        if (tool.Tool.OutputSchema is not { } schema) return;
        schema.GetProperty("type").GetString().Should().Be("object");
        References(schema).Should().BeSubsetOf(Definitions(schema));
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public void What_is_described_where_it_is_read_has_the_same_form_where_it_is_changed(string name)
    {
        (OperationTool tool, ContractOperation contract) = Find(name);
        if (tool.Effect == ToolEffect.Reads || tool.Operation.IsFile || tool.Tool.OutputSchema is not { } schema) return;
        JsonElement media = contract.Statuses.Where(status => status < 300).Select(contract.ResponseBody).First(body => body is not null)!.Value;

        JsonObject full = (JsonObject)new SchemaWriter(contract.Document, forAnswers: true).Write(media.GetProperty("schema"));

        Form(JsonObject.Create(schema)!["properties"]).Should().Be(Form(full["type"]?.ToString() == "array" ? new JsonObject { [OperationTool.ListMember] = full } : full["properties"]));

        static string? Form(JsonNode? node) => node is null ? null : Regex.Replace(node.ToJsonString(), "\"description\":\"(\\\\.|[^\"\\\\])*\",?", "").Replace(",}", "}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_tool_reads_is_described_where_it_is_made()
    {
        string made = Find("markus.apiKeys.create").Tool.Tool.OutputSchema!.Value.GetRawText();
        string changed = Find("markus.campaigns.update").Tool.Tool.OutputSchema!.Value.GetRawText();

        made.Should().Contain("never shown again");
        changed.Should().Contain("Known values: draft, active, paused, completed, deleted.").And.NotContain("First activation");
        Find("markus.campaigns.get").Tool.Tool.OutputSchema!.Value.GetRawText().Should().Contain("First activation");
    }

    [Fact]
    public async Task The_list_of_all_tools_is_no_longer_than_it_must_be()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--allow-writes");

        int size = (await session.Client.ListToolsAsync()).Sum(tool => JsonSerializer.Serialize(tool.ProtocolTool, McpJsonUtilities.DefaultOptions).Length);

        size.Should().BeLessThan(650_000);
    }

    [Fact]
    public void Examples_of_bodies_are_examples_of_arguments()
    {
        JsonElement schema = Find("markus.campaigns.create").Tool.Tool.InputSchema;

        schema.GetProperty("examples")[0].GetProperty("name").GetString().Should().NotBeNullOrEmpty();
        schema.GetProperty("properties").GetProperty("name").GetProperty("maxLength").GetInt32().Should().Be(200);
        schema.GetProperty("properties").GetProperty("objective_type").GetProperty("enum").GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task The_65_tools_of_Markus_fall_into_its_14_categories()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes");

        var categories = (await session.Client.ListToolsAsync()).Where(tool => tool.ProtocolTool.Meta is not null)
            .GroupBy(tool => tool.ProtocolTool.Meta!["outreach/category"]!.GetValue<string>(), tool => tool.ProtocolTool.Meta!["outreach/operation"]!.GetValue<string>()["markus.".Length..])
            .ToDictionary(category => category.Key, category => category.Order().ToArray());

        categories.Should().HaveCount(14);
        categories.Values.Sum(tools => tools.Length).Should().Be(65);
        foreach (JsonElement group in ContractDocument.Of("markus").Root.GetProperty("x-operation-groups").EnumerateArray())
            categories[group.GetProperty("name").GetString()!].Should().Equal(group.GetProperty("operations").EnumerateArray().Select(id => id.GetString()!).Order());
    }

    [Fact]
    public async Task One_API_alone_has_plain_names()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes");

        (await session.Client.ListToolsAsync()).Select(tool => tool.Name).Should().Contain(["campaigns_create", "target_profiles_list", "contacts_bulk_import", "api_keys_list", "auth_me"]);
    }

    [Fact]
    public async Task Without_permission_nothing_is_listed_that_sends_charges_or_deletes()
    {
        await using AgentSession session = await AgentSession.FakeAsync();

        IList<McpClientTool> tools = await session.Client.ListToolsAsync();

        tools.Should().NotContain(tool => tool.ProtocolTool.Annotations!.DestructiveHint == true);
        tools.Select(tool => tool.Name).Should().Contain(["markus_contacts_update", "crm_notes_create"]).And.NotContain(["markus_messages_approve", "mailmark_emails_send", "crm_customers_delete", "reachkit_leads_create"]);
    }

    [Fact]
    public async Task A_reader_gets_only_what_reads()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--read-only");

        IList<McpClientTool> tools = await session.Client.ListToolsAsync();

        tools.Should().OnlyContain(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == true).And.HaveCountGreaterThan(80);
    }

    [Fact]
    public async Task Categories_narrow_the_list()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes", "--categories", "Agent-Credits,API keys");

        (await session.Client.ListToolsAsync()).Where(tool => tool.ProtocolTool.Meta is not null).Select(tool => tool.Name)
            .Should().BeEquivalentTo("credits_balance", "credits_purchase", "api_keys_list", "api_keys_create", "api_keys_revoke");
    }

    [Fact]
    public async Task What_is_not_listed_cannot_be_called()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--read-only");

        (await session.FailAsync("mailmark_mailboxes_create", """{"address":"x"}""")).Should().Contain("--read-only");
        session.Fake.Journal.Should().BeEmpty();
    }

    [Fact]
    public async Task Tools_whose_scope_the_key_lacks_are_left_out()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient address = fake.CreateHttpClient("markus");
        Credentials credentials = new() { MarkusKey = fake.Markus.CreateKey("campaigns:read", "contacts:write"), MarkusAddress = address.BaseAddress };
        await using AgentSession session = await AgentSession.LiveAsync(fake.CreateHandler(), credentials);

        IList<McpClientTool> tools = await session.Client.ListToolsAsync();

        tools.Select(tool => tool.Name).Should().Contain(["auth_me", "campaigns_list", "contacts_create"]).And.NotContain(["campaigns_create", "contacts_list", "webhooks_list"]);
        (await session.FailAsync("campaigns_create", """{"name":"x","objective_type":"custom"}""")).Should().Contain("campaigns:write");
        fake.Journal.Count(entry => entry.Operation == "markus.auth.me").Should().Be(1);
    }

    [Fact]
    public async Task A_tenant_of_the_environment_need_not_be_given()
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(200, """{"data":[],"meta":{}}"""), Keys.OfAll, settings => settings with { Apis = ["crm"] });

        McpClientTool tool = (await session.Client.ListToolsAsync()).Single(tool => tool.Name == "customers_list");

        tool.JsonSchema.GetProperty("properties").GetProperty("tenantId").GetProperty("default").GetString().Should().Be("tenant_7");
        tool.JsonSchema.TryGetProperty("required", out _).Should().BeFalse();
    }

    [Fact]
    public void What_is_named_as_sending_or_charging_is_an_operation_that_neither_reads_nor_deletes()
        => ToolEffects.Commits.Should().OnlyContain(name => McpSettings.AllApis.SelectMany(ToolCatalog.Operations).Any(operation
            => operation.Name == name && operation.Method != HttpMethod.Get && operation.Method != HttpMethod.Delete));

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public void What_a_contract_describes_as_sending_charging_or_final_is_guarded(string name)
    {
        (OperationTool tool, ContractOperation contract) = Find(name);
        string description = contract.Json.GetProperty("description").GetString()!;

        if (tool.Effect == ToolEffect.Changes) description.Should().NotMatchRegex("Sends |costs one|Sells|Publishes|allowance|spends|for good|signed");
    }

    private static (OperationTool Tool, ContractOperation Contract) Find(string name)
    {
        string api = name[..name.IndexOf('.', StringComparison.Ordinal)];
        Operation operation = ToolCatalog.Operations(api).Single(operation => operation.Name == name);
        ContractOperation contract = ContractDocument.Of(api).Operations[operation.Id];
        return (new OperationTool(operation, contract, withApi: true, isLive: true, tenantId: null), contract);
    }

    private static IEnumerable<string> References(JsonElement schema) => Regex.Matches(schema.GetRawText(), "\"\\$ref\":\"([^\"]+)\"").Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Definitions(JsonElement schema)
        => schema.TryGetProperty("$defs", out JsonElement definitions) ? definitions.EnumerateObject().Select(definition => $"#/$defs/{definition.Name}") : [];

    private static IEnumerable<string> Keywords(JsonElement schema) => Regex.Matches(schema.GetRawText(), "\"(x-[^\"]+)\":").Select(match => match.Groups[1].Value);
}
