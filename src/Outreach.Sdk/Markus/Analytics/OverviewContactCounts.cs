namespace Outreach.Sdk.Markus;

/// <summary>Contacts.</summary>
public sealed record OverviewContactCounts
{
    /// <summary>Not deleted, now.</summary>
    public int Total { get; init; }

    /// <summary>Created in the period.</summary>
    public int New { get; init; }

    /// <summary>Distinct contacts with a message sent in the period.</summary>
    public int Contacted { get; init; }

    /// <summary>Distinct contacts with an inbound message in the period.</summary>
    public int Replied { get; init; }
}
