using System.Collections.Immutable;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What a campaign's sending counts; it has the campaign's place.</summary>
internal sealed record CampaignTallyRow : Row
{
    /// <summary>Campaign emails sent whose leads are still there.</summary>
    public int Sent { get; init; }

    /// <summary>Leads with at least one email.</summary>
    public int Contacted { get; init; }

    /// <summary>Leads that replied.</summary>
    public int Replies { get; init; }

    /// <summary>Threads of its leads with a positive label.</summary>
    public int Positive { get; init; }

    /// <summary>Emails that bounced.</summary>
    public int Bounced { get; init; }

    /// <summary>Sum of the positions of all leads.</summary>
    public long Positions { get; init; }

    /// <summary>Place of its newest half hour with numbers; -1 for none.</summary>
    public int LastSlot { get; init; } = -1;

    /// <summary>Due dates of follow-ups that wait, as day numbers.</summary>
    public ImmutableSortedSet<int> DueDays { get; init; } = [];

    /// <summary>When sending may go on; null when only a change from outside can bring work.</summary>
    public DateTimeOffset? NextPass { get; init; }
}
