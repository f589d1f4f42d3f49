namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="PromotionsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListPromotionsRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Only promotions of this club.</summary>
    public string? ClubId { get; init; }

    /// <summary>Only this kind of event.</summary>
    public PromotionSourceType? SourceType { get; init; }

    /// <summary>Only those in force or not.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call
        .With("tenantId", tenantId)
        .With("clubId", ClubId)
        .With("sourceType", SourceType)
        .With("isActive", IsActive)
        .With("skip", Skip)
        .With("take", Take);
}
