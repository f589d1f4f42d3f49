using System.Globalization;
using System.Text;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The contacts that a discovery job finds: the same for the same query, all under <c>.example</c>.</summary>
internal static class InventedContacts
{
    /// <summary>Most results of one job.</summary>
    public const int Most = 10;

    private static readonly string[] Names = ["Harbor", "Maple", "Cobalt", "Lantern", "Juniper", "Granite", "Meadow", "Copper", "Willow", "Summit"];

    /// <summary>The results of a job, best first; whether they are known is not looked at.</summary>
    public static IEnumerable<DiscoveredContact> Of(DiscoveryJobRow job)
    {
        List<DiscoveryTarget> targets = [.. job.Targets.Where(target => target.Sources.Count > 0)];
        if (targets.Count == 0 || job.Query.Contains("[empty]", StringComparison.Ordinal)) yield break;
        string slug = Slug(job.Query);
        string kind = Title(job.Query);
        for (int i = 0; i < Math.Min(job.MaxResults, Most); i++)
        {
            DiscoveryTarget target = targets[i % targets.Count];
            int turn = i / targets.Count;
            DiscoverySourceId source = target.Sources[turn % target.Sources.Count];
            IReadOnlyList<ContactType> types = target.ContactTypes.Count > 0 ? target.ContactTypes : DiscoverySources.All.First(one => one.Id == source).ContactTypes;
            string handle = string.Create(CultureInfo.InvariantCulture, $"{Names[i].ToLowerInvariant()}{i + 1}");
            yield return new DiscoveredContact
            {
                Name = $"{Names[i]} {kind}",
                Type = types[turn % types.Count],
                Email = string.Create(CultureInfo.InvariantCulture, $"contact{i + 1}@{slug}.example"),
                Phone = string.Create(CultureInfo.InvariantCulture, $"+1 555 01{i:00}"),
                Website = $"https://{handle}.{slug}.example/",
                Social = new SocialHandles
                {
                    Instagram = source == DiscoverySourceId.Instagram ? handle : null,
                    Twitter = source == DiscoverySourceId.Twitter ? handle : null,
                    Linkedin = source == DiscoverySourceId.LinkedIn ? handle : null,
                },
                Location = Place(target.Location),
                Source = source,
                SourceUrl = $"https://{source.Value!.Replace('_', '-')}.example/{handle}",
                RelevanceScore = 95 - (5 * i),
                TargetProfileId = target.ProfileId,
            };
        }
    }

    /// <summary>A text as a label of a domain: lower-case letters, digits and single hyphens.</summary>
    public static string Slug(string text)
    {
        StringBuilder slug = new();
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 60) break;
        }

        string label = slug.ToString().TrimEnd('-');
        return label.Length == 0 ? "search" : label;
    }

    private static string Title(string query)
        => MarkusWriter.Cut(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(query.Split(',')[0].ToLowerInvariant()), 150);

    private static Location Place(string? location)
    {
        if (location is null) return new Location();
        string[] parts = location.Split(',', 2, StringSplitOptions.TrimEntries);
        return new Location { City = MarkusWriter.Cut(parts[0], 120), Region = parts.Length > 1 ? MarkusWriter.Cut(parts[1], 120) : null };
    }
}
