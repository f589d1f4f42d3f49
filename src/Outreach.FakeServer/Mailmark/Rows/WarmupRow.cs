namespace Outreach.FakeServer.Mailmark;

/// <summary>A mailbox that exchanges warmup mail with partner accounts.</summary>
internal sealed record WarmupRow : Row
{
    public required string UserId { get; init; }

    public required string DomainId { get; init; }

    public required string MailboxId { get; init; }

    public required string Status { get; init; }

    public required string Speed { get; init; }

    public required int CurrentDay { get; init; }

    public required int DailyLimit { get; init; }

    public required int SentToday { get; init; }

    public required int ReceivedToday { get; init; }

    public required int HealthScore { get; init; }

    public required int InboxRate { get; init; }

    public required long StartedAt { get; init; }

    public long? LastActivityAt { get; init; }

    /// <summary>The outbound mail of the last seven days.</summary>
    public required IReadOnlyList<WarmupMail> Outbound { get; init; }

    /// <summary>The time for which the counters hold.</summary>
    public required long AsOf { get; init; }
}
