namespace LeadSync;

/// <summary>What a sync did.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Added">Leads that are new.</param>
/// <param name="Known">Leads that were there.</param>
/// <param name="Refused">Addresses that Markus refused, with its reason.</param>
public sealed record SyncReport(string CampaignId, int Added, int Known, IReadOnlyDictionary<string, string> Refused);
