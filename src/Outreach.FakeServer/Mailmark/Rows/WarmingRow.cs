namespace Outreach.FakeServer.Mailmark;

/// <summary>A schedule that limits the real sending of a new domain.</summary>
internal sealed record WarmingRow : Row
{
    public required string DomainId { get; init; }

    public string? MailboxId { get; init; }

    public required string Status { get; init; }

    public required int CurrentDay { get; init; }

    public required int TotalDays { get; init; }

    public required int DailyLimit { get; init; }

    public required int SentToday { get; init; }

    public required long StartedAt { get; init; }

    /// <summary>The time for which the counters hold.</summary>
    public required long AsOf { get; init; }
}
