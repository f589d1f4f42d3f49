namespace Outreach.FakeServer;

/// <summary>What moves a world's clock.</summary>
public enum ClockMode
{
    /// <summary>Only <see cref="VirtualClock.AdvanceAsync"/> and its like.</summary>
    Manual,

    /// <summary>Those, and every wait of a client on this clock: a 45-second Retry-After then costs microseconds.</summary>
    AutoAdvance,

    /// <summary>Real time, times <see cref="FakeOptions.Speed"/>.</summary>
    RealTime,
}
