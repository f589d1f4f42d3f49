namespace Outreach.FakeServer;

/// <summary>How the fake listens.</summary>
public sealed record OutreachFakeHostOptions
{
    /// <summary>The port; 0, the default, for a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The IP address to listen on; default 127.0.0.1. Another address than loopback needs <see cref="ControlApiOptions.AdminToken"/>.
    /// </summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>How the default world is set up.</summary>
    public FakeOptions World { get; init; } = new();

    /// <summary>Who may use the control API, and how much of it.</summary>
    public ControlApiOptions Control { get; init; } = new();

    /// <summary>Most worlds at once, the default one included; default 1,000.</summary>
    public int MaxWorlds { get; init; } = 1000;

    /// <summary>Real time without a request after which a world other than the default one is dropped; default one hour.</summary>
    public TimeSpan WorldIdle { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The file that holds the worlds between runs: read at the start, written at the stop and on demand; null for none. The seed, rate limits,
    /// <see cref="FakeOptions.AcceptAnyKey"/> and Mailmark's quirks of the default world come from it, unless <see cref="World"/> sets them to
    /// something other than their defaults.
    /// </summary>
    public string? StateFile { get; init; }

    /// <summary>A fixture document that the default world begins with; null for none. Worlds that come from the state file begin as they were.</summary>
    public string? FixturesFile { get; init; }
}
