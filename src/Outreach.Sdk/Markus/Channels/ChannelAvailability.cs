namespace Outreach.Sdk.Markus;

/// <summary>Availability of all four channels.</summary>
public sealed record ChannelAvailability
{
    /// <summary>Contact that was checked, or null for a general check.</summary>
    public string? ContactId { get; init; }

    /// <summary>First available channel in the order email, instagram, twitter, linkedin; null when none is.</summary>
    public Channel? RecommendedChannel { get; init; }

    /// <summary>Always four entries, in that order.</summary>
    public IReadOnlyList<ChannelAvailabilityItem> Channels { get => field ?? []; init; }
}
