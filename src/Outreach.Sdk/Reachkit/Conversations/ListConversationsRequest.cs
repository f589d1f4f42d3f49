namespace Outreach.Sdk.Reachkit;

/// <summary>Filters, order and page of <see cref="ConversationsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListConversationsRequest
{
    /// <summary>Conversations a page; more than 100 is served as 100. 1 to 100. Default: <c>20</c>.</summary>
    public int? PageSize { get; init; }

    /// <summary>Page number, from 1. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Case-insensitive part of: subject, text body, sender and recipient addresses and names of any message.</summary>
    public string? Search { get; init; }

    /// <summary>Only this tab.</summary>
    public ConversationFolder? Folder { get; init; }

    internal OperationCall On(OperationCall call) => call.With("page_size", PageSize).With("page", Page).With("search", Search).With("folder", Folder);
}
