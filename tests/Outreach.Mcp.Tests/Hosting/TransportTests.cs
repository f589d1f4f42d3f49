using System.Net;
using System.Text;
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

    [Fact]
    public async Task Streamable_HTTP_serves_several_clients_on_loopback()
    {
        await using OutreachMcpServer server = await OutreachMcpServer.StartAsync(CommandLine.Read(["--fake", "--allow-writes"], _ => null), TextWriter.Null);
        await using HttpHost host = await HttpHost.StartAsync(server, 0, CancellationToken.None);
        await using McpClient first = await ConnectAsync(host);
        await using McpClient second = await ConnectAsync(host);

        await first.CallToolAsync("mailmark_mailboxes_create", new Dictionary<string, object?> { ["address"] = "founder" });

        (await second.ListToolsAsync()).Should().HaveCount(201);
        CallToolResult result = await second.CallToolAsync("mailmark_mailboxes_list");
        AgentSession.Text(result).Should().Contain("founder");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Mcp-Session-Id", "none", HttpStatusCode.NotFound)]
    [InlineData("Accept", "application/json", HttpStatusCode.BadRequest)]
    public async Task HTTP_refuses_strangers_and_requests_without_a_session(string header, string value, HttpStatusCode status)
    {
        await using OutreachMcpServer server = await OutreachMcpServer.StartAsync(CommandLine.Read(["--fake"], _ => null), TextWriter.Null);
        await using HttpHost host = await HttpHost.StartAsync(server, 0, CancellationToken.None);
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, host.Address) { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);

        using HttpResponseMessage response = await http.SendAsync(request);

        response.StatusCode.Should().Be(status);
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

    [Fact]
    public async Task HTTP_stops_at_once_when_it_is_told_to_though_clients_listen()
    {
        await using OutreachMcpServer server = await OutreachMcpServer.StartAsync(CommandLine.Read(["--fake", "--api", "mailmark"], _ => null), TextWriter.Null);
        await using HttpHost host = await HttpHost.StartAsync(server, 0, CancellationToken.None);
        using HttpClient http = new();
        using HttpRequestMessage opening = new(HttpMethod.Post, host.Address) { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""") };
        using HttpResponseMessage opened = await http.SendAsync(opening);
        using HttpRequestMessage listening = new(HttpMethod.Get, host.Address);
        listening.Headers.Add("Mcp-Session-Id", opened.Headers.GetValues("Mcp-Session-Id"));
        using HttpResponseMessage stream = await http.SendAsync(listening, HttpCompletionOption.ResponseHeadersRead);
        stream.StatusCode.Should().Be(HttpStatusCode.OK);
        using CancellationTokenSource stop = new();
        Task running = host.RunAsync(stop.Token);

        await stop.CancelAsync();

        // The web host's patience with open connections is 30 s.
        await running.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Task<McpClient> ConnectAsync(HttpHost host)
        => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = host.Address, TransportMode = HttpTransportMode.StreamableHttp }));
}
