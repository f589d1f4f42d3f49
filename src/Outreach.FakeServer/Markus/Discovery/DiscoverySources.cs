using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The data sources that searches can use.</summary>
internal static class DiscoverySources
{
    public static IReadOnlyList<DiscoverySource> All { get; } =
    [
        Source(DiscoverySourceId.GoogleMaps, "Google Maps", "Local businesses with address, phone and web site.", [ContactType.Venue, ContactType.Business], Channel.Email, requiresLocation: true),
        Source(DiscoverySourceId.Web, "Web", "Contact pages of public web sites.", ContactType.Known, Channel.Email),
        Source(DiscoverySourceId.Instagram, "Instagram", "Public business and creator profiles.", [ContactType.Venue, ContactType.Promoter, ContactType.Brand, ContactType.Influencer, ContactType.Individual], Channel.Instagram),
        Source(DiscoverySourceId.Twitter, "Twitter", "Public profiles with contact data.", [ContactType.Promoter, ContactType.Brand, ContactType.Influencer, ContactType.Media, ContactType.Individual], Channel.Twitter),
        Source(DiscoverySourceId.LinkedIn, "LinkedIn", "Companies and people with public profiles.", [ContactType.Brand, ContactType.Media, ContactType.Business, ContactType.Individual], Channel.LinkedIn),
    ];

    /// <summary>The sources that suit a target profile.</summary>
    public static IEnumerable<DiscoverySourceId> Suiting(TargetProfileRow profile)
        => All.Where(source => Serves(source.Id, profile) && (profile.ContactTypes.Count == 0 || source.ContactTypes.Any(profile.ContactTypes.Contains))).Select(source => source.Id);

    /// <summary>Whether a source can look for a profile at all: Google Maps needs one of its locations.</summary>
    public static bool Serves(DiscoverySourceId source, TargetProfileRow profile) => source != DiscoverySourceId.GoogleMaps || profile.Locations.Count > 0;

    private static DiscoverySource Source(DiscoverySourceId id, string name, string description, IReadOnlyList<ContactType> types, Channel channel, bool requiresLocation = false) => new()
    {
        Id = id,
        Name = name,
        Description = description,
        Available = true,
        RequiresLocation = requiresLocation,
        ContactTypes = types,
        Channels = [channel],
    };
}
