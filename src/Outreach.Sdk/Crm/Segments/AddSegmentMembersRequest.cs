namespace Outreach.Sdk.Crm;

/// <summary>Customers to put into a STATIC segment.</summary>
public sealed record AddSegmentMembersRequest
{
    /// <summary>Profile ids of the segment's tenant, none twice. 1 to 1000 items.</summary>
    public required IReadOnlyList<string> CustomerIds { get; init; }
}
