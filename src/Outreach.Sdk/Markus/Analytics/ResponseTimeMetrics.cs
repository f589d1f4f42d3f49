using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>How long contacts take to answer. A sample is an inbound message that directly follows an outbound one.</summary>
public sealed record ResponseTimeMetrics
{
    /// <summary>Days covered, both inclusive, UTC.</summary>
    public DateRange Period { get => field ?? new(); init; }

    /// <summary>Campaign filter, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Replies measured.</summary>
    public int SampleSize { get; init; }

    /// <summary>Mean, rounded; null without samples.</summary>
    public long? AverageSeconds { get; init; }

    /// <summary>Median; null without samples.</summary>
    public long? MedianSeconds { get; init; }

    /// <summary>90th percentile (nearest rank); null without samples.</summary>
    [JsonPropertyName("p90_seconds")]
    public long? P90Seconds { get; init; }

    /// <summary>Minimum; null without samples.</summary>
    public long? FastestSeconds { get; init; }

    /// <summary>Maximum; null without samples.</summary>
    public long? SlowestSeconds { get; init; }

    /// <summary>Per channel with samples.</summary>
    public IReadOnlyList<ChannelResponseTime> ByChannel { get => field ?? []; init; }

    /// <summary>All five spans, shortest first.</summary>
    public IReadOnlyList<ResponseTimeBucket> Distribution { get => field ?? []; init; }
}
