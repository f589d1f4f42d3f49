namespace Outreach.FakeServer;

/// <summary>How a world is set up. Two worlds of equal options that get equal calls give equal bytes.</summary>
public sealed record FakeOptions
{
    /// <summary>The time at which the world starts; default 2026-03-02T09:00:00Z, a Monday. From 1970 to 9000.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Where ids and random draws come from; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What moves the clock; by default calls to <see cref="VirtualClock"/> and the waits of the fake's own clients.</summary>
    public ClockMode ClockMode { get; init; } = ClockMode.AutoAdvance;

    /// <summary>The time that <see cref="ClockMode.RealTime"/> follows, usually the system's own.</summary>
    public TimeProvider? RealTime { get; init; }

    /// <summary>Virtual seconds per real second under <see cref="ClockMode.RealTime"/>; default 1, from 0.001 to 1,000,000.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Whether the documented rate limits are enforced; default true.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>
    /// Whether any key of a plausible form opens an account of its own, well provisioned and with full access; default false,
    /// where unknown keys get the documented 401.
    /// </summary>
    public bool AcceptAnyKey { get; init; }

    /// <summary>Whether Mailmark shows the quirks of its public source instead of what its documents promise; default false.</summary>
    public bool MailmarkSourceQuirks { get; init; }

    /// <summary>
    /// Where the tracking and unsubscribe links of Mailmark's mail lead; default null, the live host. The fake answers them at any address, so
    /// on a port it can be the port's own, such as <c>http://127.0.0.1:7070/</c>.
    /// </summary>
    public Uri? MailmarkLinkAddress { get; init; }

    /// <summary>Most requests that the journal keeps; the oldest go first. Default 10,000; 0 keeps none, and then <see cref="FailOn"/> sees none.</summary>
    public int JournalCapacity { get; init; } = 10_000;

    /// <summary>Longest request body in bytes that is read; default 32 MiB, above every limit of the contracts.</summary>
    public int MaxRequestBody { get; init; } = 32 * 1024 * 1024;

    /// <summary>What makes the disposal of the fake throw; default nothing.</summary>
    public FailOn FailOn { get; init; }

    /// <summary>Hosts beside loopback that webhooks may be delivered to; default none.</summary>
    public IReadOnlyList<string> WebhookHosts { get => field ?? []; init; } = [];
}
