namespace Outreach.Sdk.Markus;

/// <summary>A campaign in the ranking.</summary>
public sealed record CampaignLeader
{
    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Campaign name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Messages sent in the period.</summary>
    public int Sent { get; init; }

    /// <summary>Inbound messages in the period.</summary>
    public int Replies { get; init; }

    /// <summary>Reply rate in the period. Fraction 0 to 1, rounded to 4 decimals; 0 when the denominator is 0.</summary>
    public double ReplyRate { get; init; }
}
