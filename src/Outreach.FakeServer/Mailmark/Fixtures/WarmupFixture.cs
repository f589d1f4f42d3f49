using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>A mailbox in warmup.</summary>
public sealed record WarmupFixture
{
    /// <summary>The mailbox, by its full address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Its state.</summary>
    public WarmupState Status { get; init; } = WarmupState.Active;

    /// <summary>Its speed.</summary>
    public WarmupSpeed Speed { get; init; } = WarmupSpeed.Normal;

    /// <summary>What the day allows in each direction; null for what the table of the speed does.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>What went out today.</summary>
    public int SentToday { get; init; }

    /// <summary>What came in today.</summary>
    public int ReceivedToday { get; init; }

    /// <summary>The day, from 1.</summary>
    public int CurrentDay { get; init; } = 1;

    /// <summary>The score, 0 to 100.</summary>
    public int HealthScore { get; init; } = 100;

    /// <summary>The share found in the inbox, in percent.</summary>
    public int InboxRate { get; init; } = 100;

    /// <summary>When it began; null for now.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The last exchange; null for none yet.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }
}
