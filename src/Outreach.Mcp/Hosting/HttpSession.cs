using ModelContextProtocol.Server;

namespace Outreach.Mcp;

/// <summary>One client's session over HTTP.</summary>
internal sealed class HttpSession : IAsyncDisposable
{
    private readonly McpServer _session;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _run;
    private long _lastUse;
    private int _calls;

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

    /// <summary>Whether a request is under way.</summary>
    public bool IsBusy => Volatile.Read(ref _calls) > 0;

    public static HttpSession Open(OutreachMcpServer server, string id)
    {
        StreamableHttpServerTransport transport = new(server.Logging) { SessionId = id };
        return new(id, transport, McpServer.Create(transport, server.Options(), server.Logging));
    }

    /// <summary>A request begins.</summary>
    /// <param name="use">The number of the use.</param>
    public void Begin(long use)
    {
        Interlocked.Increment(ref _calls);
        Interlocked.Exchange(ref _lastUse, use);
    }

    /// <summary>A request ends.</summary>
    public void End() => Interlocked.Decrement(ref _calls);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Transport.DisposeAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
        // However it ended: nobody is left whom it would concern.
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }
}
