namespace Outreach.FakeServer.Mailmark;

/// <summary>What is not a row: switches, counters and the test author's say on transport and DNS.</summary>
internal sealed record MailmarkSettings
{
    public required bool SourceQuirks { get; init; }

    public required string WebhookSecret { get; init; }

    /// <summary>Where the links of mail lead.</summary>
    public string LinkAddress { get => field ?? MailmarkFake.LiveAddress; init; } = MailmarkFake.LiveAddress;

    /// <summary>From when the half-day health checks count.</summary>
    public required long HealthStart { get; init; }

    /// <summary>The time in the newest batch id.</summary>
    public long LastBatch { get; init; }

    /// <summary>How many accounts there are to exchange warmup mail with.</summary>
    public int WarmupPartners { get; init; } = 10;

    /// <summary>Addresses that the transport refuses, with its text.</summary>
    public IReadOnlyDictionary<string, string> Rejects { get => field ?? Empty; init; }

    /// <summary>What DNS says of recipients' domains.</summary>
    public IReadOnlyDictionary<string, string> Dns { get => field ?? Empty; init; }

    /// <summary>What becomes of mail to an address, and after how many milliseconds: <c>failed 1000</c>.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get => field ?? Empty; init; }

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();
}
