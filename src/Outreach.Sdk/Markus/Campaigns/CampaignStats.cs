namespace Outreach.Sdk.Markus;

/// <summary>Counters of one campaign since its creation.</summary>
public sealed record CampaignStats
{
    /// <summary>Contacts in the campaign that are not deleted.</summary>
    public int Contacts { get; init; }

    /// <summary>Messages that wait for approval now.</summary>
    public int PendingApproval { get; init; }

    /// <summary>Messages approved and not yet sent.</summary>
    public int Approved { get; init; }

    /// <summary>Messages rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>Messages sent (delivered, opened and bounced ones included).</summary>
    public int Sent { get; init; }

    /// <summary>Messages delivered (opened ones included).</summary>
    public int Delivered { get; init; }

    /// <summary>Messages opened.</summary>
    public int Opened { get; init; }

    /// <summary>Messages bounced.</summary>
    public int Bounced { get; init; }

    /// <summary>Messages in state failed now.</summary>
    public int Failed { get; init; }

    /// <summary>Inbound messages.</summary>
    public int Replies { get; init; }

    /// <summary>Conversations.</summary>
    public int Conversations { get; init; }

    /// <summary>opened / delivered. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double OpenRate { get; init; }

    /// <summary>
    /// Conversations with an inbound message / conversations. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.
    /// </summary>
    public double ReplyRate { get; init; }

    /// <summary>bounced / sent. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double BounceRate { get; init; }
}
