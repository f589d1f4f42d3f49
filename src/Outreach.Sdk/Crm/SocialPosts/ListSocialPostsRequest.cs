namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="SocialPostsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListSocialPostsRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Only posts of this account.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>Only posts of this campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Only posts on this network.</summary>
    public SocialPlatform? Platform { get; init; }

    /// <summary>Only this state.</summary>
    public SocialPostStatus? Status { get; init; }

    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call
        .With("tenantId", tenantId)
        .With("connectionId", ConnectionId)
        .With("campaignId", CampaignId)
        .With("platform", Platform)
        .With("status", Status)
        .With("skip", Skip)
        .With("take", Take);
}
