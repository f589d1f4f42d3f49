namespace Outreach.Sdk.Reachkit;

/// <summary>Warmup numbers of one day.</summary>
public sealed record WarmupDay
{
    /// <summary>UTC day. YYYY-MM-DD.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Warmup emails sent.</summary>
    public int Sent { get; init; }

    /// <summary>Of these, landed in spam.</summary>
    public int SpamCount { get; init; }
}
