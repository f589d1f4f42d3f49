namespace Outreach.Sdk.Crm;

/// <summary>Counters and rates of one campaign. Counter and rate names are those of the published data model.</summary>
public sealed record CampaignStats
{
    /// <summary>The campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Customers targeted.</summary>
    public int TargetCount { get; init; }

    /// <summary>Messages sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Delivered.</summary>
    public int DeliveredCount { get; init; }

    /// <summary>Opened.</summary>
    public int OpenedCount { get; init; }

    /// <summary>Clicked.</summary>
    public int ClickedCount { get; init; }

    /// <summary>Converted.</summary>
    public int ConvertedCount { get; init; }

    /// <summary>Unsubscribed.</summary>
    public int UnsubscribedCount { get; init; }

    /// <summary>Bounced.</summary>
    public int BouncedCount { get; init; }

    /// <summary>Delivered per sent message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? DeliveryRate { get; init; }

    /// <summary>Opened per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? OpenRate { get; init; }

    /// <summary>Clicked per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ClickRate { get; init; }

    /// <summary>Converted per delivered message, as a fraction from 0 to 1 (scale inferred); null while it has no denominator.</summary>
    public double? ConversionRate { get; init; }

    /// <summary>The same per message channel.</summary>
    public IReadOnlyList<CampaignChannelStats> ByChannel { get => field ?? []; init; }
}
