using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Delivery counts of one domain over the window.</summary>
public sealed record BounceStats
{
    /// <summary>Domain name.</summary>
    public string? Domain { get; init; }

    /// <summary>Lookback window.</summary>
    public StatsPeriod Period { get => field ?? new(); init; }

    /// <summary>Messages in the sent folder dated in the window, pending ones included.</summary>
    public int TotalSent { get; init; }

    /// <summary>Delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Transient bounces.</summary>
    public int Bounced { get; init; }

    /// <summary>Permanent bounces.</summary>
    public int Failed { get; init; }

    /// <summary>Opened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Opened { get; init; }

    /// <summary>With at least one tracked click.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Clicked { get; init; }

    /// <summary>Replied to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Replied { get; init; }

    /// <summary><c>bounced</c> over <c>totalSent</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double BounceRate { get; init; }

    /// <summary><c>failed</c> over <c>totalSent</c>. Percentage, 0 to 100, rounded to two decimals; 0 when the denominator is 0.</summary>
    public double ComplaintRate { get; init; }
}
