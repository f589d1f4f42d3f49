using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Which posts a list shows; members that are null limit nothing.</summary>
internal sealed record PostFilter
{
    public string? ConnectionId { get; init; }

    public string? CampaignId { get; init; }

    public SocialPlatform? Platform { get; init; }

    public SocialPostStatus? Status { get; init; }
}
