namespace Outreach.Sdk.Markus;

/// <summary>Filters, order and page of <see cref="ConversationsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListConversationsRequest
{
    /// <summary>Page number. Pages past the end are empty. At least 1. Default: <c>1</c>.</summary>
    public int? Page { get; init; }

    /// <summary>Items per page. Values out of bounds give 400 SERVER_005. 1 to 100. Default: <c>20</c>.</summary>
    public int? Limit { get; init; }

    /// <summary>Only this campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Only this contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>Only this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only this status.</summary>
    public ConversationStatus? Status { get; init; }

    /// <summary>true: only with unread messages; false: only without.</summary>
    public bool? Unread { get; init; }

    /// <summary>Part of contact name, contact e-mail or subject, case-insensitive. 1 to 200 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Sort field. Nulls come last; ties keep creation order in the same direction. Default: <c>last_message_at</c>.</summary>
    public ConversationSort? Sort { get; init; }

    /// <summary>Sort direction. Default: <c>desc</c>.</summary>
    public SortOrder? Order { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("page", Page)
        .With("limit", Limit)
        .With("campaign_id", CampaignId)
        .With("contact_id", ContactId)
        .With("channel", Channel)
        .With("status", Status)
        .With("unread", Unread)
        .With("search", Search)
        .With("sort", Sort)
        .With("order", Order);
}
