namespace Outreach.Sdk.Markus;

/// <summary>Whether one channel can be used.</summary>
public sealed record ChannelAvailabilityItem
{
    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Whether a message could be sent now.</summary>
    public bool Available { get; init; }

    /// <summary>Set when not available.</summary>
    public ChannelUnavailableReason? Reason { get; init; }

    /// <summary>Account that would send, when one is connected.</summary>
    public string? AccountId { get; init; }

    /// <summary>Address or handle of the contact on that channel; null without contact.</summary>
    public string? Recipient { get; init; }

    /// <summary>Messages that the account may still send today.</summary>
    public int RemainingToday { get; init; }
}
