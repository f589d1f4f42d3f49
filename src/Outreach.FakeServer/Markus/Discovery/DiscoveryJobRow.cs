using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A discovery search.</summary>
internal sealed record DiscoveryJobRow : Row
{
    public required string AccountId { get; init; }

    public required DiscoveryJobType Type { get; init; }

    public DiscoveryJobStatus Status { get; init; } = DiscoveryJobStatus.Queued;

    public required string Query { get; init; }

    public required IReadOnlyList<DiscoverySourceId> Sources { get; init; }

    public string? Location { get; init; }

    public string? CampaignId { get; init; }

    public IReadOnlyList<string> TargetProfileIds { get; init; } = [];

    /// <summary>What it looks for, as it was when the job was accepted.</summary>
    public required IReadOnlyList<DiscoveryTarget> Targets { get; init; }

    public required int MaxResults { get; init; }

    public required bool AutoImport { get; init; }

    public int Progress { get; init; }

    public int ContactsCreated { get; init; }

    public int DuplicatesSkipped { get; init; }

    public int QuotaSkipped { get; init; }

    public IReadOnlyList<DiscoveredContact> Results { get; init; } = [];

    public DiscoveryJobError? Error { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}
