namespace Outreach.Sdk.Markus;

/// <summary>A data source that searches can use.</summary>
public sealed record DiscoverySource
{
    /// <summary>
    /// A data source for contact discovery. Google Maps, web scraping and social platforms are published; the wire spelling is
    /// inferred.
    /// </summary>
    public DiscoverySourceId Id { get; init; }

    /// <summary>Display name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>What it finds.</summary>
    public string Description { get => field ?? ""; init; }

    /// <summary>Whether it can be used now.</summary>
    public bool Available { get; init; }

    /// <summary>Whether a search must name a location.</summary>
    public bool RequiresLocation { get; init; }

    /// <summary>Kinds of contact it finds.</summary>
    public IReadOnlyList<ContactType> ContactTypes { get => field ?? []; init; }

    /// <summary>Channels that its results are usually reachable on.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }
}
