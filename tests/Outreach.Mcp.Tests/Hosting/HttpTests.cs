using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Hosting;

/// <summary>Streamable HTTP as the protocol describes it (revision 2025-06-18, basic/transports).</summary>
public sealed class HttpTests
{
    private const string Ping = """{"jsonrpc":"2.0","id":2,"method":"ping"}""";
    private const string Call = """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"campaigns_get","arguments":{"campaign_id":"c1"}}}""";

    // Longer than any machine needs: it only turns a hang into a failure.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Several_clients_are_served()
    {
        await using OutreachMcpServer server = await OutreachMcpServer.StartAsync(CommandLine.Read(["--fake", "--allow-writes"], _ => null), TextWriter.Null);
        await using HttpHost host = await HttpHost.StartAsync(server, 0, Hang, CancellationToken.None);
        await using McpClient first = await ConnectAsync(host);
        await using McpClient second = await ConnectAsync(host);

        await first.CallToolAsync("mailmark_mailboxes_create", new Dictionary<string, object?> { ["address"] = "founder" });

        (await second.ListToolsAsync()).Should().HaveCount(201);
        CallToolResult result = await second.CallToolAsync("mailmark_mailboxes_list");
        AgentSession.Text(result).Should().Contain("founder");

        static Task<McpClient> ConnectAsync(HttpHost host)
            => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = host.Address, TransportMode = HttpTransportMode.StreamableHttp }));
    }

    [Theory]
    [InlineData(403, "Origin", "https://evil.example")]
    [InlineData(403, "Origin", "http://localhost.evil.example")]
    [InlineData(403, "Origin", "null")]
    [InlineData(403, "Host", "evil.example")]
    [InlineData(403, "Host", "0.0.0.0")]
    [InlineData(404, "Mcp-Session-Id", "none")]
    [InlineData(406, "Accept", "application/json")]
    [InlineData(400, "MCP-Protocol-Version", "1999-01-01")]
    [InlineData(400, "Accept", "application/json, text/event-stream")]
    [InlineData(400, "Accept", "*/*")]
    [InlineData(400, "Origin", "http://localhost:6274")]
    [InlineData(400, "Host", "LocalHost")]
    public async Task Strangers_are_refused_and_so_are_requests_without_a_session(int status, string header, string value)
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));

        (await http.PostAsync(null, Ping, (header, value))).Status.Should().Be(status);

        http.Host.Sessions.Should().Be(0);
    }

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task A_version_that_the_library_speaks_may_stand_in_the_header(string version)
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));

        (string session, string answer) = await http.InitializeAsync(version);

        Version(answer).Should().Be(version);
        (await http.PostAsync(session, Ping, ("MCP-Protocol-Version", version))).Status.Should().Be(200);
    }

    [Fact]
    public async Task The_version_that_is_offered_to_a_client_of_the_future_may_stand_in_the_header()
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));

        (string session, string answer) = await http.InitializeAsync("2999-01-01");

        (await http.PostAsync(session, Ping, ("MCP-Protocol-Version", Version(answer)))).Status.Should().Be(200);
        (await http.PostAsync(session, Ping, ("MCP-Protocol-Version", "2999-01-01"))).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task What_is_neither_POST_nor_DELETE_is_not_offered(string method)
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));
        (string session, _) = await http.InitializeAsync();

        using HttpResponseMessage response = await http.SendAsync(new HttpMethod(method), null, (RawHttp.SessionHeader, session), ("Accept", "text/event-stream"));

        ((int)response.StatusCode).Should().Be(405);
        response.Content.Headers.Allow.Should().Equal("POST", "DELETE");
    }

    [Fact]
    public async Task A_session_ends_with_DELETE()
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));
        (string session, _) = await http.InitializeAsync();

        (await DeleteAsync(null)).Should().Be(400);
        (await DeleteAsync("none")).Should().Be(404);
        (await DeleteAsync(session)).Should().Be(204);
        (await DeleteAsync(session)).Should().Be(404);
        (await http.PostAsync(session, Ping)).Status.Should().Be(404);
        http.Host.Sessions.Should().Be(0);

        async Task<int> DeleteAsync(string? id)
        {
            using HttpResponseMessage response = await http.SendAsync(HttpMethod.Delete, null, (RawHttp.SessionHeader, id));
            return (int)response.StatusCode;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1}")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":5}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":5}}""")]
    public async Task A_body_that_is_no_message_is_refused_and_leaves_no_session_behind(string body)
    {
        await using RawHttp http = await RawHttp.StartAsync(new StubHandler(200, "{}"));

        (await http.PostAsync(null, body)).Status.Should().Be(400);

        http.Host.Sessions.Should().Be(0);
    }

    [Fact]
    public async Task A_stop_lets_a_call_that_is_under_way_have_its_answer()
    {
        WaitingHandler service = new();
        await using RawHttp http = await RawHttp.StartAsync(service);
        (string session, _) = await http.InitializeAsync();
        TaskCompletionSource stopping = new();
        using CancellationTokenRegistration registration = http.Host.App.Lifetime.ApplicationStopping.Register(stopping.SetResult);

        Task<(int Status, string Body)> call = http.PostAsync(session, Call);
        await service.Arrived.WaitAsync(Hang);
        await http.StopAsync();
        await stopping.Task.WaitAsync(Hang);
        service.Answer();

        (await call.WaitAsync(Hang)).Body.Should().Contain("the-answer");
        await http.Running.WaitAsync(Hang);
        http.Host.Sessions.Should().Be(0);
    }

    [Fact]
    public async Task A_stop_breaks_off_a_call_that_does_not_end()
    {
        WaitingHandler service = new();
        await using RawHttp http = await RawHttp.StartAsync(service, TimeSpan.FromMilliseconds(1));
        (string session, _) = await http.InitializeAsync();

        Task<(int Status, string Body)> call = http.PostAsync(session, Call);
        await service.Arrived.WaitAsync(Hang);
        await http.StopAsync();

        await http.Running.WaitAsync(Hang);
        await service.Cancelled.WaitAsync(Hang);
        http.Host.Sessions.Should().Be(0);
        await BrokenOffAsync(call);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_keeps_nobody_waiting()
    {
        WaitingHandler service = new();
        await using RawHttp http = await RawHttp.StartAsync(service);
        (string session, _) = await http.InitializeAsync();

        Task<(int Status, string Body)> call = http.PostAsync(session, Call);
        await service.Arrived.WaitAsync(Hang);
        (await http.PostAsync(session, """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}}""")).Status.Should().Be(202);

        await service.Cancelled.WaitAsync(Hang);
        (await call.WaitAsync(Hang)).Should().Be((200, ""));
    }

    [Fact]
    public async Task A_session_that_ends_breaks_off_its_calls()
    {
        WaitingHandler service = new();
        await using RawHttp http = await RawHttp.StartAsync(service);
        (string session, _) = await http.InitializeAsync();

        Task<(int Status, string Body)> call = http.PostAsync(session, Call);
        await service.Arrived.WaitAsync(Hang);
        using HttpResponseMessage ended = await http.SendAsync(HttpMethod.Delete, null, (RawHttp.SessionHeader, session)).WaitAsync(Hang);

        ((int)ended.StatusCode).Should().Be(204);
        await service.Cancelled.WaitAsync(Hang);
        await BrokenOffAsync(call);
    }

    [Fact]
    public async Task Of_too_many_sessions_the_one_that_was_silent_longest_makes_room_unless_it_waits_for_an_answer()
    {
        WaitingHandler service = new();
        await using RawHttp http = await RawHttp.StartAsync(service);
        (string busy, _) = await http.InitializeAsync();
        Task<(int Status, string Body)> call = http.PostAsync(busy, Call);
        await service.Arrived.WaitAsync(Hang);
        (string silent, _) = await http.InitializeAsync();

        for (int i = 0; i < 99; i++) await http.InitializeAsync();

        http.Host.Sessions.Should().Be(100);
        (await http.PostAsync(silent, Ping)).Status.Should().Be(404);
        service.Answer();
        (await call.WaitAsync(Hang)).Body.Should().Contain("the-answer");
    }

    // The connection breaks, or the stream ends without an answer, whatever comes first.
    private static async Task BrokenOffAsync(Task<(int Status, string Body)> call)
    {
        try
        {
            (await call.WaitAsync(Hang)).Body.Should().BeEmpty();
        }
        catch (HttpRequestException)
        {
            // Broken.
        }
    }

    private static string Version(string answer)
        => JsonElement.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).GetProperty("result").GetProperty("protocolVersion").GetString()!;
}
