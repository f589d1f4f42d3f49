using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A contact.</summary>
internal sealed record ContactRow : Row
{
    public required string AccountId { get; init; }

    public string? CampaignId { get; init; }

    public string? Name { get; init; }

    /// <summary>In lower case.</summary>
    public string? Email { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public ContactType Type { get; init; } = ContactType.Other;

    public string? Phone { get; init; }

    public string? Website { get; init; }

    /// <summary>Null when there is no handle at all, so that an empty object is no change.</summary>
    public SocialHandles? Social { get; init => field = value == new SocialHandles() ? null : value; }

    /// <summary>Null when nothing is known of it.</summary>
    public Location? Location { get; init => field = value == new Location() ? null : value; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Notes { get; init; }

    /// <summary>Null when there are none.</summary>
    public IReadOnlyDictionary<string, string>? CustomFields { get; init => field = value is { Count: 0 } ? null : value; }

    public ContactStatus Status { get; init; } = ContactStatus.New;

    public ContactSource Source { get; init; } = ContactSource.Manual;

    public int? RelevanceScore { get; init; }

    public DateTimeOffset? LastContactedAt { get; init; }

    public DateTimeOffset? LastRepliedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Messages sent to it, whatever became of them.</summary>
    public int SendCount { get; init; }

    /// <summary>The address or handle on a channel; null when there is none.</summary>
    public string? AddressOn(Channel channel) => channel.Value switch
    {
        "email" => Email,
        "instagram" => Social?.Instagram,
        "twitter" => Social?.Twitter,
        "linkedin" => Social?.Linkedin,
        _ => null,
    };

    /// <summary>Whether it can be written to on a channel.</summary>
    public bool IsReachableOn(Channel channel) => DeletedAt is null && Status != ContactStatus.Unsubscribed && !string.IsNullOrEmpty(AddressOn(channel));
}
