namespace Outreach.Sdk.Reachkit;

/// <summary>A campaign with full analytics (answers of create and get).</summary>
public sealed record Campaign
{
    /// <summary>Campaign id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>State of a campaign.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Same number as stats.progress.</summary>
    public int Progress { get; init; }

    /// <summary>Sending options of a campaign.</summary>
    public CampaignOptions Options { get => field ?? new(); init; }

    /// <summary>When a campaign may send.</summary>
    public CampaignSchedule Schedule { get => field ?? new(); init; }

    /// <summary>Headline numbers plus the day series and the breakdown per step and variant.</summary>
    public CampaignAnalytics Stats { get => field ?? new(); init; }

    /// <summary>Attached inboxes.</summary>
    public IReadOnlyList<CampaignInbox> Inboxes { get => field ?? []; init; }

    /// <summary>When it was made. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of its settings, schedule or inboxes. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
