using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// Fields to change; members left out stay as they are, null clears. <c>social</c>, <c>location</c>, <c>tags</c> and
/// <c>custom_fields</c> are replaced as a whole.
/// </summary>
public sealed record UpdateContactRequest
{
    /// <summary>Campaign; null takes the contact out of its campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CampaignId { get; init; }

    /// <summary>Person or organisation. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>E-mail address, unique in the account (case-insensitive). At most 254 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; init; }

    /// <summary>Organisation. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Company { get; init; }

    /// <summary>Role. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Title { get; init; }

    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ContactType> Type { get; init; }

    /// <summary>Phone number, free text. At most 40 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Phone { get; init; }

    /// <summary>Web site. At most 2048 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Website { get; init; }

    /// <summary>Social accounts of a contact. Each member may be null or left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SocialHandles> Social { get; init; }

    /// <summary>Where a contact is. Each member may be null or left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Location> Location { get; init; }

    /// <summary>Labels. At most 20 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> Tags { get; init; }

    /// <summary>Free text. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Own fields for personalisation; at most 50.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Dictionary<string, string>> CustomFields { get; init; }

    /// <summary>The contact states that a caller may set. The others are set by the service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ContactStatusInput> Status { get; init; }
}
