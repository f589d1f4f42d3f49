namespace Outreach.Sdk.Markus;

/// <summary>A campaign as it appears in lists and in write responses.</summary>
public sealed record Campaign
{
    /// <summary>Campaign id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Internal note about the campaign.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005;
    /// <c>paused</c> and <c>completed</c> are inferred.
    /// </summary>
    public CampaignStatus Status { get; init; }

    /// <summary>
    /// What a campaign is for. <c>venue_dj</c> is a published wire value; the other two kinds are published by name and their wire
    /// spelling is inferred.
    /// </summary>
    public ObjectiveType ObjectiveType { get; init; }

    /// <summary>The goal in the user's words.</summary>
    public string? Objective { get; init; }

    /// <summary>Channels to use, most preferred first.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>What paid for the campaign.</summary>
    public CampaignFunding Funding { get; init; }

    /// <summary>Contacts in the campaign that are not deleted.</summary>
    public int ContactCount { get; init; }

    /// <summary>Nothing is sent before this time; null for at once.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The campaign completes by itself at this time; null for never.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>First activation; null before.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>Completion; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of the campaign's own fields.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Soft deletion; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
