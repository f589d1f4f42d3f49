namespace Outreach.Sdk.Mailmark;

/// <summary>Enrollment counts plus rates.</summary>
public sealed record SequenceCounts
{
    /// <summary>Enrollments ever made, re-enrollments included.</summary>
    public int Total { get; init; }

    /// <summary>Still moving through the steps.</summary>
    public int Active { get; init; }

    /// <summary>Went through all steps.</summary>
    public int Completed { get; init; }

    /// <summary>Ended by a message from the contact.</summary>
    public int Replied { get; init; }

    /// <summary>Ended by a bounce.</summary>
    public int Bounced { get; init; }

    /// <summary>Cancelled.</summary>
    public int Cancelled { get; init; }

    /// <summary><c>replied</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double ReplyRate { get; init; }

    /// <summary><c>bounced</c> over <c>total</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double BounceRate { get; init; }
}
