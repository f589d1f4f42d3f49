namespace Outreach.Sdk.Markus;

/// <summary>Filters, order and page of <see cref="CampaignsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListCampaignsRequest
{
    /// <summary>Page number. Pages past the end are empty. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Items per page. Values out of bounds give 400 SERVER_005. 1 to 100. Default: <c>20</c>.</summary>
    public int? Limit { get; init; }

    /// <summary>Only this status.</summary>
    public CampaignStatus? Status { get; init; }

    /// <summary>Only this objective.</summary>
    public ObjectiveType? ObjectiveType { get; init; }

    /// <summary>Part of the name, case-insensitive. 1 to 200 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Sort field. Nulls come last; ties keep creation order in the same direction. Default: <c>created_at</c>.</summary>
    public CampaignSort? Sort { get; init; }

    /// <summary>Sort direction. Default: <c>desc</c>.</summary>
    public SortOrder? Order { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("page", Page)
        .With("limit", Limit)
        .With("status", Status)
        .With("objective_type", ObjectiveType)
        .With("search", Search)
        .With("sort", Sort)
        .With("order", Order);
}
