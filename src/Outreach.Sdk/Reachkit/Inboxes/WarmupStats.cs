namespace Outreach.Sdk.Reachkit;

/// <summary>Warmup of the last seven days.</summary>
public sealed record WarmupStats
{
    /// <summary>Warmup emails sent.</summary>
    public int Sent { get; init; }

    /// <summary>Warmup emails received.</summary>
    public int Received { get; init; }

    /// <summary>Warmup emails moved out of spam.</summary>
    public int SavedFromSpam { get; init; }

    /// <summary>0-100, falls with the share that lands in spam.</summary>
    public int HealthScore { get; init; }

    /// <summary>0-100, today's volume against daily_warmup_limit.</summary>
    public int RampUpProgress { get; init; }

    /// <summary>Exactly seven days, oldest first, today last.</summary>
    public IReadOnlyList<WarmupDay> Daily { get => field ?? []; init; }
}
