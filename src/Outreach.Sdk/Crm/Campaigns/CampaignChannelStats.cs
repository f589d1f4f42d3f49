namespace Outreach.Sdk.Crm;

/// <summary>Counters of one channel.</summary>
public sealed record CampaignChannelStats
{
    /// <summary>
    /// Way to reach customers. EMAIL, SMS, FACEBOOK and INSTAGRAM are published for campaigns and PUSH is implied by
    /// pushTemplateId; the others are inferred.
    /// </summary>
    public Channel Channel { get; init; }

    /// <summary>Sent.</summary>
    public int SentCount { get; init; }

    /// <summary>Delivered.</summary>
    public int DeliveredCount { get; init; }

    /// <summary>Opened.</summary>
    public int OpenedCount { get; init; }

    /// <summary>Clicked.</summary>
    public int ClickedCount { get; init; }

    /// <summary>Bounced.</summary>
    public int BouncedCount { get; init; }

    /// <summary>Unsubscribed.</summary>
    public int UnsubscribedCount { get; init; }
}
