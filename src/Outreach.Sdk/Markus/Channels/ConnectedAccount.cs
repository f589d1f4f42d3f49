namespace Outreach.Sdk.Markus;

/// <summary>An account that messages are sent from.</summary>
public sealed record ConnectedAccount
{
    /// <summary>Connected account id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Address or handle.</summary>
    public string Handle { get => field ?? ""; init; }

    /// <summary>Sender name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>State of a connected channel account.</summary>
    public ConnectedAccountStatus Status { get; init; }

    /// <summary>Used when a send names no account; one per channel.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Most messages per UTC day.</summary>
    public int DailyLimit { get; init; }

    /// <summary>Messages sent in the current UTC day.</summary>
    public int SentToday { get; init; }

    /// <summary>When it was connected.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Last message sent.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
