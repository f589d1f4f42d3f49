namespace Outreach.Sdk.Markus;

/// <summary>Contacts by type.</summary>
public sealed record ContactTypeDistribution
{
    /// <summary>Contacts counted.</summary>
    public int Total { get; init; }

    /// <summary>Campaign filter, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Types with at least one contact, largest first.</summary>
    public IReadOnlyList<ContactTypeShare> Distribution { get => field ?? []; init; }
}
