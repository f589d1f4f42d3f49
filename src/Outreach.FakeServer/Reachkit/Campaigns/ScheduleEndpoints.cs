using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Changing a campaign's schedule (contract section 3.3).</summary>
internal static class ScheduleEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteTable<ReachkitCall> routes) => routes.Map("campaigns.updateSchedule", Update);

    private static FakeResponse Update(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        Fields fields = call.Fields();
        SendingSchedule schedule = campaign.Schedule with { Timezone = Timezone(fields) ?? campaign.Schedule.Timezone };
        if (fields.Object("default_window").Or(null) is { } window)
        {
            SendingWindow old = schedule.DefaultWindow;
            schedule = schedule with { DefaultWindow = new SendingWindow(Time(window, "start", nullable: false).Or(null) ?? old.Start, Time(window, "end", nullable: false).Or(null) ?? old.End) };
        }

        if (fields.Object("days").Or(null) is { } days) schedule = Days(schedule, days);
        List<string> bad = [.. fields.Violations.Select(violation => violation.Path)];
        foreach ((string path, bool usesDefault) in schedule.InvertedWindows())
            if (!IsBad(path) && !(usesDefault && IsBad("default_window"))) fields.Report($"{path}.end", ViolationKind.Rule, expected: "must be after start");
        call.Check();
        return ReachkitAnswer.Data(CampaignView.Schedule(Save(call, campaign, schedule).Schedule), ReachkitJson.Default.CampaignSchedule);

        // A window with a bad field is not known, so nothing is said of its order.
        bool IsBad(string path) => bad.Exists(other => other == path || other.StartsWith($"{path}.", StringComparison.Ordinal));
    }

    private static CampaignRow Save(ReachkitCall call, CampaignRow campaign, SendingSchedule schedule)
    {
        SendingSchedule old = campaign.Schedule;
        bool same = schedule.Timezone == old.Timezone && schedule.DefaultWindow == old.DefaultWindow && schedule.Days.SequenceEqual(old.Days);
        if (same) return campaign;
        campaign = call.State.Campaigns.Update(campaign with { Schedule = schedule, UpdatedAt = call.Now });

        // Due dates are dates of the campaign's zone.
        if (schedule.Timezone != old.Timezone) call.Module.Queue.Rebuild(campaign);
        call.Module.Passes.Wake();
        return campaign;
    }

    private static string? Timezone(Fields fields)
    {
        if (fields.Text("timezone").Or(null) is not { } zone) return null;
        if (ScheduleZones.IsKnown(zone)) return zone;
        if (string.IsNullOrWhiteSpace(zone)) fields.Report("timezone", ViolationKind.Blank);
        else fields.Report("timezone", ViolationKind.Rule, expected: "is not a supported time zone");
        return null;
    }

    private static SendingSchedule Days(SendingSchedule schedule, Fields days)
    {
        foreach (JsonProperty member in days.Element.EnumerateObject())
        {
            if (!ScheduleDays.TryParse(member.Name, out DayOfWeek name))
            {
                days.Report(member.Name, ViolationKind.Rule, expected: "is not a day of the week");
                continue;
            }

            if (days.Object(member.Name).Or(null) is not { } day) continue;
            int index = ScheduleDays.IndexOf(name);
            SendingDay old = schedule.Days[index];
            bool enabled = day.Flag("enabled").Or(null) ?? old.Enabled;
            Optional<ScheduleTime?> start = Time(day, "start", nullable: true);
            Optional<ScheduleTime?> end = Time(day, "end", nullable: true);
            schedule = schedule with { Days = schedule.Days.SetItem(index, new SendingDay(enabled, start.IsSet ? start.Value : old.Start, end.IsSet ? end.Value : old.End)) };
        }

        return schedule;
    }

    private static Optional<ScheduleTime?> Time(Fields fields, string name, bool nullable)
    {
        Optional<string?> text = fields.Text(name, nullable: nullable);
        if (!text.IsSet) return default;
        if (text.Value is null) return new Optional<ScheduleTime?>(null);
        if (ScheduleTime.TryParse(text.Value, out ScheduleTime time)) return time.Rounded();
        fields.Report(name, ViolationKind.Rule, expected: "must be HH:MM");
        return default;
    }
}
