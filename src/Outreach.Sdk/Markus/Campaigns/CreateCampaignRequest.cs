using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Data for a new campaign. It starts as a draft.</summary>
public sealed record CreateCampaignRequest
{
    /// <summary>Campaign name, trimmed. 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What a campaign is for. <c>venue_dj</c> is a published wire value; the other two kinds are published by name and their wire
    /// spelling is inferred.
    /// </summary>
    public required ObjectiveType ObjectiveType { get; init; }

    /// <summary>Internal note. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>The goal in the user's words. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Objective { get; init; }

    /// <summary>Channels to use, most preferred first. 1 to 4 items. Default: <c>["email"]</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>Allowed only for product_promotion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProductDetails? Product { get; init; }

    /// <summary>Allowed only for venue_dj.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VenueDetails? Venue { get; init; }

    /// <summary>Extra instructions for the writer. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomInstructions { get; init; }

    /// <summary>
    /// Settings to set; members left out keep their value (update) or take the default (create). <c>send_window</c> and
    /// <c>follow_ups</c> are replaced as a whole.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CampaignSettingsInput? Settings { get; init; }

    /// <summary>Nothing is sent before this time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The campaign completes at this time; later than start_date and than now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndDate { get; init; }
}
