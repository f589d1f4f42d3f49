using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Outreach.Mcp;

/// <summary>
/// Streamable HTTP on loopback, by the main package's transport: one endpoint, a session per client. Requests of web pages and for
/// other hosts are refused, since a browser on the machine can reach the port too.
/// </summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private const string SessionHeader = "Mcp-Session-Id";
    private const string VersionHeader = "MCP-Protocol-Version";
    private const string EventStream = "text/event-stream";
    private const int MostSessions = 100;

    // The versions that the protocol library speaks; it keeps its own list to itself.
    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];
    private static readonly MediaTypeHeaderValue EventStreamType = new(EventStream);

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly OutreachMcpServer _server;
    private readonly ConcurrentDictionary<string, HttpSession> _sessions = new(StringComparer.Ordinal);
    private long _count;
    private volatile bool _hasEnded;

    private HttpHost(OutreachMcpServer server, WebApplication app)
    {
        _server = server;
        App = app;
    }

    public WebApplication App { get; }

    /// <summary>The address of the endpoint.</summary>
    public Uri Address => new(new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "mcp");

    /// <summary>The sessions that are open.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Listens on a port of loopback.</summary>
    /// <param name="server">What is served.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="patience">How long calls that are under way have for their answer when the host stops.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<HttpHost> StartAsync(OutreachMcpServer server, int port, TimeSpan patience, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = patience);
        WebApplication app = builder.Build();
        HttpHost host = new(server, app);
        app.Run(host.HandleAsync);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return host;
    }

    /// <summary>Serves until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(stop, App.Lifetime.ApplicationStopping);
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (stopping.Token.Register(stopped.SetResult)) await stopped.Task.ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await App.DisposeAsync().ConfigureAwait(false);
    }

    // First the connections: calls under way still need their sessions. A session that begins all the same sees that it is too late.
    private async Task StopAsync()
    {
        await App.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _hasEnded = true;
        await Task.WhenAll(_sessions.Values.Select(session => EndAsync(session).AsTask())).ConfigureAwait(false);
    }

    private ValueTask EndAsync(HttpSession session) => _sessions.TryRemove(session.Id, out _) ? session.DisposeAsync() : ValueTask.CompletedTask;

    private Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path != "/mcp") return RefuseAsync(context, 404, "The endpoint is /mcp.");
        if (!IsLoopback(context.Request.Host.Host) || (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsLoopback(page.Host))))
            return RefuseAsync(context, 403, "Only programs on this machine may ask.");
        if (context.Request.Headers[VersionHeader].ToString() is { Length: > 0 } version && !Versions.Contains(version))
            return RefuseAsync(context, 400, $"{VersionHeader} names no version that is spoken here; those are {string.Join(", ", Versions)}.");
        switch (context.Request.Method)
        {
            case "POST":
                return PostAsync(context);
            case "DELETE":
                return DeleteAsync(context);
            default:
                // No stream by GET either: the server has nothing to say that is no part of an answer.
                context.Response.Headers.Allow = "POST, DELETE";
                return RefuseAsync(context, 405, "POST or DELETE.");
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        if (context.Request.GetTypedHeaders().Accept is { Count: > 0 } accepted && !accepted.Any(EventStreamType.IsSubsetOf))
        {
            await RefuseAsync(context, 406, $"Answers are {EventStream}.").ConfigureAwait(false);
            return;
        }

        JsonRpcMessage? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync(context.Request.Body, MessageType, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            message = null;
        }

        if (message is null)
        {
            await RefuseAsync(context, 400, "The body is no JSON-RPC message.").ConfigureAwait(false);
            return;
        }

        string id = context.Request.Headers[SessionHeader].ToString();
        HttpSession? session = _sessions.GetValueOrDefault(id);
        if (session is null && id.Length > 0)
        {
            await RefuseAsync(context, 404, "There is no such session: initialize a new one.").ConfigureAwait(false);
            return;
        }

        if (session is null && message is not JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            await RefuseAsync(context, 400, $"Begin with initialize; later requests carry {SessionHeader}.").ConfigureAwait(false);
            return;
        }

        if (session is null) session = await OpenAsync().ConfigureAwait(false);
        else session.Begin(Interlocked.Increment(ref _count));
        context.Response.Headers[SessionHeader] = session.Id;
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Response.ContentType = EventStream;
        try
        {
            if (await session.Transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted).ConfigureAwait(false)) return;
            context.Response.ContentType = null;
            context.Response.StatusCode = 202;
        }
        catch (JsonException)
        {
            // Only initialize is read here; the session that it opened is of no use.
            if (id.Length == 0) await EndAsync(session).ConfigureAwait(false);
            await RefuseAsync(context, 400, "The parameters of initialize are malformed.").ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or ChannelClosedException && !context.RequestAborted.IsCancellationRequested)
        {
            // The session has ended in the meantime.
            if (context.Response.HasStarted) context.Abort();
            else await RefuseAsync(context, 404, "The session has ended: initialize a new one.").ConfigureAwait(false);
        }
        finally
        {
            session.End();
        }
    }

    private async Task DeleteAsync(HttpContext context)
    {
        string id = context.Request.Headers[SessionHeader].ToString();
        if (id.Length == 0)
        {
            await RefuseAsync(context, 400, $"{SessionHeader} says which session ends.").ConfigureAwait(false);
        }
        else if (!_sessions.TryRemove(id, out HttpSession? session))
        {
            await RefuseAsync(context, 404, "There is no such session.").ConfigureAwait(false);
        }
        else
        {
            await session.DisposeAsync().ConfigureAwait(false);
            context.Response.StatusCode = 204;
        }
    }

    // The session's first request has begun.
    private async Task<HttpSession> OpenAsync()
    {
        // Clients that go without a word leave sessions behind; the idle one that was silent longest makes room.
        if (_sessions.Count >= MostSessions && _sessions.Values.Where(session => !session.IsBusy).MinBy(session => session.LastUse) is { } oldest) await EndAsync(oldest).ConfigureAwait(false);
        HttpSession opened = HttpSession.Open(_server, RandomNumberGenerator.GetHexString(32, lowercase: true));
        opened.Begin(Interlocked.Increment(ref _count));
        _sessions[opened.Id] = opened;
        if (_hasEnded) await EndAsync(opened).ConfigureAwait(false);
        return opened;
    }

    private static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host == "[::1]" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Remove(SessionHeader);
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
