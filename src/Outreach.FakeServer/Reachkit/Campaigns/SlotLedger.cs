namespace Outreach.FakeServer.Reachkit;

/// <summary>Chains of half hours with numbers; each owner keeps the place of its newest one.</summary>
internal static class SlotLedger
{
    /// <summary>The half hour of an instant.</summary>
    public static int HalfHourOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 1800);

    /// <summary>The first instant of a half hour.</summary>
    public static DateTimeOffset StartOf(int halfHour) => DateTimeOffset.FromUnixTimeSeconds(halfHour * 1800L);

    /// <summary>Adds to the numbers of a half hour, which may lie in the past if it has numbers already.</summary>
    /// <returns>The place of the newest one.</returns>
    public static int Add(Table<SlotRow> slots, int newest, DateTimeOffset at, int sent = 0, int used = 0, int replies = 0)
    {
        int halfHour = HalfHourOf(at);
        for (int place = newest; place >= 0;)
        {
            SlotRow slot = slots.At(place)!;
            if (slot.HalfHour == halfHour)
            {
                slots.Update(slot with { Sent = slot.Sent + sent, Used = slot.Used + used, Replies = slot.Replies + replies });
                return newest;
            }

            if (slot.HalfHour < halfHour) break;
            place = slot.Previous;
        }

        return slots.Add(new SlotRow { HalfHour = halfHour, Previous = newest, Sent = sent, Used = used, Replies = replies }).Ordinal;
    }

    /// <summary>From the newest half hour back to, and with, one.</summary>
    public static IEnumerable<SlotRow> Back(Table<SlotRow> slots, int newest, int first = int.MinValue)
    {
        for (int place = newest; place >= 0;)
        {
            SlotRow slot = slots.At(place)!;
            if (slot.HalfHour < first) yield break;
            yield return slot;
            place = slot.Previous;
        }
    }

    /// <summary>Emails that count against a limit since a half hour began.</summary>
    public static int UsedSince(Table<SlotRow> slots, int newest, int first)
    {
        int used = 0;
        for (int place = newest; place >= 0;)
        {
            SlotRow slot = slots.At(place)!;
            if (slot.HalfHour < first) break;
            used += slot.Used;
            place = slot.Previous;
        }

        return used;
    }

    /// <summary>The half hour with which a schedule's present day began.</summary>
    public static int DayStart(SendingSchedule schedule, DateTimeOffset now)
    {
        DateOnly today = schedule.LocalDate(now);
        int halfHour = HalfHourOf(now);
        while (schedule.LocalDate(StartOf(halfHour - 1)) == today) halfHour--;
        return halfHour;
    }
}
