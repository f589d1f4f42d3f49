namespace Outreach.Sdk.Markus;

/// <summary>Figures of one channel.</summary>
public sealed record ChannelMetrics
{
    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Message figures within a period, by the time of the event.</summary>
    public MessageCounts Messages { get => field ?? new(); init; }

    /// <summary>Rates over the same period.</summary>
    public EngagementRates Rates { get => field ?? new(); init; }
}
