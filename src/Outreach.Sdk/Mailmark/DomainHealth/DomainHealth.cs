using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Latest health check of a domain.</summary>
public sealed record DomainHealth
{
    /// <summary>Domain name.</summary>
    public string? Domain { get; init; }

    /// <summary>Time of the check. Unix milliseconds on the wire.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Score, 0 to 100.</summary>
    public int? OverallScore { get; init; }

    /// <summary>Band of the score.</summary>
    public ReputationStatus? ReputationStatus { get; init; }

    /// <summary>Result of one DNS check.</summary>
    public AuthCheck Spf { get => field ?? new(); init; }

    /// <summary>Result of one DNS check.</summary>
    public AuthCheck Dkim { get => field ?? new(); init; }

    /// <summary>Result of one DNS check.</summary>
    public AuthCheck Dmarc { get => field ?? new(); init; }

    /// <summary>Documented, never sent by the published source.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuthCheck? Mx { get; init; }

    /// <summary>Listed on at least one block list.</summary>
    public bool? Blacklisted { get; init; }

    /// <summary>Block lists that list the domain; empty when none.</summary>
    public IReadOnlyList<string> BlacklistEntries { get => field ?? []; init; }

    /// <summary>Share of transient bounces among the sends of the 30 days before the check; percentage, two decimals.</summary>
    public double? BounceRate { get; init; }

    /// <summary>Share of permanent failures among the same sends (despite the name); percentage, three decimals.</summary>
    public double? ComplaintRate { get; init; }

    /// <summary>Whether the domain has no check yet; all other members but the domain are then empty.</summary>
    [JsonIgnore]
    public bool IsPending => CheckedAt is null;
}
