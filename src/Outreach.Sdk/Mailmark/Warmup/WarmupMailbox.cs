namespace Outreach.Sdk.Mailmark;

/// <summary>Warmup progress of one mailbox.</summary>
public sealed record WarmupMailbox
{
    /// <summary>Full address; null once the mailbox is deleted.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Whether warmup mail is exchanged.</summary>
    public WarmupState Status { get; init; }

    /// <summary>Ramp profile.</summary>
    public WarmupSpeed Speed { get; init; }

    /// <summary>Day of the ramp, from 1.</summary>
    public int CurrentDay { get; init; }

    /// <summary>Warmup messages allowed today in each direction.</summary>
    public int DailyLimit { get; init; }

    /// <summary>Warmup messages sent today.</summary>
    public int SentToday { get; init; }

    /// <summary>Warmup messages received today.</summary>
    public int ReceivedToday { get; init; }

    /// <summary>Score, 0 to 100; 100 at the start.</summary>
    public int HealthScore { get; init; }

    /// <summary>Share of the last 7 days' outbound warmup mail found in the inbox, whole percent; 100 at the start.</summary>
    public int InboxRate { get; init; }

    /// <summary>Start of the warmup. Unix milliseconds on the wire.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Last exchange, or null. Unix milliseconds on the wire.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }
}
