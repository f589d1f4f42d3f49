namespace Outreach.Sdk.Markus;

/// <summary>What to ask for with <see cref="ConversationsClient.MetricsAsync"/>. Members that are null are not sent.</summary>
public sealed record ConversationMetricsRequest
{
    /// <summary>Only this campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Only this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only conversations begun on or after this UTC day. Default: no lower bound.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Only conversations begun on or before this UTC day. Default: no upper bound. Not before start_date.</summary>
    public DateOnly? EndDate { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("campaign_id", CampaignId)
        .With("channel", Channel)
        .With("start_date", StartDate)
        .With("end_date", EndDate);
}
