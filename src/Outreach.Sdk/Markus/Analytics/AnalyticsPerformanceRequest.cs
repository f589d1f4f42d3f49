namespace Outreach.Sdk.Markus;

/// <summary>What to ask for with <see cref="AnalyticsClient.PerformanceAsync"/>. Members that are null are not sent.</summary>
public sealed record AnalyticsPerformanceRequest
{
    /// <summary>First day, UTC, inclusive. Default: 29 days before end_date. At most 366 days before end_date.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day, UTC, inclusive. Default: today. Not before start_date.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Length of an interval. Default: <c>day</c>.</summary>
    public PerformanceInterval? Interval { get; init; }

    /// <summary>Only this campaign; an unknown id gives zeros.</summary>
    public string? CampaignId { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("start_date", StartDate)
        .With("end_date", EndDate)
        .With("interval", Interval)
        .With("campaign_id", CampaignId);
}
