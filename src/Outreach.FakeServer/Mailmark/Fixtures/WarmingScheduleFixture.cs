namespace Outreach.FakeServer.Mailmark;

/// <summary>A schedule that limits the real sending of a domain.</summary>
public sealed record WarmingScheduleFixture
{
    /// <summary>The domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The mailbox that it was made for; it limits the whole domain all the same.</summary>
    public string? Mailbox { get; init; }

    /// <summary><c>active</c>, <c>paused</c> or <c>completed</c>; only an active one limits.</summary>
    public string Status { get; init; } = "active";

    /// <summary>The day, from 1.</summary>
    public int CurrentDay { get; init; } = 1;

    /// <summary>The days in all.</summary>
    public int TotalDays { get; init; } = 28;

    /// <summary>What the day allows; null for what the day of the table does.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>What the day has used.</summary>
    public int SentToday { get; init; }

    /// <summary>When it began; null for now.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}
