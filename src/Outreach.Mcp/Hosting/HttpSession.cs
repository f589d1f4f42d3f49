using ModelContextProtocol.Server;

namespace Outreach.Mcp;

/// <summary>One client's session over HTTP.</summary>
internal sealed class HttpSession : IAsyncDisposable
{
    private readonly McpServer _session;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _run;
    private long _lastUse;

    private HttpSession(string id, StreamableHttpServerTransport transport, McpServer session)
    {
        Id = id;
        Transport = transport;
        _session = session;
        _run = session.RunAsync(_end.Token);
    }

    public string Id { get; }

    public StreamableHttpServerTransport Transport { get; }

    /// <summary>A number that grows from use to use.</summary>
    public long LastUse => Interlocked.Read(ref _lastUse);

    public static HttpSession Open(OutreachMcpServer server, string id)
    {
        StreamableHttpServerTransport transport = new(server.Logging) { SessionId = id };
        return new(id, transport, McpServer.Create(transport, server.Options(), server.Logging));
    }

    public void Touch(long use) => Interlocked.Exchange(ref _lastUse, use);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Transport.DisposeAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _run.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Asked for.
        }

        _end.Dispose();
    }
}
