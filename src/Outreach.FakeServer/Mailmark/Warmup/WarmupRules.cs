namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// The exchange of warmup mail with partner accounts: a round and an engagement pass every half hour, a new day at half past
/// six, UTC. It depends on nothing but its own past, so it is played back when somebody looks.
/// </summary>
internal sealed class WarmupRules(MailmarkService service)
{
    private const long Interval = 30 * Millis.Minute;
    private const long DayTurn = (6 * Millis.Hour) + Interval;

    /// <summary>How many messages a day of a speed allows in each direction.</summary>
    public static int LimitOf(string speed, int day) => speed switch
    {
        "slow" => day <= 7 ? 2 : day <= 14 ? 5 : day <= 21 ? 10 : day <= 28 ? 15 : 20,
        "fast" => day <= 3 ? 10 : day <= 7 ? 15 : 20,
        _ => day <= 3 ? 5 : day <= 7 ? 10 : day <= 14 ? 15 : 20,
    };

    /// <summary>The entries of a domain as they are now, in order of enrollment.</summary>
    public IReadOnlyList<WarmupRow> Of(string domainId)
    {
        CatchUp(domainId);
        return [.. service.State.WarmupOfDomain[domainId]];
    }

    /// <summary>Plays back what happened to the entries of a domain since somebody last looked.</summary>
    public void CatchUp(string domainId)
    {
        foreach (WarmupRow row in service.State.WarmupOfDomain[domainId].ToList())
            if (service.Now / Interval > row.AsOf / Interval) service.State.Warmup.Update(Play(row));
    }

    private WarmupRow Play(WarmupRow row)
    {
        List<WarmupMail> outbound = [.. row.Outbound];
        bool exchanges = row.Status == "active" && service.State.Mailboxes.Find(row.MailboxId) is not null;
        for (long at = ((row.AsOf / Interval) + 1) * Interval; at <= service.Now; at += Interval)
        {
            int tick = (int)(at / Interval);
            if (exchanges) row = Round(row, outbound, at, tick);
            Engage(row, outbound, at, tick);
            if (row.Status == "active" && at % Millis.Day == DayTurn) row = Turn(row, outbound, at);
        }

        return row with { Outbound = outbound, AsOf = service.Now };
    }

    private WarmupRow Round(WarmupRow row, List<WarmupMail> outbound, long at, int tick)
    {
        int partners = service.Settings.WarmupPartners;
        int wanted = 2 + service.World.Draws.Below(2, row.Id, "warmup round", tick);
        int sent = Math.Max(0, Math.Min(wanted, Math.Min(row.DailyLimit - row.SentToday, partners)));
        int received = partners > 0 && row.ReceivedToday < row.DailyLimit ? 1 : 0;
        if (sent + received == 0) return row;
        for (int i = 0; i < sent; i++) outbound.Add(new WarmupMail(at, false, false, false));
        return row with { SentToday = row.SentToday + sent, ReceivedToday = row.ReceivedToday + received, LastActivityAt = at };
    }

    // Mail in spam is rescued, and counts as found in the inbox from then on.
    private void Engage(WarmupRow row, List<WarmupMail> outbound, long at, int tick)
    {
        for (int i = outbound.Count - 1; i >= 0 && outbound[i].SentAt > at - (4 * Millis.Hour); i--)
        {
            if (outbound[i].Opened) continue;
            bool opened = service.World.Draws.Fraction(row.Id, $"warmup open {i}", tick) < 0.85;
            bool replied = opened && service.World.Draws.Fraction(row.Id, $"warmup reply {i}", tick) < 0.25;
            outbound[i] = outbound[i] with { Found = true, Opened = opened, Replied = replied };
        }
    }

    private static WarmupRow Turn(WarmupRow row, List<WarmupMail> outbound, long at)
    {
        outbound.RemoveAll(mail => mail.SentAt <= at - (7 * Millis.Day));
        row = row with { CurrentDay = row.CurrentDay + 1, DailyLimit = LimitOf(row.Speed, row.CurrentDay + 1), SentToday = 0, ReceivedToday = 0 };
        if (outbound.Count == 0) return row;
        double inbox = Percent(outbound, mail => mail.Found);
        double score = (inbox * 0.6) + (Percent(outbound, mail => mail.Opened) * 0.2) + (Percent(outbound, mail => mail.Replied) * 0.2);
        return row with { HealthScore = (int)ScriptRules.Round(score), InboxRate = (int)ScriptRules.Round(inbox) };
    }

    private static double Percent(List<WarmupMail> mails, Func<WarmupMail, bool> which) => (double)mails.Count(which) / mails.Count * 100;
}
