namespace Outreach.FakeServer.Reachkit;

/// <summary>Warmup of an inbox on one UTC day.</summary>
internal sealed record WarmupDayRow : Row
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Place of the day before it with warmup; -1 for none.</summary>
    public required int Previous { get; init; }

    /// <summary>Warmup emails sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Of these, landed in spam.</summary>
    public int Spam { get; init; }
}
