namespace Outreach.Sdk.Reachkit;

/// <summary>Filters, order and page of <see cref="LeadsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListLeadsRequest
{
    /// <summary>Records a page; more than 100 is served as 100. 1 to 100. Default: <c>30</c>.</summary>
    public int? PageSize { get; init; }

    /// <summary>Page number, from 1. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Case-insensitive part of: email, first_name, last_name, and first and last name with a space between.</summary>
    public string? Search { get; init; }

    /// <summary>
    /// Field to sort by. Known here: email, first_name, last_name, status, created_at, updated_at. Any other value falls back to
    /// the default order.
    /// </summary>
    public string? SortBy { get; init; }

    /// <summary>Direction; default asc when sort_by is given, else newest first.</summary>
    public SortOrder? SortOrder { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("page_size", PageSize)
        .With("page", Page)
        .With("search", Search)
        .With("sort_by", SortBy)
        .With("sort_order", SortOrder);
}
