namespace Outreach.Sdk.Mailmark;

/// <summary>Message counts plus rates.</summary>
public sealed record BatchCounts
{
    /// <summary>Messages of the batch in the sent folder.</summary>
    public int Total { get; init; }

    /// <summary>Delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Transient bounces.</summary>
    public int Bounced { get; init; }

    /// <summary>Permanent bounces.</summary>
    public int Failed { get; init; }

    /// <summary>Opened.</summary>
    public int Opened { get; init; }

    /// <summary>With at least one tracked click.</summary>
    public int Clicked { get; init; }

    /// <summary>Replied to.</summary>
    public int Replied { get; init; }

    /// <summary><c>opened</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double OpenRate { get; init; }

    /// <summary><c>clicked</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double ClickRate { get; init; }

    /// <summary><c>replied</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double ReplyRate { get; init; }

    /// <summary><c>bounced</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double BounceRate { get; init; }
}
