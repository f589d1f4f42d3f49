using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>A health check of a domain. Its DNS facts hold for later checks too.</summary>
public sealed record HealthCheckFixture
{
    /// <summary>The domain.</summary>
    public required string Domain { get; init; }

    /// <summary>When; null for now.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The score; left out it is computed from the other members.</summary>
    public Optional<int?> OverallScore { get; init; }

    /// <summary>Whether SPF is in place.</summary>
    public bool? SpfValid { get; init; } = true;

    /// <summary>Whether DKIM is in place.</summary>
    public bool? DkimValid { get; init; } = true;

    /// <summary>Whether DMARC is in place.</summary>
    public bool? DmarcValid { get; init; } = true;

    /// <summary>Whether it is listed; left out it is if <see cref="BlacklistEntries"/> has any.</summary>
    public Optional<bool?> Blacklisted { get; init; }

    /// <summary>The lists that list it.</summary>
    public IReadOnlyList<string> BlacklistEntries { get => field ?? []; init; }

    /// <summary>Transient bounces in percent.</summary>
    public double? BounceRate { get; init; } = 0;

    /// <summary>Permanent failures in percent.</summary>
    public double? ComplaintRate { get; init; } = 0;

    /// <summary>The band; left out it follows from the score.</summary>
    public Optional<ReputationStatus?> ReputationStatus { get; init; }
}
