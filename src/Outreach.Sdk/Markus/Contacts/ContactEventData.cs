using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The contact after the change.</summary>
public sealed record ContactEventData
{
    /// <summary>Contact id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Person or organisation.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address, stored in lower case.</summary>
    public string? Email { get; init; }

    /// <summary>Organisation.</summary>
    public string? Company { get; init; }

    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactType? Type { get; init; }

    /// <summary>Labels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Outreach state of a contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactStatus? Status { get; init; }

    /// <summary>How a contact came into the account.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactSource? Source { get; init; }

    /// <summary>Creation time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Soft deletion.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
