namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// The schedule that limits the real sending of a new domain. Its days turn at six in the morning, UTC; they are counted when
/// somebody looks, so that an idle world has no work.
/// </summary>
internal sealed class WarmingRules(MailmarkService service)
{
    private const long Turn = 6 * Millis.Hour;

    /// <summary>How many messages a day of the schedule allows.</summary>
    public static int LimitOf(int day) => day switch
    {
        <= 3 => 5,
        <= 7 => 15,
        <= 14 => 40,
        <= 21 => 100,
        _ => 250,
    };

    /// <summary>Whether the day's limit of a domain is used up.</summary>
    public bool IsUsedUp(string domainId) => Active(domainId) is { } row && row.SentToday >= row.DailyLimit;

    /// <summary>Refuses when the day's limit of a domain is used up.</summary>
    public void Check(string domainId)
    {
        if (Active(domainId) is { } row && row.SentToday >= row.DailyLimit)
            throw MailmarkErrors.WarmingLimitReached(row.DailyLimit, row.CurrentDay, row.TotalDays);
    }

    /// <summary>Counts a message of a domain.</summary>
    public void Count(string domainId)
    {
        if (Active(domainId) is { } row) service.State.Warming.Update(row with { SentToday = row.SentToday + 1 });
    }

    /// <summary>The schedules of a domain as they are now.</summary>
    public IReadOnlyList<WarmingRow> Of(string domainId) => [.. service.State.WarmingOfDomain[domainId].ToList().Select(CatchUp)];

    private WarmingRow? Active(string domainId) => Of(domainId).FirstOrDefault(row => row.Status == "active");

    private WarmingRow CatchUp(WarmingRow row)
    {
        long turns = DayOf(service.Now) - DayOf(row.AsOf);
        if (turns <= 0 || row.Status != "active") return row;
        long day = row.CurrentDay + turns;
        row = day > row.TotalDays
            ? row with { Status = "completed", CurrentDay = row.TotalDays }
            : row with { CurrentDay = (int)day, DailyLimit = LimitOf((int)day), SentToday = 0 };
        return service.State.Warming.Update(row with { AsOf = service.Now });
    }

    private static long DayOf(long ms) => (long)Math.Floor((double)(ms - Turn) / Millis.Day);
}
