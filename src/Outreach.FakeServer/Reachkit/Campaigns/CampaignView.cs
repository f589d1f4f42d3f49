using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Campaigns as answers show them.</summary>
internal static class CampaignView
{
    /// <summary>With full analytics: create and get.</summary>
    public static Campaign Full(ReachkitModule module, CampaignRow row, DateTimeOffset now)
    {
        CampaignAnalytics stats = module.Numbers.All(row, now);
        return new Campaign
        {
            Id = row.Id,
            Name = row.Name,
            Status = row.Status,
            Progress = stats.Progress,
            Options = row.Options,
            Schedule = Schedule(row.Schedule),
            Stats = stats,
            Inboxes = Inboxes(module.State, row),
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    /// <summary>With headline numbers: list and update.</summary>
    public static CampaignSummary Summary(ReachkitModule module, CampaignRow row)
    {
        CampaignStats stats = module.Numbers.Headline(row);
        return new CampaignSummary
        {
            Id = row.Id,
            Name = row.Name,
            Status = row.Status,
            Progress = stats.Progress,
            Options = row.Options,
            Schedule = Schedule(row.Schedule),
            Stats = stats,
            Inboxes = Inboxes(module.State, row),
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    /// <summary>The inboxes of a campaign, in order of attaching.</summary>
    public static List<CampaignInbox> Inboxes(ReachkitState state, CampaignRow row)
        => [.. row.Inboxes.Select(place => state.Inboxes.At(place)!).Select(inbox => new CampaignInbox
        {
            Id = inbox.Id,
            Email = inbox.Email,
            Provider = inbox.Provider,
            IsActive = inbox.IsActive,
            ConnectionStatus = inbox.ConnectionStatus,
        })];

    /// <summary>A schedule.</summary>
    public static CampaignSchedule Schedule(SendingSchedule schedule) => new()
    {
        Timezone = ScheduleTimezone.From(schedule.Timezone),
        DefaultWindow = new TimeWindow { Start = schedule.DefaultWindow.Start.ToString(), End = schedule.DefaultWindow.End.ToString() },
        Days = new Sdk.Reachkit.ScheduleDays
        {
            Monday = Day(schedule, 0),
            Tuesday = Day(schedule, 1),
            Wednesday = Day(schedule, 2),
            Thursday = Day(schedule, 3),
            Friday = Day(schedule, 4),
            Saturday = Day(schedule, 5),
            Sunday = Day(schedule, 6),
        },
    };

    private static DaySchedule Day(SendingSchedule schedule, int index)
    {
        SendingDay day = schedule.Days[index];
        return new DaySchedule { Enabled = day.Enabled, Start = day.Start?.ToString(), End = day.End?.ToString() };
    }
}
