namespace Outreach.Sdk.Markus;

/// <summary>Filters, order and page of <see cref="MessagesClient.ListPendingAsync"/>. Members that are null are not sent.</summary>
public sealed record ListPendingMessagesRequest
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

    /// <summary>Sort direction. Default: <c>asc</c>.</summary>
    public SortOrder? Order { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("page", Page)
        .With("limit", Limit)
        .With("campaign_id", CampaignId)
        .With("contact_id", ContactId)
        .With("channel", Channel)
        .With("order", Order);
}
