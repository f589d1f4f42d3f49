namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="CustomersClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListCustomersRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Only profiles in this state.</summary>
    public CustomerStatus? Status { get; init; }

    /// <summary>Only profiles in this stage.</summary>
    public LifecycleStage? LifecycleStage { get; init; }

    /// <summary>Case-insensitive substring of name, e-mail or phone. 1 to 200 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Only members of this segment.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Lowest engagement score; profiles without a score never match. 0 to 100.</summary>
    public double? EngagementMin { get; init; }

    /// <summary>Lowest churn risk score; profiles without a score never match. 0 to 100.</summary>
    public double? ChurnRiskMin { get; init; }

    /// <summary>Only profiles with this e-mail consent.</summary>
    public bool? EmailOptIn { get; init; }

    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call
        .With("tenantId", tenantId)
        .With("status", Status)
        .With("lifecycleStage", LifecycleStage)
        .With("search", Search)
        .With("segmentId", SegmentId)
        .With("engagementMin", EngagementMin)
        .With("churnRiskMin", ChurnRiskMin)
        .With("emailOptIn", EmailOptIn)
        .With("skip", Skip)
        .With("take", Take);
}
