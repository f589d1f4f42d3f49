using System.Collections.ObjectModel;

namespace Outreach.Sdk.Markus;

/// <summary>A contact.</summary>
public sealed record Contact
{
    /// <summary>Contact id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign that the contact belongs to, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Person or organisation.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address, stored in lower case.</summary>
    public string? Email { get; init; }

    /// <summary>Organisation.</summary>
    public string? Company { get; init; }

    /// <summary>Role.</summary>
    public string? Title { get; init; }

    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    public ContactType Type { get; init; }

    /// <summary>Phone number, free text.</summary>
    public string? Phone { get; init; }

    /// <summary>Web site.</summary>
    public string? Website { get; init; }

    /// <summary>Social accounts of a contact. Each member may be null or left out.</summary>
    public SocialHandles Social { get => field ?? new(); init; }

    /// <summary>Where a contact is. Each member may be null or left out.</summary>
    public Location Location { get => field ?? new(); init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    /// <summary>Free text.</summary>
    public string? Notes { get; init; }

    /// <summary>Own fields for personalisation; at most 50.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>Outreach state of a contact.</summary>
    public ContactStatus Status { get; init; }

    /// <summary>How a contact came into the account.</summary>
    public ContactSource Source { get; init; }

    /// <summary>How well it fits the search that found it; null unless discovered.</summary>
    public int? RelevanceScore { get; init; }

    /// <summary>Last outbound message sent.</summary>
    public DateTimeOffset? LastContactedAt { get; init; }

    /// <summary>Last inbound message.</summary>
    public DateTimeOffset? LastRepliedAt { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Soft deletion; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
