using System.Text;

namespace Outreach.Mcp.Tests.Support;

/// <summary>Streamable HTTP by hand: a server, its host, and requests as they go over the wire.</summary>
internal sealed class RawHttp : IAsyncDisposable
{
    public const string SessionHeader = "Mcp-Session-Id";

    private readonly OutreachMcpServer _server;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();

    private RawHttp(OutreachMcpServer server, HttpHost host)
    {
        _server = server;
        Host = host;
        Running = host.RunAsync(_stop.Token);
    }

    public HttpHost Host { get; }

    /// <summary>Ends when the host has stopped.</summary>
    public Task Running { get; }

    /// <summary>Starts on Markus' account, whose requests go to a handler.</summary>
    /// <param name="handler">Takes the place of the network.</param>
    /// <param name="patience">How long a stop waits for calls under way; none for longer than any test.</param>
    public static async Task<RawHttp> StartAsync(HttpMessageHandler handler, TimeSpan? patience = null)
    {
        OutreachMcpServer server = await OutreachMcpServer.StartAsync(new McpSettings { Credentials = Keys.OfMarkus, AllowWrites = true }, TextWriter.Null, handler);
        return new(server, await HttpHost.StartAsync(server, 0, patience ?? TimeSpan.FromMinutes(10), CancellationToken.None));
    }

    /// <summary>Sends a request.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string? body = null, params (string Name, string? Value)[] headers)
    {
        using HttpRequestMessage request = new(method, Host.Address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach ((string name, string? value) in headers)
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }

    /// <summary>Sends a message in a session and gives what comes back.</summary>
    public async Task<(int Status, string Body)> PostAsync(string? session, string message, params (string Name, string? Value)[] headers)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, message, [(SessionHeader, session), .. headers]);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a session.</summary>
    public async Task<(string Id, string Answer)> InitializeAsync(string version = "2025-06-18")
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, $$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"clientInfo":{"name":"t","version":"1"},"capabilities":{},"protocolVersion":"{{{version}}}"} }""");
        response.EnsureSuccessStatusCode();
        return (response.Headers.GetValues(SessionHeader).Single(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>Tells the host to stop.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stop.CancelAsync();
        await Running;
        await Host.DisposeAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}
