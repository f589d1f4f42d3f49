namespace Outreach.Sdk.Mailmark;

/// <summary>Counts and rates of a batch.</summary>
public sealed record BatchCampaignStats
{
    /// <summary>Batch id; <c>batch-&lt;ms&gt;</c> from the API, <c>campaign-&lt;ms&gt;-&lt;6 base36&gt;</c> from the dashboard.</summary>
    public string BatchId { get => field ?? ""; init; }

    /// <summary>Earliest message of the batch. Unix milliseconds on the wire.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Message counts plus rates.</summary>
    public BatchCounts Stats { get => field ?? new(); init; }
}
