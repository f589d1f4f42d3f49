using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// Fields to change; members left out stay as they are, null clears a nullable member. <c>objective_type</c> cannot change.
/// </summary>
public sealed record UpdateCampaignRequest
{
    /// <summary>Campaign name, trimmed. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Internal note. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>The goal in the user's words. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Objective { get; init; }

    /// <summary>Channels to use, most preferred first. 1 to 4 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<Channel> Channels { get; init; }

    /// <summary>Allowed only for product_promotion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ProductDetails?> Product { get; init; }

    /// <summary>Allowed only for venue_dj.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<VenueDetails?> Venue { get; init; }

    /// <summary>Extra instructions for the writer. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomInstructions { get; init; }

    /// <summary>
    /// Settings to set; members left out keep their value (update) or take the default (create). <c>send_window</c> and
    /// <c>follow_ups</c> are replaced as a whole.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CampaignSettingsInput> Settings { get; init; }

    /// <summary>Nothing is sent before this time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> StartDate { get; init; }

    /// <summary>The campaign completes at this time; later than start_date and than now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> EndDate { get; init; }

    /// <summary>New status, where the state machine allows it. Deletion has its own operation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CampaignStatus> Status { get; init; }
}
