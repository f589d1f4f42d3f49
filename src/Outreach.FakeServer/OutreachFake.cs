using System.Globalization;
using System.Text.Json;
using Outreach.FakeServer.Mailmark;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>
/// One world of the four outreach APIs in memory: clock, keys, faults, journal, outbox, recipients and webhooks. Worlds share
/// nothing, so a world per test costs next to nothing and tests run side by side.
/// </summary>
public sealed class OutreachFake : IAsyncDisposable
{
    /// <summary>The address below which the APIs of a fake in the process live; nothing listens there.</summary>
    public static readonly Uri BaseAddress = new("http://outreach.fake/");

    private static int _records;

    private int _disposed;

    internal OutreachFake(FakeOptions options) => World = new World(options);

    /// <summary>The world's clock: the only thing that lets time pass.</summary>
    public VirtualClock Clock => World.Clock;

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults => World.Faults;

    /// <summary>What was asked and answered.</summary>
    public Journal Journal => World.Journal;

    /// <summary>What was sent.</summary>
    public Outbox Outbox => World.Outbox;

    /// <summary>How those who were written to behave.</summary>
    public Recipients Recipients => World.Recipients;

    /// <summary>Where webhooks go.</summary>
    public WebhookHub Webhooks => World.Webhooks;

    /// <summary>Test control of the Markus API.</summary>
    public Markus.MarkusFake Markus => World.Modules.OfType<Markus.MarkusModule>().Single().Fake;

    /// <summary>How the world was set up.</summary>
    public FakeOptions Options => World.Options;

    /// <summary>Test control of Mailmark.</summary>
    public Mailmark.MailmarkFake Mailmark => field ??= new Mailmark.MailmarkFake(World.Modules.OfType<Mailmark.MailmarkModule>().Single().Service);

    /// <summary>Test control of Reachkit.</summary>
    public Reachkit.ReachkitFake Reachkit => field ??= new Reachkit.ReachkitFake(World);

    /// <summary>Test control of the CRM.</summary>
    public Crm.CrmFake Crm => field ??= new Crm.CrmFake(World);

    internal World World { get; }

    /// <summary>Makes a world.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">An option is out of bounds; the message names it.</exception>
    public static Task<OutreachFake> StartAsync(FakeOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new FakeOptions();
        if (options.Start.UtcDateTime.Year is < 1970 or > 9000) throw new ArgumentException($"Start: {Rfc3339.WriteExact(options.Start)} is not in the years 1970 to 9000.", nameof(options));
        if (options.Speed is not (>= 0.001 and <= 1e6)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Speed: {options.Speed} is not from 0.001 to 1000000."), nameof(options));
        if (!Enum.IsDefined(options.ClockMode)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"ClockMode: {(int)options.ClockMode} is none of {string.Join(", ", Enum.GetNames<ClockMode>())}."), nameof(options));
        if (options.MailmarkLinkAddress is { } links && !MailmarkFake.IsSite(links)) throw new ArgumentException($"MailmarkLinkAddress: '{links}' is no http address that links can lead to.", nameof(options));
        if (options.JournalCapacity < 0) throw new ArgumentException($"JournalCapacity: {options.JournalCapacity} is below 0.", nameof(options));
        if (options.MaxRequestBody < 0) throw new ArgumentException($"MaxRequestBody: {options.MaxRequestBody} is below 0.", nameof(options));
        return Task.FromResult(new OutreachFake(options));
    }

    /// <summary>
    /// A client of all four APIs of this world: the default accounts' keys, waits on <see cref="Clock"/>, no socket.
    /// </summary>
    /// <param name="configure">Changes the options before the client is made, such as another key.</param>
    public OutreachClient CreateClient(Action<OutreachClientOptions>? configure = null)
    {
        OutreachClientOptions options = new() { TimeProvider = Clock };
        foreach (ApiModule module in World.Modules)
        {
            ApiOptions api = module.Name switch
            {
                "markus" => options.Markus,
                "reachkit" => options.Reachkit,
                "mailmark" => options.Mailmark,
                _ => options.Crm,
            };
            api.ApiKey = module.DefaultKey;
            api.BaseAddress = AddressOf(module);
        }

        options.Crm.TenantId = World.Modules.Single(module => module.Name == "crm").DefaultTenant;
        configure?.Invoke(options);
        return new OutreachClient(options, CreateHandler(), disposeHandler: true);
    }

    /// <summary>An HttpClient whose base address is that of one API, for code that speaks HTTP itself.</summary>
    /// <param name="api">The API: <c>markus</c>, <c>reachkit</c>, <c>mailmark</c> or <c>crm</c>.</param>
    /// <param name="scopes">The scopes of its key, as <see cref="CreateKey"/> takes them; none for the default account's key.</param>
    /// <exception cref="ArgumentException">There is no such API, or it has no such scope.</exception>
    public HttpClient CreateHttpClient(string api, params IReadOnlyList<string> scopes) => CreateHttpClientWithKey(api, CreateKey(api, scopes));

    /// <summary>The same with a key of your own, which goes as Bearer token.</summary>
    /// <param name="api">The API: <c>markus</c>, <c>reachkit</c>, <c>mailmark</c> or <c>crm</c>.</param>
    /// <param name="key">The key; null for none.</param>
    /// <exception cref="ArgumentException">There is no such API.</exception>
    public HttpClient CreateHttpClientWithKey(string api, string? key)
    {
        HttpClient client = new(CreateHandler()) { BaseAddress = AddressOf(World.Module(api)) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>A handler that serves requests from this world, for an HttpClient of your own or as the primary handler of a named one.</summary>
    public FakeHttpMessageHandler CreateHandler() => new(this);

    /// <summary>Makes a key of an API's default account.</summary>
    /// <param name="api">The API: <c>markus</c>, <c>reachkit</c>, <c>mailmark</c> or <c>crm</c>.</param>
    /// <param name="scopes">The key's scopes; none for the default key, which may do everything.</param>
    /// <exception cref="ArgumentException">There is no such API, or it has no such scope.</exception>
    public string CreateKey(string api, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ApiModule module = World.Module(api);
        if (scopes.Count == 0) return module.DefaultKey;
        if (scopes.FirstOrDefault(scope => !module.Scopes.Contains(scope, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException(module.Scopes.Count == 0 ? $"Keys of {api} know no scopes." : $"{api} has no scope '{unknown}'; its scopes are {string.Join(", ", module.Scopes)}.", nameof(scopes));
        lock (World.Gate) return module.CreateKey(scopes);
    }

    /// <summary>Puts things into the world that tests begin with, as a JSON document says; all of them or none.</summary>
    /// <param name="json">The document: see the testing guide, or the control API's <c>/_fake/v1/fixtures</c>.</param>
    /// <returns>A JSON object: under <c>results</c> the answers of the document's calls by their names, under each API the ids that were given.</returns>
    /// <exception cref="FormatException">The document cannot be taken; the message names the place and the reason.</exception>
    public string LoadFixtures(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FixtureDocument.Load(this, json);
    }

    /// <summary>Serves one request.</summary>
    public ValueTask<FakeResponse> HandleAsync(FakeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Engine.HandleAsync(World, request, cancellationToken);
    }

    /// <summary>Waits until every webhook that is under way has been delivered.</summary>
    public Task SettleAsync(CancellationToken cancellationToken = default) => World.SettleAsync(cancellationToken);

    /// <summary>
    /// Takes the whole world as it is: clock, ids, faults with what they met, and recipients' rules included. Webhooks on their way are no
    /// part of it: <see cref="SettleAsync"/> before, where there are any.
    /// </summary>
    public FakeSnapshot Snapshot() => new(Options.Seed, World.Capture());

    /// <summary>
    /// Puts the world back to what it was; a snapshot may be restored any number of times. The journal, <see cref="Options"/>,
    /// the receivers of webhooks and what was injected into them stay as they are.
    /// </summary>
    /// <param name="snapshot">A snapshot of this world, or of another one with the same seed.</param>
    /// <exception cref="ArgumentException">It is of a world with another seed, whose ids mean nothing here.</exception>
    public void Restore(FakeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Seed != Options.Seed) throw new ArgumentException($"The snapshot is of a world with seed {snapshot.Seed}, not {Options.Seed}; ids would not fit.", nameof(snapshot));
        lock (World.Gate)
        {
            World.Restore(snapshot.Parts);
            World.Recorder.Forget();
            World.Webhooks.Forget();
        }
    }

    /// <summary>A second world that begins as this one is now, and goes its own way.</summary>
    public OutreachFake Fork()
    {
        OutreachFake fork = new(World.Options);
        fork.World.Restore(World.Capture());
        return fork;
    }

    /// <summary>Writes the record of this run, and gives the command that replays it: the same requests, the same answers byte by byte.</summary>
    /// <param name="path">The file to write; null for one in the temporary directory.</param>
    /// <remarks>
    /// The record begins with the world's state before the first request and holds the requests, the clock's moves, faults,
    /// recipients' rules and outcomes of webhooks. What test code does past those, such as putting a message into an inbox by
    /// hand after the first request, is not in it. Keys that are not the fake's own are replaced by stand-ins.
    /// </remarks>
    public string ReproCommand(string? path = null)
    {
        path ??= Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"outreach-repro-{Options.Seed}-{Environment.ProcessId}-{Interlocked.Increment(ref _records)}.json"));
        using (FileStream stream = File.Create(path)) WriteRecord(stream);
        return $"outreach-fake replay \"{path}\"";
    }

    /// <summary>Writes the record of this run, as <see cref="ReproCommand"/> does, to a stream.</summary>
    public void WriteRecord(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReproFile.Write(stream, World);
    }

    /// <summary>Replays a record in a world of its own.</summary>
    /// <param name="record">What <see cref="WriteRecord"/> wrote.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <exception cref="FormatException">It is no such record; the message says where.</exception>
    public static async Task<ReplayResult> ReplayAsync(Stream record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(record, default, cancellationToken).ConfigureAwait(false);
            return await ReproFile.ReplayAsync(document.RootElement, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The record is cut or no JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
    }

    /// <summary>What of <see cref="FakeOptions.FailOn"/> happened so far, webhooks under way included; looking at it changes nothing.</summary>
    internal async Task<Failures> FailuresAsync(CancellationToken cancellationToken = default)
    {
        if (Options.FailOn.HasFlag(FailOn.UnobservedWebhookFailure)) await SettleAsync(cancellationToken).ConfigureAwait(false);
        return FailuresSoFar();
    }

    /// <summary>What of <see cref="FakeOptions.FailOn"/> happened so far.</summary>
    internal Failures FailuresSoFar()
    {
        List<Failure> found;
        int more;
        lock (World.Gate) (found, more) = ([.. World.Diagnostics.Found], World.Diagnostics.More);
        if (Options.FailOn.HasFlag(FailOn.UnobservedWebhookFailure))
            found.AddRange(Webhooks.UnobservedFailures().Select(delivery => new Failure(FailOn.UnobservedWebhookFailure, $"webhook failure that nobody looked at: {delivery}")));
        return new Failures(found, more);
    }

    /// <summary>Forgets what of <see cref="FakeOptions.FailOn"/> happened so far.</summary>
    internal void ForgetFailures()
    {
        lock (World.Gate) World.Diagnostics.Clear();
        Webhooks.Observe();
    }

    /// <summary>Ends the world.</summary>
    /// <exception cref="FakeAssertionException">Something happened that <see cref="FakeOptions.FailOn"/> names.</exception>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return ValueTask.CompletedTask;
        if (Diagnostics.AreWanted(Options.FailOn)) return new ValueTask(CheckAndCloseAsync());
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>Lets go of connections and listeners.</summary>
    internal void Close()
    {
        Webhooks.Close();
        World.Events.End();
    }

    // What is under way needs the connections until it has been delivered.
    private async Task CheckAndCloseAsync()
    {
        try
        {
            await CheckAsync().ConfigureAwait(false);
        }
        finally
        {
            Close();
        }
    }

    private async Task CheckAsync()
    {
        Failures found = await FailuresAsync().ConfigureAwait(false);
        if (!found.IsEmpty) throw new FakeAssertionException(found.Tell(() => ReproCommand()));
        if (Diagnostics.WatchEnd?.Invoke(World) is { } wrong) throw new FakeAssertionException($"{wrong}{Environment.NewLine}  To see it again: {ReproCommand()}");
    }

    private static Uri AddressOf(ApiModule module) => new(BaseAddress, module.BasePath.Length == 0 ? $"{module.Name}/" : $"{module.Name}/{module.BasePath}/");
}
