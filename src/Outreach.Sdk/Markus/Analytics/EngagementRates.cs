namespace Outreach.Sdk.Markus;

/// <summary>Rates over the same period.</summary>
public sealed record EngagementRates
{
    /// <summary>delivered / sent. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double DeliveryRate { get; init; }

    /// <summary>opened / delivered. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double OpenRate { get; init; }

    /// <summary>
    /// Conversations with an inbound message / conversations with an outbound message. Fraction 0 to 1, rounded to 4 decimals; 0
    /// when the denominator is 0.
    /// </summary>
    public double ReplyRate { get; init; }

    /// <summary>bounced / sent. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double BounceRate { get; init; }
}
