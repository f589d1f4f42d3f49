namespace Outreach.Sdk.Markus;

/// <summary>What to ask for with <see cref="AnalyticsClient.OverviewAsync"/>. Members that are null are not sent.</summary>
public sealed record AnalyticsOverviewRequest
{
    /// <summary>First day, UTC, inclusive. Default: 29 days before end_date. At most 366 days before end_date.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day, UTC, inclusive. Default: today. Not before start_date.</summary>
    public DateOnly? EndDate { get; init; }

    internal OperationCall On(OperationCall call) => call.With("start_date", StartDate).With("end_date", EndDate);
}
