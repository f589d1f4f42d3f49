namespace Outreach.Sdk.Reachkit;

/// <summary>Filters, order and page of <see cref="BlocklistClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListBlocklistRequest
{
    /// <summary>Records a page; more than 100 is served as 100. 1 to 100. Default: <c>30</c>.</summary>
    public int? PageSize { get; init; }

    /// <summary>Page number, from 1. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Case-insensitive part of: email.</summary>
    public string? Search { get; init; }

    /// <summary>Field to sort by. Known here: email, created_at. Any other value falls back to the default order.</summary>
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
