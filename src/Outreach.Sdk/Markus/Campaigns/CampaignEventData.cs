using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// The campaign after the change. Only the first three members are published; the reference server sends all of them and clients
/// must not require the rest.
/// </summary>
public sealed record CampaignEventData
{
    /// <summary>Campaign id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>
    /// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005;
    /// <c>paused</c> and <c>completed</c> are inferred.
    /// </summary>
    public CampaignStatus Status { get; init; }

    /// <summary>
    /// What a campaign is for. <c>venue_dj</c> is a published wire value; the other two kinds are published by name and their wire
    /// spelling is inferred.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ObjectiveType? ObjectiveType { get; init; }

    /// <summary>Channels to use, most preferred first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>What paid for the campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CampaignFunding? Funding { get; init; }

    /// <summary>Creation time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Last change of the campaign's own fields.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Soft deletion; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
