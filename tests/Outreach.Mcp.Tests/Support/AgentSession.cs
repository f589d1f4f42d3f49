using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;

namespace Outreach.Mcp.Tests.Support;

/// <summary>A server and a real MCP client on the two ends of a pair of pipes.</summary>
internal sealed class AgentSession : IAsyncDisposable
{
    private readonly OutreachMcpServer _server;
    private readonly Task _serving;
    private readonly Pipe _toServer;
    private readonly Pipe _toClient;

    private AgentSession(OutreachMcpServer server, Task serving, McpClient client, Pipe toServer, Pipe toClient, LogWriter log)
    {
        _toServer = toServer;
        _toClient = toClient;
        _server = server;
        _serving = serving;
        Client = client;
        Log = log;
    }

    public McpClient Client { get; }

    /// <summary>What goes to standard error, a little later than it happens.</summary>
    public LogWriter Log { get; }

    public OutreachFake Fake => _server.Fake!;

    public ToolCatalog Catalog => _server.Catalog;

    /// <summary>Starts on the reference server inside.</summary>
    public static Task<AgentSession> FakeAsync(params string[] arguments) => StartAsync(CommandLine.Read(["--fake", .. arguments], _ => null));

    /// <summary>Starts on accounts whose requests go to a handler.</summary>
    public static Task<AgentSession> LiveAsync(HttpMessageHandler handler, Credentials credentials, Func<McpSettings, McpSettings>? change = null)
    {
        McpSettings settings = new() { Credentials = credentials, AllowWrites = true };
        return StartAsync(change is null ? settings : change(settings), handler);
    }

    /// <summary>Starts with settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="handler">Takes the place of the network.</param>
    /// <param name="isLogFull">Whether nobody reads the log.</param>
    public static async Task<AgentSession> StartAsync(McpSettings settings, HttpMessageHandler? handler = null, bool isLogFull = false)
    {
        LogWriter log = new(isLogFull);
        OutreachMcpServer server = await OutreachMcpServer.StartAsync(settings, log, handler);
        Pipe toServer = new();
        Pipe toClient = new();
        Task serving = McpTool.ServeAsync(server, toServer.Reader.AsStream(), toClient.Writer.AsStream(), CancellationToken.None);
        McpClient client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
        return new(server, serving, client, toServer, toClient, log);
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">Its arguments as JSON.</param>
    /// <param name="progress">Told about progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CallToolResult> CallAsync(string tool, string arguments = "{}", IProgress<ProgressNotificationValue>? progress = null, CancellationToken cancellationToken = default)
        => await Client.CallToolAsync(tool, JsonElement.Parse(arguments).EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value), progress, cancellationToken: cancellationToken);

    /// <summary>Calls a tool that must succeed, and gives its result.</summary>
    public async Task<JsonElement> DoAsync(string tool, string arguments = "{}")
    {
        CallToolResult result = await CallAsync(tool, arguments);
        result.IsError.Should().NotBe(true, Text(result));
        return result.StructuredContent ?? default;
    }

    /// <summary>Calls a tool that must fail, and gives the text.</summary>
    public async Task<string> FailAsync(string tool, string arguments = "{}")
    {
        CallToolResult result = await CallAsync(tool, arguments);
        result.IsError.Should().Be(true, Text(result));
        result.StructuredContent.Should().BeNull("clients hold structured content against the output schema");
        return Text(result);
    }

    public static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public async ValueTask DisposeAsync()
    {
        // As when a client's process ends: its end of the pipes closes, and the server comes to its end.
        await _toServer.Writer.CompleteAsync();
        await _serving;
        await _toClient.Writer.CompleteAsync();
        await Client.DisposeAsync();
        await _server.DisposeAsync();
    }
}
