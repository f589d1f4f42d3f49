namespace Outreach.Sdk.Reachkit;

/// <summary>When a campaign may send.</summary>
public sealed record CampaignSchedule
{
    /// <summary>Zone in which the windows are read.</summary>
    public ScheduleTimezone Timezone { get; init; }

    /// <summary>Sending window in the schedule's zone; start is inside it, end is not.</summary>
    public TimeWindow DefaultWindow { get => field ?? new(); init; }

    /// <summary>The seven weekdays.</summary>
    public ScheduleDays Days { get => field ?? new(); init; }
}
