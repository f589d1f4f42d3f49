namespace Outreach.Sdk.Markus;

/// <summary>Account-wide figures.</summary>
public sealed record AnalyticsOverview
{
    /// <summary>Days covered, both inclusive, UTC.</summary>
    public DateRange Period { get => field ?? new(); init; }

    /// <summary>Campaigns now.</summary>
    public OverviewCampaignCounts Campaigns { get => field ?? new(); init; }

    /// <summary>Contacts.</summary>
    public OverviewContactCounts Contacts { get => field ?? new(); init; }

    /// <summary>Message figures within a period, by the time of the event.</summary>
    public MessageCounts Messages { get => field ?? new(); init; }

    /// <summary>Rates over the same period.</summary>
    public EngagementRates Rates { get => field ?? new(); init; }

    /// <summary>Messages that wait for approval now.</summary>
    public int PendingApproval { get; init; }

    /// <summary>Conversations with unread messages now.</summary>
    public int UnreadConversations { get; init; }

    /// <summary>Per channel with at least one message in the period.</summary>
    public IReadOnlyList<ChannelMetrics> ByChannel { get => field ?? []; init; }

    /// <summary>Up to 5 campaigns by reply rate, then by sent.</summary>
    public IReadOnlyList<CampaignLeader> TopCampaigns { get => field ?? []; init; }
}
