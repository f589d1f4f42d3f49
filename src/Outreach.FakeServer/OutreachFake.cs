namespace Outreach.FakeServer;

/// <summary>
/// One world of the four outreach APIs in memory: clock, keys, faults, journal, outbox, recipients and webhooks. Worlds share
/// nothing, so a world per test costs next to nothing and tests run side by side.
/// </summary>
public sealed class OutreachFake : IAsyncDisposable
{
    /// <summary>The address below which the APIs of a fake in the process live; nothing listens there.</summary>
    public static readonly Uri BaseAddress = new("http://outreach.fake/");

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

    /// <summary>How the world was set up.</summary>
    public FakeOptions Options => World.Options;

    internal World World { get; }

    /// <summary>Makes a world.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<OutreachFake> StartAsync(FakeOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new OutreachFake(options ?? new FakeOptions()));
    }

    /// <summary>A handler that serves requests from this world, for an HttpClient of your own or as the primary handler of a named one.</summary>
    public FakeHttpMessageHandler CreateHandler() => new(this);

    /// <summary>Serves one request.</summary>
    public ValueTask<FakeResponse> HandleAsync(FakeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Engine.HandleAsync(World, request, cancellationToken);
    }

    /// <summary>Waits until every webhook that is under way has been delivered.</summary>
    public Task SettleAsync(CancellationToken cancellationToken = default) => World.SettleAsync(cancellationToken);

    /// <summary>Takes the whole world as it is, clock and ids included.</summary>
    public FakeSnapshot Snapshot() => new(World.Capture());

    /// <summary>Puts the world back to what it was; a snapshot may be restored any number of times.</summary>
    public void Restore(FakeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        World.Restore(snapshot.Parts);
    }

    /// <summary>A second world that begins as this one is now, and goes its own way.</summary>
    public OutreachFake Fork()
    {
        OutreachFake fork = new(World.Options);
        fork.World.Restore(World.Capture());
        foreach (RecipientRule rule in World.Recipients.Rules) fork.World.Recipients.Add(rule);
        return fork;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
