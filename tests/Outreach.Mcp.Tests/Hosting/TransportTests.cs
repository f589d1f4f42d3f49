using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Hosting;

public sealed class TransportTests
{
    [Fact]
    public async Task A_process_serves_over_standard_input_and_output()
    {
        await using McpClient client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "outreach-mcp.dll"), "--fake", "--api", "mailmark"],
        }));

        (await client.ListToolsAsync()).Select(tool => tool.Name).Should().Contain("mailboxes_list");
        CallToolResult result = await client.CallToolAsync("mailboxes_list");
        result.StructuredContent!.Value.GetProperty("items").GetArrayLength().Should().BePositive();
    }

    [Theory]
    [InlineData(2, "There is no key", "")]
    [InlineData(2, "--nope is no option", "--nope")]
    [InlineData(2, "There is no API 'gmail'", "--fake --api gmail")]
    [InlineData(2, "There is no category 'nope'", "--fake --categories nope")]
    [InlineData(2, "exclude each other", "--fake --read-only --allow-writes")]
    [InlineData(2, "--http takes a whole number", "--fake --http many")]
    [InlineData(2, "--max-result needs a value", "--fake --max-result")]
    [InlineData(2, "--api names nothing", "--fake --api=")]
    [InlineData(2, "--categories names nothing", "--fake --categories ,")]
    [InlineData(2, "--api reachkit needs REACHKIT_API_KEY", "--api reachkit")]
    public async Task A_command_line_that_cannot_be_followed_is_one_line_on_standard_error(int code, string message, string arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        (await McpTool.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), _ => null, output, error, CancellationToken.None)).Should().Be(code);

        error.ToString().Should().StartWith("outreach-mcp: ").And.Contain(message);
        output.ToString().Should().BeEmpty();
    }

    [Theory]
    [InlineData("MARKUS_API_KEY", "mk_live secret")]
    [InlineData("CRM_TOKEN", "a secret")]
    [InlineData("MARKUS_BASE_ADDRESS", "ftp://secret.example")]
    public async Task A_malformed_key_or_address_is_refused_by_its_variable_without_being_shown(string variable, string value)
    {
        using StringWriter error = new();
        Dictionary<string, string> variables = new() { ["MARKUS_API_KEY"] = Keys.Markus, ["CRM_TOKEN"] = "a.b.c", ["CRM_BASE_ADDRESS"] = "https://crm.example/", [variable] = value };

        int code = await McpTool.RunAsync([], variables.GetValueOrDefault, TextWriter.Null, error, CancellationToken.None);

        code.Should().Be(2);
        error.ToString().Should().StartWith($"outreach-mcp: {variable} ").And.NotContain("secret");
    }
}
