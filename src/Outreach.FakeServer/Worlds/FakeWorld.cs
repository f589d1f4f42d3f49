namespace Outreach.FakeServer;

/// <summary>A world among those of a port.</summary>
public sealed class FakeWorld
{
    private long _lastUsed;
    private int _snapshots;

    internal FakeWorld(string name, OutreachFake fake, TimeSpan idle, DateTimeOffset now)
    {
        Name = name;
        Fake = fake;
        Idle = idle;
        _lastUsed = now.UtcTicks;
    }

    /// <summary>The world's name, as the <c>X-Fake-World</c> header takes it.</summary>
    public string Name { get; }

    /// <summary>The world.</summary>
    public OutreachFake Fake { get; }

    /// <summary>Real time without a request after which the world is dropped; infinite for the default world.</summary>
    public TimeSpan Idle { get; }

    /// <summary>Real time of the last request.</summary>
    public DateTimeOffset LastUsed => new(Interlocked.Read(ref _lastUsed), TimeSpan.Zero);

    /// <summary>Where the control API sends the world's webhooks; null while they go elsewhere.</summary>
    internal WebhookSink? Sink { get; set; }

    /// <summary>The snapshots that the control API keeps, by name; also their lock.</summary>
    internal Dictionary<string, TakenSnapshot> Snapshots { get; } = new(StringComparer.Ordinal);

    /// <summary>A text about the world, which names it where there are others.</summary>
    internal string Told(string text) => Name == FakeWorlds.DefaultName ? text : $"World '{Name}': {text}";

    internal int NextSnapshot() => Interlocked.Increment(ref _snapshots);

    internal void Touch(DateTimeOffset now) => Interlocked.Exchange(ref _lastUsed, now.UtcTicks);
}
