namespace Outreach.Sdk.Markus;

/// <summary>A discovery search and its results.</summary>
public sealed record DiscoveryJob
{
    /// <summary>Job id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Which operation started the job.</summary>
    public DiscoveryJobType Type { get; init; }

    /// <summary>State of a discovery job.</summary>
    public DiscoveryJobStatus Status { get; init; }

    /// <summary>Search text; for profile searches the joined keywords.</summary>
    public string Query { get => field ?? ""; init; }

    /// <summary>Sources in use.</summary>
    public IReadOnlyList<DiscoverySourceId> Sources { get => field ?? []; init; }

    /// <summary>Where it looks.</summary>
    public string? Location { get; init; }

    /// <summary>Campaign, when given.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Profiles in use; empty for free searches.</summary>
    public IReadOnlyList<string> TargetProfileIds { get => field ?? []; init; }

    /// <summary>Requested maximum.</summary>
    public int MaxResults { get; init; }

    /// <summary>Whether contacts are created.</summary>
    public bool AutoImport { get; init; }

    /// <summary>Percent done: 0 queued, 1 to 99 running, 100 completed; keeps its last value on failure.</summary>
    public int Progress { get; init; }

    /// <summary>Results so far.</summary>
    public int ResultsFound { get; init; }

    /// <summary>Contacts created.</summary>
    public int ContactsCreated { get; init; }

    /// <summary>Results that matched an existing contact.</summary>
    public int DuplicatesSkipped { get; init; }

    /// <summary>Results not imported because the contact allowance was used up.</summary>
    public int QuotaSkipped { get; init; }

    /// <summary>Results, best first; empty until completed.</summary>
    public IReadOnlyList<DiscoveredContact> Results { get => field ?? []; init; }

    /// <summary>Set when failed.</summary>
    public DiscoveryJobError? Error { get; init; }

    /// <summary>Acceptance time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Start time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End time, also on failure.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
