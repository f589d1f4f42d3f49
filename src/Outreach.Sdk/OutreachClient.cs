using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Sdk;

/// <summary>
/// The outreach APIs that a key was given for. Safe for use by several threads; make one and keep it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public class OutreachClient : IDisposable
{
    private readonly HttpMessageInvoker? _owned;
    private readonly string _display = nameof(OutreachClient);
    private readonly MarkusClient? _markus;
    private readonly ReachkitClient? _reachkit;
    private readonly MailmarkClient? _mailmark;
    private readonly CrmClient? _crm;

    /// <summary>Makes a client of the API that the key's form names: <c>mk_…</c> is Markus, <c>dm_…</c> is Mailmark.</summary>
    /// <param name="key">The key. It is sent to that API only.</param>
    /// <exception cref="ArgumentException">
    /// The key is blank or of several lines, or its form names no API: Reachkit's keys have no form, and Crm needs a base address.
    /// Set those up by <see cref="OutreachClient(OutreachClientOptions)"/>. The message never holds the key.
    /// </exception>
    public OutreachClient(string key) : this(KeyForm.ToOptions(key)) { }

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="options">The keys and settings; copied.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says what and never holds a key.</exception>
    public OutreachClient(OutreachClientOptions options) : this(options, static _ => new HttpMessageInvoker(NewHandler()), isShared: true, owns: true) { }

    /// <summary>Makes a client on a handler: a proxy, a recorder, or a server in memory.</summary>
    /// <param name="options">The keys and settings; copied.</param>
    /// <param name="handler">What the requests go to. It should not follow redirects, since a key in <c>X-API-Key</c> would follow to another host.</param>
    /// <param name="disposeHandler">Whether the handler ends with the client.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says what and never holds a key.</exception>
    public OutreachClient(OutreachClientOptions options, HttpMessageHandler handler, bool disposeHandler = false)
        : this(options, _ => new HttpMessageInvoker(Checked(handler), disposeHandler), isShared: true, owns: true) { }

    /// <summary>Makes a client on an HttpClient, which stays the caller's.</summary>
    /// <param name="options">The keys and settings; copied.</param>
    /// <param name="httpClient">
    /// What the requests go through. Its base address is not used; its default headers are sent as well; its own timeout (100 s
    /// unless changed) bounds each attempt too. Its handler should not follow redirects.
    /// </param>
    /// <exception cref="ArgumentException">The options are wrong; the message says what and never holds a key.</exception>
    public OutreachClient(OutreachClientOptions options, HttpClient httpClient) : this(options, _ => Checked(httpClient), isShared: true, owns: false) { }

    /// <summary>For mocking.</summary>
    protected OutreachClient() { }

    internal OutreachClient(OutreachClientOptions options, Func<ApiProfile, HttpMessageInvoker> connect, bool isShared, bool owns)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> problems = OptionsCheck.Problems(options);
        if (problems.Count > 0) throw new ArgumentException(string.Join(" ", problems), nameof(options));

        _display = $"{nameof(OutreachClient)}{options.ToString()[nameof(OutreachClientOptions).Length..]}";
        RetryPolicy retry = new(options);
        TimeoutPool timeouts = new(options.TimeProvider);
        ILogger? logger = options.LoggerFactory?.CreateLogger("Outreach.Sdk");
        HttpMessageInvoker? shared = null;
        foreach (ApiOptions api in options.Apis())
        {
            if (!api.IsSet) continue;
            HttpMessageInvoker http = isShared ? shared ??= connect(api.Profile) : connect(api.Profile);
            Credential credential = api switch
            {
                CrmOptions { TokenProvider: { } provider } => new(provider),
                ReachkitOptions reachkit => new(reachkit.ApiKey!, reachkit.KeyPlacement),
                _ => new(api.ApiKey!),
            };
            ApiTransport transport = new(api, credential, options, http, retry, timeouts, logger);
            switch (api)
            {
                case MarkusOptions: _markus = new MarkusClient(transport); break;
                case ReachkitOptions: _reachkit = new ReachkitClient(transport); break;
                case MailmarkOptions: _mailmark = new MailmarkClient(transport); break;
                case CrmOptions crm: _crm = new CrmClient(transport, crm.TenantId); break;
            }
        }

        if (owns) _owned = shared;
    }

    /// <summary>Markus: campaigns, contacts, messages with approval, discovery, webhooks.</summary>
    /// <exception cref="InvalidOperationException">No key was given for it.</exception>
    public virtual MarkusClient Markus => _markus ?? throw Missing(nameof(OutreachClientOptions.Markus), nameof(ApiOptions.ApiKey));

    /// <summary>Reachkit: cold e-mail.</summary>
    /// <exception cref="InvalidOperationException">No key was given for it.</exception>
    public virtual ReachkitClient Reachkit => _reachkit ?? throw Missing(nameof(OutreachClientOptions.Reachkit), nameof(ApiOptions.ApiKey));

    /// <summary>Mailmark: transactional and campaign e-mail, sequences, domain health.</summary>
    /// <exception cref="InvalidOperationException">No key was given for it.</exception>
    public virtual MailmarkClient Mailmark => _mailmark ?? throw Missing(nameof(OutreachClientOptions.Mailmark), nameof(ApiOptions.ApiKey));

    /// <summary>Crm: customers, segments, campaigns, journeys, social posts.</summary>
    /// <exception cref="InvalidOperationException">No key was given for it.</exception>
    public virtual CrmClient Crm => _crm ?? throw Missing(nameof(OutreachClientOptions.Crm), $"{nameof(ApiOptions.ApiKey)} (or {nameof(CrmOptions.TokenProvider)}) and {nameof(ApiOptions.BaseAddress)}");

    /// <summary>Closes connections that the client opened itself.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The APIs that are set up; no key.</summary>
    public override string ToString() => _display;

    /// <summary>Closes connections that the client opened itself.</summary>
    /// <param name="disposing">Whether it was called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _owned?.Dispose();
    }

    internal static SocketsHttpHandler NewHandler() => new()
    {
        // Follows changes of the address; a key must not follow a redirect to another host.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };

    private static T Checked<T>(T given, [CallerArgumentExpression(nameof(given))] string? name = null) where T : class => given ?? throw new ArgumentNullException(name);

    private static InvalidOperationException Missing(string api, string what)
        => new($"{api} is not set up: give {nameof(OutreachClientOptions)}.{api}.{what}.");
}
