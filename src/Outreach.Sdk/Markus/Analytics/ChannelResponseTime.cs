namespace Outreach.Sdk.Markus;

/// <summary>Response time of one channel.</summary>
public sealed record ChannelResponseTime
{
    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Mean, rounded; null without replies.</summary>
    public long? AverageSeconds { get; init; }

    /// <summary>Replies.</summary>
    public int SampleSize { get; init; }
}
