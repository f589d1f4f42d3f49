namespace Outreach.Sdk.Markus;

/// <summary>Short reference to a campaign.</summary>
public sealed record CampaignRef
{
    /// <summary>Campaign id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005;
    /// <c>paused</c> and <c>completed</c> are inferred.
    /// </summary>
    public CampaignStatus Status { get; init; }
}
