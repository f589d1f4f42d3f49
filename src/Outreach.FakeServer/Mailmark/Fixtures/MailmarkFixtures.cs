namespace Outreach.FakeServer.Mailmark;

/// <summary>What the API cannot make: accounts, keys and history, table by table. Rows are stored in the order of the members, then of the lists.</summary>
public sealed record MailmarkFixtures
{
    /// <summary>The time to set the world's clock to; null to leave it.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whether the quirks of the service's source are shown; null to leave it.</summary>
    public bool? SourceQuirks { get; init; }

    /// <summary>Accounts.</summary>
    public IReadOnlyList<UserFixture> Users { get => field ?? []; init; }

    /// <summary>Domains.</summary>
    public IReadOnlyList<DomainFixture> Domains { get => field ?? []; init; }

    /// <summary>API keys.</summary>
    public IReadOnlyList<KeyFixture> Keys { get => field ?? []; init; }

    /// <summary>Mailboxes.</summary>
    public IReadOnlyList<MailboxFixture> Mailboxes { get => field ?? []; init; }

    /// <summary>Sender groups.</summary>
    public IReadOnlyList<SenderGroupFixture> SenderGroups { get => field ?? []; init; }

    /// <summary>Contacts.</summary>
    public IReadOnlyList<ContactFixture> Contacts { get => field ?? []; init; }

    /// <summary>Records of messages.</summary>
    public IReadOnlyList<EmailFixture> Emails { get => field ?? []; init; }

    /// <summary>Sequences.</summary>
    public IReadOnlyList<SequenceFixture> Sequences { get => field ?? []; init; }

    /// <summary>Contacts of sequences.</summary>
    public IReadOnlyList<EnrollmentFixture> Enrollments { get => field ?? []; init; }

    /// <summary>Suppression lists.</summary>
    public IReadOnlyList<UnsubscribeFixture> Unsubscribes { get => field ?? []; init; }

    /// <summary>Schedules that limit real sending.</summary>
    public IReadOnlyList<WarmingScheduleFixture> WarmingSchedules { get => field ?? []; init; }

    /// <summary>Health checks.</summary>
    public IReadOnlyList<HealthCheckFixture> DomainHealthChecks { get => field ?? []; init; }

    /// <summary>Mailboxes in warmup.</summary>
    public IReadOnlyList<WarmupFixture> WarmupMailboxes { get => field ?? []; init; }

    /// <summary>What mail transport and DNS do; null to leave them.</summary>
    public TransportFixture? Transport { get; init; }

    /// <summary>Domains that are removed after all else was stored; their keys stay.</summary>
    public IReadOnlyList<string> DeletedDomains { get => field ?? []; init; }
}
