namespace Outreach.Sdk.Markus;

/// <summary>Filters, order and page of <see cref="ContactsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListContactsRequest
{
    /// <summary>Page number. Pages past the end are empty. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Items per page. Values out of bounds give 400 SERVER_005. 1 to 100. Default: <c>20</c>.</summary>
    public int? Limit { get; init; }

    /// <summary>Only contacts of this campaign; an unknown id gives an empty list.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Only this status.</summary>
    public ContactStatus? Status { get; init; }

    /// <summary>Only this type.</summary>
    public ContactType? Type { get; init; }

    /// <summary>Only this source.</summary>
    public ContactSource? Source { get; init; }

    /// <summary>Only contacts that have an address on this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only contacts with this label (exact). 1 to 50 characters.</summary>
    public string? Tag { get; init; }

    /// <summary>Part of name, e-mail or company, case-insensitive. 1 to 200 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Also return soft-deleted contacts. Default: <c>false</c>.</summary>
    public bool? IncludeDeleted { get; init; }

    /// <summary>Sort field. Nulls come last; ties keep creation order in the same direction. Default: <c>created_at</c>.</summary>
    public ContactSort? Sort { get; init; }

    /// <summary>Sort direction. Default: <c>desc</c>.</summary>
    public SortOrder? Order { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("page", Page)
        .With("limit", Limit)
        .With("campaign_id", CampaignId)
        .With("status", Status)
        .With("type", Type)
        .With("source", Source)
        .With("channel", Channel)
        .With("tag", Tag)
        .With("search", Search)
        .With("include_deleted", IncludeDeleted)
        .With("sort", Sort)
        .With("order", Order);
}
