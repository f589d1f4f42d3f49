using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored campaign with the progress of its send; rates and the segment's name are added when it is shown.</summary>
internal sealed record CampaignRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Campaign Value { get; init; }

    /// <summary>Counters per message channel, in the order of the campaign's channels.</summary>
    public IReadOnlyList<CampaignChannelStats> ByChannel { get => field ?? []; init; }

    /// <summary>Places of the customers of the present run, by id.</summary>
    public IReadOnlyList<int> Recipients { get => field ?? []; init; }

    /// <summary>How many of the recipients have been served.</summary>
    public int Served { get; init; }

    /// <summary>Number of the send's newest job; older ones do nothing.</summary>
    public int JobNumber { get; init; }

    /// <summary>When a RECURRING campaign runs next; null while a run is under way.</summary>
    public DateTimeOffset? NextRunAt { get; init; }
}
