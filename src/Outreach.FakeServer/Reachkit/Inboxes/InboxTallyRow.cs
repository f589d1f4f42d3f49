namespace Outreach.FakeServer.Reachkit;

/// <summary>What an inbox's sending counts; it has the inbox's place.</summary>
internal sealed record InboxTallyRow : Row
{
    /// <summary>Place of its newest half hour with campaign emails; -1 for none.</summary>
    public int LastSlot { get; init; } = -1;

    /// <summary>Latest campaign email; null before the first.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Days on which warmup was booked.</summary>
    public int WarmupDays { get; init; }

    /// <summary>Place of the latest day with warmup; -1 for none.</summary>
    public int LastWarmupDay { get; init; } = -1;
}
