namespace Outreach.Sdk.Crm;

/// <summary>Short form of a campaign, as lists return it.</summary>
public sealed record CampaignSummary
{
    /// <summary>Identifier of the campaign; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// ONE_TIME: one send at scheduledAt. RECURRING: repeats by cron pattern. TRIGGERED: sends on an event. JOURNEY: driven by a
    /// journey.
    /// </summary>
    public CampaignType Type { get; init; }

    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Enabled channels.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>Target segment.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Planned start.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Customers targeted.</summary>
    public int TargetCount { get; init; }

    /// <summary>Messages sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Opened per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? OpenRate { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
