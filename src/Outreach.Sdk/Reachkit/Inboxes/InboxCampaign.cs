namespace Outreach.Sdk.Reachkit;

/// <summary>A campaign as it is shown inside an inbox.</summary>
public sealed record InboxCampaign
{
    /// <summary>Campaign id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>When it was made. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
