namespace Outreach.Sdk.Crm;

/// <summary>What to ask for with <see cref="AnalyticsClient.SocialAsync"/>. Members that are null are not sent.</summary>
public sealed record AnalyticsSocialRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Start of the period, inclusive; open when absent.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>End of the period, exclusive; open when absent.</summary>
    public DateTimeOffset? EndDate { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call.With("tenantId", tenantId).With("startDate", StartDate).With("endDate", EndDate);
}
