using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Sdk.AspNetCore;

namespace Outreach.Sdk.Tests.Webhooks;

/// <summary>An app that receives webhooks at <c>/hooks/markus</c>, in memory.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_5kQ2vN8rT1xW7yB4mJ9cL3pF6hD0sGzE";
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What the app logged, exceptions included.</summary>
    public LogLines Log => _app.Services.GetRequiredService<LogLines>();

    public IServiceProvider Services => _app.Services;

    public static async Task<Receiver> StartAsync(
        Action<OutreachWebhookBuilder> handlers,
        Action<OutreachWebhookOptions>? options = null,
        Action<IServiceCollection>? services = null,
        bool useMonitor = false)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        LogLines lines = new();
        builder.Services.AddSingleton(lines).AddSingleton<ILoggerProvider>(lines);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        handlers(useMonitor ? app.MapOutreachWebhooks("/hooks/markus") : app.MapOutreachWebhooks("/hooks/markus", o =>
        {
            if (options is null) o.Secrets.Add(Secret);
            else options(o);
        }));
        await app.StartAsync();
        return new Receiver(app);
    }

    public HttpClient Client() => _app.GetTestClient();

    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    public static string Event(string id = "evt_1", string type = "message.opened", string data = """{"id":"m1","status":"opened"}""")
        => $$"""{"id":"{{id}}","type":"{{type}}","created_at":"2026-03-02T09:15:00Z","data":{{data}}}""";

    /// <summary>Posts a body that is signed with a secret.</summary>
    public Task<HttpStatusCode> PostAsync(string body, string secret = Secret) => PostAsync(Encoding.UTF8.GetBytes(body), WebhookVerifier.Sign(Encoding.UTF8.GetBytes(body), secret));

    public async Task<HttpStatusCode> PostAsync(byte[] body, params string[] signatures)
    {
        using HttpClient client = Client();
        using HttpRequestMessage request = new(HttpMethod.Post, "/hooks/markus") { Content = new ByteArrayContent(body) };
        if (signatures.Length > 0) request.Headers.TryAddWithoutValidation(WebhookVerifier.SignatureHeader, signatures);
        using HttpResponseMessage response = await client.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty("an answer tells a stranger nothing");
        return response.StatusCode;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
