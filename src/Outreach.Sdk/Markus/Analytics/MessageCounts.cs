namespace Outreach.Sdk.Markus;

/// <summary>Message figures within a period, by the time of the event.</summary>
public sealed record MessageCounts
{
    /// <summary>Sent.</summary>
    public int Sent { get; init; }

    /// <summary>Delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Opened.</summary>
    public int Opened { get; init; }

    /// <summary>Bounced.</summary>
    public int Bounced { get; init; }

    /// <summary>Failed.</summary>
    public int Failed { get; init; }

    /// <summary>Inbound messages.</summary>
    public int Replies { get; init; }
}
