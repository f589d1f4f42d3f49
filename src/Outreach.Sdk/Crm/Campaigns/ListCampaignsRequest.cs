namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="CampaignsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListCampaignsRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Only campaigns of this club.</summary>
    public string? ClubId { get; init; }

    /// <summary>Only this state.</summary>
    public CampaignStatus? Status { get; init; }

    /// <summary>Only this type.</summary>
    public CampaignType? Type { get; init; }

    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call
        .With("tenantId", tenantId)
        .With("clubId", ClubId)
        .With("status", Status)
        .With("type", Type)
        .With("skip", Skip)
        .With("take", Take);
}
