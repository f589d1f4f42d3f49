using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What a venue-booking campaign offers.</summary>
public sealed record VenueDetails
{
    /// <summary>Stage name.</summary>
    public string ArtistName { get => field ?? ""; init; }

    /// <summary>Music genres.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Genres { get; init; }

    /// <summary>Short biography.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Bio { get; init; }

    /// <summary>Links to mixes or press kits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MixUrls { get; init; }

    /// <summary>Where the artist is based.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HomeCity { get; init; }

    /// <summary>First free date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AvailableFrom { get; init; }

    /// <summary>Last free date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AvailableUntil { get; init; }

    /// <summary>Free-text fee expectation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FeeNote { get; init; }
}
