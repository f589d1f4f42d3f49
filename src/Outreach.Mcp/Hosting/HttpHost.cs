using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
    private const int MostSessions = 100;

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly OutreachMcpServer _server;
    private readonly ConcurrentDictionary<string, HttpSession> _sessions = new(StringComparer.Ordinal);
    private long _count;

    private HttpHost(OutreachMcpServer server, WebApplication app)
    {
        _server = server;
        App = app;
    }

    public WebApplication App { get; }

    /// <summary>The address of the endpoint.</summary>
    public Uri Address => new(new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "mcp");

    /// <summary>Listens on a port of loopback; 0 for a free one.</summary>
    public static async Task<HttpHost> StartAsync(OutreachMcpServer server, int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        // A stream that begins while the sessions end is cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
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
        // Clients keep a stream open on which they listen; the web host would wait for its end as long as it can.
        await EndSessionsAsync().ConfigureAwait(false);
        await App.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await EndSessionsAsync().ConfigureAwait(false);
        await App.DisposeAsync().ConfigureAwait(false);
    }

    private async Task EndSessionsAsync()
    {
        foreach (HttpSession session in _sessions.Values)
            if (_sessions.TryRemove(session.Id, out _)) await session.DisposeAsync().ConfigureAwait(false);
    }

    private Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path != "/mcp") return RefuseAsync(context, 404, "The endpoint is /mcp.");
        if (!IsLoopback(context.Request.Host.Host) || (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsLoopback(page.Host))))
            return RefuseAsync(context, 403, "Only programs on this machine may ask.");
        return context.Request.Method switch
        {
            "POST" => PostAsync(context),
            "GET" => GetAsync(context),
            "DELETE" => DeleteAsync(context),
            _ => RefuseAsync(context, 405, "POST, GET or DELETE."),
        };
    }

    private async Task PostAsync(HttpContext context)
    {
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

        HttpSession? session = Find(context);
        if (session is null && context.Request.Headers.ContainsKey(SessionHeader))
        {
            await RefuseAsync(context, 404, "There is no such session: initialize a new one.").ConfigureAwait(false);
            return;
        }

        if (session is null && message is not JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            await RefuseAsync(context, 400, $"Begin with initialize; later requests carry {SessionHeader}.").ConfigureAwait(false);
            return;
        }

        session ??= await OpenAsync().ConfigureAwait(false);
        context.Response.Headers[SessionHeader] = session.Id;
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Response.ContentType = "text/event-stream";
        if (await session.Transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted).ConfigureAwait(false)) return;
        context.Response.ContentType = null;
        context.Response.StatusCode = 202;
    }

    private async Task GetAsync(HttpContext context)
    {
        if (Find(context) is not { } session)
        {
            await RefuseAsync(context, 404, "There is no such session.").ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            await session.Transport.HandleGetRequestAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }

    private async Task DeleteAsync(HttpContext context)
    {
        if (Find(context) is { } session && _sessions.TryRemove(session.Id, out _)) await session.DisposeAsync().ConfigureAwait(false);
        context.Response.StatusCode = 204;
    }

    private HttpSession? Find(HttpContext context)
    {
        HttpSession? session = _sessions.GetValueOrDefault(context.Request.Headers[SessionHeader].ToString());
        session?.Touch(Interlocked.Increment(ref _count));
        return session;
    }

    private async Task<HttpSession> OpenAsync()
    {
        // Clients that go without a word leave sessions behind; the one that was silent longest makes room.
        if (_sessions.Count >= MostSessions && _sessions.Values.MinBy(session => session.LastUse) is { } oldest && _sessions.TryRemove(oldest.Id, out _))
            await oldest.DisposeAsync().ConfigureAwait(false);
        HttpSession opened = HttpSession.Open(_server, RandomNumberGenerator.GetHexString(32, lowercase: true));
        opened.Touch(Interlocked.Increment(ref _count));
        _sessions[opened.Id] = opened;
        return opened;
    }

    private static bool IsLoopback(string host) => host is "localhost" or "[::1]" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
