using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Outreach.FakeServer;

/// <summary>The fake on a port of its own.</summary>
public sealed class OutreachFakeHost : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly StateFile? _state;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _background;
    private int _ended;
    private int _stopped;

    private OutreachFakeHost(WebApplication app, FakeWorlds worlds, StateFile? state, Uri address)
    {
        _app = app;
        _state = state;
        Worlds = worlds;
        Address = address;
        _background = Task.Run(() => RunAsync(_stopping.Token));
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The default world.</summary>
    public OutreachFake Fake => Worlds.Default.Fake;

    /// <summary>All worlds of the port.</summary>
    public FakeWorlds Worlds { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="options">How; null for a free port on loopback.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">An option is out of bounds; the address is none, or is not loopback while there is no admin token.</exception>
    /// <exception cref="IOException">The port is taken, or the state file or the fixtures cannot be taken; one line says what and where.</exception>
    public static async Task<OutreachFakeHost> StartAsync(OutreachFakeHostOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OutreachFakeHostOptions();
        if (!IPAddress.TryParse(options.Listen, out IPAddress? address)) throw new ArgumentException($"'{options.Listen}' is no IP address to listen on.", nameof(options));
        if (options.Port is < 0 or > IPEndPoint.MaxPort) throw new ArgumentException($"Port: {options.Port} is not from 0 to {IPEndPoint.MaxPort}.", nameof(options));
        if (options.MaxWorlds < 1) throw new ArgumentException($"MaxWorlds: {options.MaxWorlds} is below 1.", nameof(options));
        if (options.WorldIdle <= TimeSpan.Zero) throw new ArgumentException($"WorldIdle: {options.WorldIdle} is no time to wait.", nameof(options));
        if (options.StateFile is not null && string.IsNullOrWhiteSpace(options.StateFile)) throw new ArgumentException("StateFile: the path is empty.", nameof(options));
        if (options.FixturesFile is not null && string.IsNullOrWhiteSpace(options.FixturesFile)) throw new ArgumentException("FixturesFile: the path is empty.", nameof(options));
        if (!IPAddress.IsLoopback(address) && string.IsNullOrWhiteSpace(options.Control.AdminToken))
            throw new ArgumentException($"Listening on {address} opens the fake to other machines; that needs an admin token.", nameof(options));

        StateFile? state = options.StateFile is null ? null : StateFile.Open(options.StateFile);
        try
        {
            OutreachFake fake = await OutreachFake.StartAsync(Options(options.World, state), cancellationToken).ConfigureAwait(false);
            FakeWorlds worlds = new(fake, TimeProvider.System, options.MaxWorlds, options.WorldIdle);
            state?.LoadInto(worlds);
            if (options.World.MailmarkSourceQuirks) fake.Mailmark.SourceQuirks = true;
            if (options.World.MailmarkLinkAddress is { } links) fake.Mailmark.LinkAddress = links;
            if (options.FixturesFile is not null && state?.Seed is null) await LoadFixturesAsync(fake, options.FixturesFile, cancellationToken).ConfigureAwait(false);
            WebApplication app = Build(options, address, worlds, state);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new OutreachFakeHost(app, worlds, state, new Uri(bound));
        }
        catch (Exception e)
        {
            state?.Dispose();
            if (e is IOException { InnerException: AddressInUseException }) throw new IOException($"Port {options.Port} of {address} is taken.", e);
            throw;
        }
    }

    /// <summary>Stops listening and writes the state file, if there is one.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1) return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await _background.ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stops it and ends its worlds.</summary>
    /// <exception cref="FakeAssertionException">
    /// Something happened that <see cref="FakeOptions.FailOn"/> of a world names, a world that expired included; one that was dropped
    /// told of it then.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        List<string> failures = [.. Worlds.Left];
        foreach (FakeWorld world in Worlds.All)
        {
            try
            {
                await world.Fake.DisposeAsync().ConfigureAwait(false);
            }
            catch (FakeAssertionException e)
            {
                failures.Add(world.Told(e.Message));
            }
        }

        if (failures.Count > 0) throw new FakeAssertionException(string.Join(Environment.NewLine, failures));
    }

    // Whatever else failed: the port is free again, and the worlds are in their file.
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _app.StopAsync(cancellationToken).ConfigureAwait(false);
            await _app.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            try
            {
                if (_state is not null) await SaveAsync(_state, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _state?.Dispose();
                _stopping.Dispose();
            }
        }
    }

    // Webhooks on their way are no part of the state: receivers are waited for, as long as whoever stops the host will wait.
    private async Task SaveAsync(StateFile state, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Worlds.All.Select(world => world.Fake.SettleAsync(cancellationToken))).WaitAsync(Settling, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The worlds are written as they are.
        }
        finally
        {
            state.Save(Worlds);
        }
    }

    private static async Task LoadFixturesAsync(OutreachFake fake, string path, CancellationToken cancellationToken)
    {
        try
        {
            fake.LoadFixtures(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (FormatException e)
        {
            throw new IOException($"Fixtures {path}: {e.Message}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new IOException($"Fixtures {path}: cannot be read.", e);
        }
    }

    // What was chosen for this run counts; what was left at its default is as the worlds were left.
    private static FakeOptions Options(FakeOptions options, StateFile? state)
    {
        if (state?.Options is { } saved)
        {
            FakeOptions unset = new();
            if (options.Seed != unset.Seed && options.Seed != saved.Seed) throw new StateFileException(state.Path, $"was made with seed {saved.Seed}, not {options.Seed}; ids would not fit.");
            options = options with
            {
                Seed = saved.Seed,
                RateLimits = options.RateLimits != unset.RateLimits ? options.RateLimits : saved.RateLimits,
                AcceptAnyKey = options.AcceptAnyKey != unset.AcceptAnyKey ? options.AcceptAnyKey : saved.AcceptAnyKey,
                MailmarkSourceQuirks = options.MailmarkSourceQuirks != unset.MailmarkSourceQuirks ? options.MailmarkSourceQuirks : saved.MailmarkSourceQuirks,
            };
        }

        return options is { ClockMode: ClockMode.RealTime, RealTime: null } ? options with { RealTime = TimeProvider.System } : options;
    }

    private static WebApplication Build(OutreachFakeHostOptions options, IPAddress address, FakeWorlds worlds, StateFile? state)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(address, options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        WebApplication app = builder.Build();
        FakeMiddleware middleware = new(worlds, new ControlApi(worlds, options.Control, state, app.Lifetime.ApplicationStopping));
        ((IApplicationBuilder)app).Run(middleware.InvokeAsync);
        return app;
    }

    // Real-time worlds do what falls due without being asked, and idle worlds go.
    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                worldsDue();
                Worlds.Expire();
            }
        }
        catch (OperationCanceledException)
        {
        }

        void worldsDue()
        {
            foreach (FakeWorld world in Worlds.All)
            {
                World inner = world.Fake.World;
                if (!(inner.Clock.RealTimeToNext() <= TimeSpan.Zero)) continue;
                inner.Clock.CatchUp();
                inner.Webhooks.Deliver();
            }
        }
    }

    // Signals are the program's own matter: a host inside a test run must not listen for them.
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
