namespace Outreach.FakeServer.Mailmark;

/// <summary>A health check of a domain.</summary>
internal sealed record HealthRow : Row
{
    public required string DomainId { get; init; }

    public required long CheckedAt { get; init; }

    public int? OverallScore { get; init; }

    public string? ReputationStatus { get; init; }

    public bool? SpfValid { get; init; }

    public bool? DkimValid { get; init; }

    public bool? DmarcValid { get; init; }

    public bool? Blacklisted { get; init; }

    public required IReadOnlyList<string> BlacklistEntries { get; init; }

    public double? BounceRate { get; init; }

    public double? ComplaintRate { get; init; }
}
