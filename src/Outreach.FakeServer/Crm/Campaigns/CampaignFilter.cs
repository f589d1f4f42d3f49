using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Which campaigns a list shows; members that are null limit nothing.</summary>
internal sealed record CampaignFilter
{
    public string? ClubId { get; init; }

    public CampaignStatus? Status { get; init; }

    public CampaignType? Type { get; init; }
}
