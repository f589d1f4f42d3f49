namespace Outreach.Sdk.Mailmark;

/// <summary>What to ask for with <see cref="CampaignStatsClient.GetAsync"/>. Members that are null are not sent.</summary>
public sealed record GetCampaignStatsRequest
{
    /// <summary>Kinds to report. Default: <c>all</c>.</summary>
    public CampaignType? Type { get; init; }

    /// <summary>Only this sequence.</summary>
    public string? SequenceId { get; init; }

    /// <summary>Only this batch.</summary>
    public string? BatchId { get; init; }

    /// <summary>Only this domain (exact match); for org-wide keys.</summary>
    public string? Domain { get; init; }

    internal OperationCall On(OperationCall call) => call.With("type", Type).With("sequenceId", SequenceId).With("batchId", BatchId).With("domain", Domain);
}
