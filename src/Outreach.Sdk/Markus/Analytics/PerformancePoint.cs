namespace Outreach.Sdk.Markus;

/// <summary>Figures of one interval.</summary>
public sealed record PerformancePoint
{
    /// <summary>First day of the interval.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Sent.</summary>
    public int Sent { get; init; }

    /// <summary>Delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Opened.</summary>
    public int Opened { get; init; }

    /// <summary>Bounced.</summary>
    public int Bounced { get; init; }

    /// <summary>Inbound messages.</summary>
    public int Replies { get; init; }

    /// <summary>opened / delivered. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double OpenRate { get; init; }

    /// <summary>replies / sent, capped at 1. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double ReplyRate { get; init; }
}
