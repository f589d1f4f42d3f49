namespace Outreach.Sdk.Markus;

/// <summary>Filters, order and page of <see cref="ContactsClient.ListConversationsAsync"/>. Members that are null are not sent.</summary>
public sealed record ListContactConversationsRequest
{
    /// <summary>Page number. Pages past the end are empty. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Items per page. Values out of bounds give 400 SERVER_005. 1 to 100. Default: <c>20</c>.</summary>
    public int? Limit { get; init; }

    internal OperationCall On(OperationCall call) => call.With("page", Page).With("limit", Limit);
}
