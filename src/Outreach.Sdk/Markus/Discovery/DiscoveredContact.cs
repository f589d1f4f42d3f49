namespace Outreach.Sdk.Markus;

/// <summary>One search result.</summary>
public sealed record DiscoveredContact
{
    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    public ContactType Type { get; init; }

    /// <summary>E-mail, when found.</summary>
    public string? Email { get; init; }

    /// <summary>Phone, when found.</summary>
    public string? Phone { get; init; }

    /// <summary>Web site, when found.</summary>
    public string? Website { get; init; }

    /// <summary>Social accounts of a contact. Each member may be null or left out.</summary>
    public SocialHandles Social { get => field ?? new(); init; }

    /// <summary>Where a contact is. Each member may be null or left out.</summary>
    public Location Location { get => field ?? new(); init; }

    /// <summary>
    /// A data source for contact discovery. Google Maps, web scraping and social platforms are published; the wire spelling is
    /// inferred.
    /// </summary>
    public DiscoverySourceId Source { get; init; }

    /// <summary>Where it was found.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>0 to 100.</summary>
    public int RelevanceScore { get; init; }

    /// <summary>Profile that matched, for profile searches.</summary>
    public string? TargetProfileId { get; init; }

    /// <summary>True when a contact with that e-mail already existed.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Contact created from it, or the existing one; null when not imported.</summary>
    public string? ContactId { get; init; }
}
