using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What happened to a lead; it has the lead's place and id.</summary>
internal sealed record LeadStateRow : Row
{
    /// <summary>The campaign's id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>How far the lead got.</summary>
    public required LeadStatus Status { get; init; }

    /// <summary>An email bounced.</summary>
    public bool IsBounced { get; init; }

    /// <summary>The lead opted out.</summary>
    public bool IsUnsubscribed { get; init; }

    /// <summary>Mail provider; null until it is detected.</summary>
    public LeadProvider? Provider { get; init; }

    /// <summary>Number of the last step sent; 0 at first.</summary>
    public int Position { get; init; }

    /// <summary>Place of the latest campaign email; -1 for none.</summary>
    public int LastEmail { get; init; } = -1;

    /// <summary>Number of campaign emails.</summary>
    public int Emails { get; init; }

    /// <summary>First counted reply; null before it.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Place of the variant that the first counted reply is credited to; -1 for none.</summary>
    public int Credited { get; init; } = -1;

    /// <summary>Campaign and domain of a lead that replied, by which colleagues are stopped; null before.</summary>
    public string? RepliedDomain { get; init; }

    /// <summary>Id of the group in which it waits for its next email; null when it waits for none.</summary>
    public string? Queue { get; init; }

    /// <summary>Taken out of its group because something stops it; it goes back when that ends.</summary>
    public bool IsParked { get; init; }

    /// <summary>Place of its thread; -1 for none.</summary>
    public int Thread { get; init; } = -1;

    /// <summary>Last change of a shown field.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether something that is the lead's own may stop it.</summary>
    public bool IsMarked => IsBounced || IsUnsubscribed || Status == LeadStatus.Replied;
}
