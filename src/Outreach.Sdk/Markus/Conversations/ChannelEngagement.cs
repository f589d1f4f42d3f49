namespace Outreach.Sdk.Markus;

/// <summary>Figures of one channel.</summary>
public sealed record ChannelEngagement
{
    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Conversations.</summary>
    public int Conversations { get; init; }

    /// <summary>Outbound messages sent.</summary>
    public int MessagesSent { get; init; }

    /// <summary>Inbound messages.</summary>
    public int MessagesReceived { get; init; }

    /// <summary>
    /// Conversations with an inbound message / conversations. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.
    /// </summary>
    public double ReplyRate { get; init; }
}
