namespace Outreach.Sdk.Reachkit;

/// <summary>Ids of a lead event.</summary>
public sealed record LeadEventData
{
    /// <summary>Lead id.</summary>
    public string LeadId { get => field ?? ""; init; }

    /// <summary>Campaign id.</summary>
    public string CampaignId { get => field ?? ""; init; }
}
