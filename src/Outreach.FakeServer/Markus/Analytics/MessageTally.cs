using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Counts what happened to messages within a period, each thing at its own time.</summary>
internal sealed class MessageTally
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    public int Sent { get; private set; }

    public int Delivered { get; private set; }

    public int Opened { get; private set; }

    public int Bounced { get; private set; }

    public int Failed { get; private set; }

    public int Replies { get; private set; }

    /// <summary>Whether anything happened.</summary>
    public bool IsEmpty => Sent + Delivered + Opened + Bounced + Failed + Replies == 0;

    /// <summary>Conversations with an inbound message to those with an outbound one; never above 1.</summary>
    public double ReplyRate => Share(_answered.Count, _written.Count);

    public MessageCounts Counts => new() { Sent = Sent, Delivered = Delivered, Opened = Opened, Bounced = Bounced, Failed = Failed, Replies = Replies };

    public EngagementRates Rates => new()
    {
        DeliveryRate = Share(Delivered, Sent),
        OpenRate = Share(Opened, Delivered),
        ReplyRate = ReplyRate,
        BounceRate = Share(Bounced, Sent),
    };

    /// <summary>Counts what happened to a message at a time that is wanted.</summary>
    public void Add(MessageRow message, Func<DateTimeOffset?, bool> within)
    {
        if (message.Direction == MessageDirection.Inbound)
        {
            if (!within(message.SentAt)) return;
            Replies++;
            if (message.ConversationId is { } answered) _answered.Add(answered);
            return;
        }

        if (within(message.SentAt))
        {
            Sent++;
            if (message.ConversationId is { } written) _written.Add(written);
        }

        if (within(message.DeliveredAt)) Delivered++;
        if (within(message.OpenedAt)) Opened++;
        if (within(message.BouncedAt)) Bounced++;
        if (within(message.FailedAt)) Failed++;
    }

    /// <summary>The figures as those of one interval.</summary>
    public PerformancePoint Point(DateOnly date) => new()
    {
        Date = date,
        Sent = Sent,
        Delivered = Delivered,
        Opened = Opened,
        Bounced = Bounced,
        Replies = Replies,
        OpenRate = Share(Opened, Delivered),
        ReplyRate = Share(Replies, Sent),
    };

    // What is opened today may have been delivered yesterday, so a part can exceed its whole.
    private static double Share(int part, int whole) => Math.Min(1, Markus.Rates.Of(part, whole));
}
