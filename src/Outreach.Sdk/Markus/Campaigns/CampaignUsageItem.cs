namespace Outreach.Sdk.Markus;

/// <summary>What one campaign has used of its allowance.</summary>
public sealed record CampaignUsageItem
{
    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005;
    /// <c>paused</c> and <c>completed</c> are inferred.
    /// </summary>
    public CampaignStatus Status { get; init; }

    /// <summary>What paid for the campaign.</summary>
    public CampaignFunding Funding { get; init; }

    /// <summary>Contacts ever added to the campaign.</summary>
    public int ContactsUsed { get; init; }

    /// <summary>30 for a credit campaign; null when the plan's allowance applies.</summary>
    public int? ContactsLimit { get; init; }

    /// <summary>Messages approved or sent directly, failed ones not counted.</summary>
    public int MessagesUsed { get; init; }

    /// <summary>300 for a credit campaign; null otherwise.</summary>
    public int? MessagesLimit { get; init; }

    /// <summary>AI generations made for the campaign.</summary>
    public int AiGenerationsUsed { get; init; }

    /// <summary>50 for a credit campaign; null otherwise.</summary>
    public int? AiGenerationsLimit { get; init; }
}
