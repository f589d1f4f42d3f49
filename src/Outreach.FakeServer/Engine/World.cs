using System.Collections.Immutable;

namespace Outreach.FakeServer;

/// <summary>
/// One world: everything that the four services and the test control share. State lives in registered parts, so that a
/// snapshot, a fork and a state file are complete without anybody keeping a list.
/// </summary>
internal sealed class World
{
    private readonly List<IStatePart> _parts = [];
    private int _inFlight;
    private TaskCompletionSource? _quiet;

    public World(FakeOptions options)
    {
        Options = options;
        Counters = Add(new Counters());
        Ids = new IdSource(options.Seed, Counters);
        Draws = new Draws(options.Seed);
        Clock = Add(new VirtualClock(this, options));
        Jobs = Add(new Scheduler());
        Limits = Add(new RateLimiter());
        Recorder = new Recorder(this);
        Faults = Add(new FaultPlan(this));
        Journal = new Journal(this);
        Outbox = Add(new Outbox(this));
        Recipients = Add(new Recipients(this));
        Webhooks = new WebhookHub(this);
        Modules = [new Markus.MarkusModule(this), new Reachkit.ReachkitModule(this), new Mailmark.MailmarkModule(this), new Crm.CrmModule(this)];
        Add(new RowOrders(this));
    }

    /// <summary>How the world was set up; the test control switches limits by putting other options in their place.</summary>
    public FakeOptions Options { get; set; }

    /// <summary>The lock that all reading and writing of state holds.</summary>
    public Lock Gate { get; } = new();

    public VirtualClock Clock { get; }

    public Scheduler Jobs { get; }

    public Counters Counters { get; }

    public IdSource Ids { get; }

    public Draws Draws { get; }

    public RateLimiter Limits { get; }

    public FaultPlan Faults { get; }

    public Recorder Recorder { get; }

    public Diagnostics Diagnostics { get; } = new();

    public WorldEvents Events { get; } = new();

    public Journal Journal { get; }

    public Outbox Outbox { get; }

    public Recipients Recipients { get; }

    public WebhookHub Webhooks { get; }

    /// <summary>The four services.</summary>
    public ImmutableArray<ApiModule> Modules { get; }

    /// <summary>One of the services by its name.</summary>
    public ApiModule Module(string api)
        => Modules.FirstOrDefault(module => module.Name == api) ?? throw new ArgumentException($"There is no API '{api}'; there are {string.Join(", ", Modules.Select(module => module.Name))}.", nameof(api));

    /// <summary>Registers a part of the state.</summary>
    public TPart Add<TPart>(TPart part) where TPart : IStatePart
    {
        if (_parts.Any(other => other.Name == part.Name)) throw new InvalidOperationException($"The state has a part '{part.Name}' already.");
        _parts.Add(part);
        return part;
    }

    /// <summary>The parts, in order of registration.</summary>
    public IReadOnlyList<IStatePart> Parts => _parts;

    /// <summary>What must lead somewhere in the state.</summary>
    public IEnumerable<Reference> References => [.. Jobs.References, .. Modules.SelectMany(module => module.References)];

    /// <summary>Takes the whole state.</summary>
    public object[] Capture()
    {
        lock (Gate) return [.. _parts.Select(part => part.Capture())];
    }

    /// <summary>Puts a whole state back.</summary>
    public void Restore(object[] captured)
    {
        lock (Gate)
            for (int i = 0; i < _parts.Count; i++) _parts[i].Restore(captured[i]);
    }

    /// <summary>
    /// Waits until no webhook delivery is under way or waiting to begin. On a clock that only its owner moves it ends also when all
    /// receivers wait for the clock, since they would wait for whoever waits here.
    /// </summary>
    public Task SettleAsync(CancellationToken cancellationToken) => Webhooks.SettleAsync(orWaits: Clock.Mode == ClockMode.Manual, cancellationToken);

    /// <summary>Counts a call that is being served.</summary>
    public void Enter() => Interlocked.Increment(ref _inFlight);

    /// <summary>Counts a call that has been served, or that only waits for the clock.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _inFlight) == 0) Interlocked.Exchange(ref _quiet, null)?.TrySetResult();
    }

    /// <summary>Whether no call is being served.</summary>
    public bool IsQuiet => Volatile.Read(ref _inFlight) == 0;

    /// <summary>Waits until no call is being served and the callers had a turn to make their next one.</summary>
    public async Task QuietAsync()
    {
        for (int turns = 0; turns < 3; turns++)
        {
            while (Volatile.Read(ref _inFlight) > 0)
            {
                turns = 0;
                TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                TaskCompletionSource quiet = Interlocked.CompareExchange(ref _quiet, waiting, null) ?? waiting;
                if (Volatile.Read(ref _inFlight) == 0) quiet.TrySetResult();
                await quiet.Task.ConfigureAwait(false);
            }

            await Task.Yield();
        }
    }
}
