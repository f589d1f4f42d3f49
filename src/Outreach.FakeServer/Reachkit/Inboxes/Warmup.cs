using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Warmup of inboxes (contract section 6.5); its days are days of UTC.</summary>
internal static class Warmup
{
    private const int DaysShown = 7;

    /// <summary>Books today's warmup mail of an inbox, once.</summary>
    public static void Book(ReachkitState state, InboxRow inbox, DateTimeOffset now)
    {
        InboxTallyRow tally = state.InboxTallies.At(inbox.Ordinal)!;
        DateOnly today = Day(now);
        if (state.WarmupDays.At(tally.LastWarmupDay)?.Date == today) return;
        WarmupDayRow day = state.WarmupDays.Add(new WarmupDayRow { Date = today, Previous = tally.LastWarmupDay, Sent = Volume(inbox, tally.WarmupDays) });
        state.InboxTallies.Update(tally with { LastWarmupDay = day.Ordinal, WarmupDays = tally.WarmupDays + 1 });
    }

    /// <summary>Lets some of today's warmup mail land in spam; at most what was sent.</summary>
    public static void AddSpam(ReachkitState state, InboxRow inbox, int count, DateTimeOffset now)
    {
        if (state.WarmupDays.At(state.InboxTallies.At(inbox.Ordinal)!.LastWarmupDay) is { } day && day.Date == Day(now))
            state.WarmupDays.Update(day with { Spam = Math.Clamp(day.Spam + count, 0, day.Sent) });
    }

    /// <summary>Totals and the last seven days.</summary>
    public static WarmupStats Stats(ReachkitState state, InboxRow inbox, DateTimeOffset now)
    {
        DateOnly today = Day(now);
        WarmupDay[] days = [.. Enumerable.Range(0, DaysShown).Select(i => new WarmupDay { Date = today.AddDays(i + 1 - DaysShown) })];
        foreach (WarmupDayRow day in Recent(state, inbox, today))
        {
            int i = day.Date.DayNumber - days[0].Date.DayNumber;
            days[i] = days[i] with { Sent = day.Sent, SpamCount = day.Spam };
        }

        InboxTallyRow tally = state.InboxTallies.At(inbox.Ordinal)!;
        bool bookedToday = days[^1].Sent > 0;
        int sent = days.Sum(day => day.Sent);
        int spam = days.Sum(day => day.SpamCount);
        return new WarmupStats
        {
            Sent = sent,
            Received = sent,
            SavedFromSpam = spam,
            HealthScore = Score(sent, spam),
            RampUpProgress = tally.WarmupDays == 0 ? 0 : 100 * Volume(inbox, tally.WarmupDays - (bookedToday ? 1 : 0)) / inbox.DailyWarmupLimit,
            Daily = days,
        };
    }

    /// <summary>The health score of an inbox.</summary>
    public static int Health(ReachkitState state, InboxRow inbox, DateTimeOffset now)
    {
        int sent = 0, spam = 0;
        foreach (WarmupDayRow day in Recent(state, inbox, Day(now)))
        {
            sent += day.Sent;
            spam += day.Spam;
        }

        return Score(sent, spam);
    }

    private static int Score(int sent, int spam) => sent == 0 ? 100 : (int)Math.Round(100m * (1 - (decimal)spam / sent), MidpointRounding.AwayFromZero);

    private static int Volume(InboxRow inbox, int completedDays) => Math.Min(inbox.DailyWarmupLimit, 2 + (2 * completedDays));

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static IEnumerable<WarmupDayRow> Recent(ReachkitState state, InboxRow inbox, DateOnly today)
    {
        for (WarmupDayRow? day = state.WarmupDays.At(state.InboxTallies.At(inbox.Ordinal)!.LastWarmupDay);
            day is not null && day.Date.DayNumber > today.DayNumber - DaysShown;
            day = state.WarmupDays.At(day.Previous))
            yield return day;
    }
}
