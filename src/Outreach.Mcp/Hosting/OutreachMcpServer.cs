using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Outreach.FakeServer;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>What is served: the tools of the accounts or of the reference server, resources and prompts, for any number of sessions.</summary>
internal sealed class OutreachMcpServer : IAsyncDisposable
{
    private readonly ToolCatalog _catalog;
    private readonly ApiConnection _connection;
    private readonly ToolCaller _caller;
    private readonly FakeTools? _fakeTools;
    private readonly OutreachFake? _fake;
    private readonly ContractResources _resources;
    private readonly OutreachPrompts _prompts;
    private readonly bool _asksScopes;

    private OutreachMcpServer(McpSettings settings, IReadOnlyList<string> apis, string? tenantId, OutreachClient client, OutreachFake? fake, TimeProvider time, ILoggerFactory logging)
    {
        Redactor redactor = new(settings.Credentials.Secrets);
        Logging = logging;
        _fake = fake;
        _catalog = new ToolCatalog(settings, apis, tenantId);
        _connection = new ApiConnection(client);
        _caller = new ToolCaller(_catalog, _connection, new ToolErrors(_catalog, time, hasClock: fake is not null && !settings.ReadOnly), redactor, settings.MaxResult);
        _fakeTools = fake is null ? null : new FakeTools(fake, _catalog, settings.ReadOnly, redactor, settings.MaxResult);
        _resources = new ContractResources(apis);
        _prompts = new OutreachPrompts(_catalog, fake is not null);
        _asksScopes = apis.Contains("markus");
    }

    /// <summary>The version of the tool.</summary>
    public static string Version { get; } = typeof(OutreachMcpServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Where the sessions log to.</summary>
    public ILoggerFactory Logging { get; }

    /// <summary>The operations of the served APIs.</summary>
    public ToolCatalog Catalog => _catalog;

    /// <summary>The reference server; null when live accounts are served.</summary>
    public OutreachFake? Fake => _fake;

    /// <summary>Starts what the settings ask for.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="error">Where the log goes.</param>
    /// <param name="handler">Takes the place of the network; null for the network.</param>
    /// <exception cref="UsageException">The settings contradict each other, or a key or address is malformed.</exception>
    public static async Task<OutreachMcpServer> StartAsync(McpSettings settings, TextWriter error, HttpMessageHandler? handler = null)
    {
        ILoggerFactory logging = LoggerFactory.Create(builder => builder
            .SetMinimumLevel(settings.Verbose ? LogLevel.Debug : LogLevel.Warning)
            .AddProvider(new StderrLoggerProvider(error, new Redactor(settings.Credentials.Secrets))));
        if (settings.Fake)
        {
            OutreachFake fake = await OutreachFake.StartAsync().ConfigureAwait(false);
            // Inboxes are connected in Reachkit's own app: without one an agent could send nothing.
            fake.Reachkit.AddInbox(new ReachkitInboxSetup { Email = "sam@outreach.example", FirstName = "Sam", LastName = "Reyes" });
            string? tenantId = null;
            OutreachClient inside = fake.CreateClient(options =>
            {
                options.LoggerFactory = logging;
                tenantId = options.Crm.TenantId;
            });
            return new(settings, settings.Apis.Count > 0 ? [.. McpSettings.AllApis.Intersect(settings.Apis)] : McpSettings.AllApis, tenantId, inside, fake, fake.Clock, logging);
        }

        string[] apis = [.. settings.Credentials.Apis.Where(api => settings.Apis.Count == 0 || settings.Apis.Contains(api))];
        // Agents' clients give up after about a minute: a longer wait is told instead of waited.
        OutreachClientOptions live = new() { LoggerFactory = logging, MaxRetryDelay = TimeSpan.FromSeconds(20) };
        settings.Credentials.Apply(live, apis);
        try
        {
            OutreachClient client = handler is null ? new OutreachClient(live) : new OutreachClient(live, handler);
            return new(settings, apis, settings.Credentials.CrmTenantId, client, null, TimeProvider.System, logging);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(Credentials.InVariables(e.Message.Split(" (Parameter", 2)[0]));
        }
    }

    /// <summary>The options of a session.</summary>
    public McpServerOptions Options() => new()
    {
        ServerInfo = new Implementation { Name = "outreach-mcp", Title = _fake is null ? "Outreach" : "Outreach (reference server)", Version = Version },
        ServerInstructions = Instructions(),
        Capabilities = new ServerCapabilities { Tools = new(), Resources = new(), Prompts = new() },
        Filters = new McpServerFilters { Message = new McpMessageFilters { IncomingFilters = [IncomingMessages.Guard] } },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = async (request, cancellationToken) => new ListToolsResult { Tools = [.. await ToolsAsync().ConfigureAwait(false)] },
            CallToolHandler = (request, cancellationToken) => new ValueTask<CallToolResult>(CallAsync(request, cancellationToken)),
            ListResourcesHandler = (request, cancellationToken) => ValueTask.FromResult(new ListResourcesResult { Resources = [.. _resources.List] }),
            ListResourceTemplatesHandler = (request, cancellationToken) => ValueTask.FromResult(new ListResourceTemplatesResult { ResourceTemplates = [] }),
            ReadResourceHandler = (request, cancellationToken) => ValueTask.FromResult(_resources.Read(request.Params?.Uri)),
            ListPromptsHandler = (request, cancellationToken) => ValueTask.FromResult(new ListPromptsResult { Prompts = [.. _prompts.List] }),
            GetPromptHandler = (request, cancellationToken) => ValueTask.FromResult(_prompts.Get(request.Params?.Name, Texts(request.Params?.Arguments))),
        },
    };

    /// <summary>The tools that are shown.</summary>
    public async Task<IReadOnlyList<Tool>> ToolsAsync()
    {
        IReadOnlyCollection<string>? scopes = _asksScopes ? await _connection.ScopesAsync().ConfigureAwait(false) : null;
        IEnumerable<Tool> tools = _catalog.Shown(scopes).Select(tool => tool.Tool);
        return [.. _fakeTools is null ? tools : tools.Concat(_fakeTools.Shown)];
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        if (_fake is not null) await _fake.DisposeAsync().ConfigureAwait(false);
        Logging.Dispose();
    }

    private async Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        string name = request.Params?.Name ?? "";
        JsonElement arguments = Arguments(request.Params?.Arguments);
        if (_fakeTools is not null && FakeTools.Has(name)) return await _fakeTools.CallAsync(name, arguments, cancellationToken).ConfigureAwait(false);
        if (_catalog.Find(name) is not { } tool)
        {
            string[] near = [.. ToolNames.Nearest(name, (await ToolsAsync().ConfigureAwait(false)).Select(shown => shown.Name))];
            throw new McpProtocolException($"Unknown tool. {(near.Length > 0 ? $"Nearest: {string.Join(", ", near)}." : "tools/list shows those that there are.")}", McpErrorCode.InvalidParams);
        }

        ProgressToken? token = request.Params!.ProgressToken;
        return await _caller.CallAsync(tool, arguments, async progress =>
        {
            if (token is not { } wanted) return;
            await request.Server.NotifyProgressAsync(wanted, new ProgressNotificationValue { Progress = progress.Done, Total = progress.Total, Message = progress.Message }, cancellationToken: cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    private static JsonElement Arguments(IDictionary<string, JsonElement>? arguments)
        => JsonSerializer.SerializeToElement(arguments ?? new Dictionary<string, JsonElement>());

    private static Dictionary<string, string> Texts(IDictionary<string, JsonElement>? arguments)
        => arguments?.ToDictionary(argument => argument.Key, argument => argument.Value.ToString()) ?? [];

    private string Instructions()
    {
        string apis = string.Join(", ", _catalog.Apis);
        string what = _fake is null ? $"Live accounts of: {apis}." : $"A reference server in memory of: {apis}. Nothing leaves the machine; time passes only with fake_advance_clock. Recipients whose address holds +open, +click, +reply, +bounce or +unsubscribe do so.";
        return $"{what} Tools are named after the operations of the APIs; what sends, charges or deletes is marked destructive. Errors carry a 'Next' line: follow it. How an API behaves is in the resource outreach://API/behaviour, its error codes in outreach://API/errors.";
    }
}
