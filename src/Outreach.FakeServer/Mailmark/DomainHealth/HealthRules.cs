namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// Health checks, one every half day from the start. A check is computed when somebody looks, or just before something that it
/// counts changes, so that it shows what it would have shown at its time and an idle world has no work.
/// </summary>
internal sealed class HealthRules(MailmarkService service)
{
    private const long Interval = 12 * Millis.Hour;

    private MailmarkState State => service.State;

    /// <summary>The number of the last check before a time; the one at the start is 0.</summary>
    public long Slot(long at) => (at - service.Settings.HealthStart) / Interval;

    /// <summary>Makes up for the check of a verified domain that has fallen due.</summary>
    public void CatchUp(string domainId)
    {
        if (State.Domains.Find(domainId) is not { } domain || Slot(service.Now) is var slot && slot <= domain.HealthSlot) return;
        State.Domains.Update(domain with { HealthSlot = slot });
        if (domain.Verified) Check(domain, service.Settings.HealthStart + (slot * Interval));
    }

    /// <summary>The newest check of a domain.</summary>
    public HealthRow? Latest(string domainId)
    {
        CatchUp(domainId);
        return State.HealthOfDomain[domainId].Newest().MaxBy(row => row.CheckedAt);
    }

    /// <summary>Checks a domain. Its DNS records and listings are those of the check before; a first check finds all in order.</summary>
    public HealthRow Check(DomainRow domain, long at)
    {
        HealthRow? before = State.HealthOfDomain[domain.Id].Newest().MaxBy(row => row.CheckedAt);
        DeliveryCounts counts = DeliveryCounts.Of(service.Mail.SentOf(domain.Id).Where(email => email.Date >= at - (30 * Millis.Day) && email.Date <= at));
        double bounces = Percent(counts.Bounced, counts.Total);
        double complaints = Percent(counts.Failed, counts.Total);
        HealthRow row = new()
        {
            DomainId = domain.Id,
            CheckedAt = at,
            SpfValid = before?.SpfValid ?? true,
            DkimValid = before?.DkimValid ?? true,
            DmarcValid = before?.DmarcValid ?? true,
            Blacklisted = before?.Blacklisted ?? false,
            BlacklistEntries = before?.BlacklistEntries ?? [],
            BounceRate = ScriptRules.Round(bounces * 100) / 100,
            ComplaintRate = ScriptRules.Round(complaints * 1000) / 1000,
        };
        int score = Score(row, bounces, complaints);
        return State.Health.Add(row with { OverallScore = score, ReputationStatus = Band(score) });
    }

    /// <summary>The score of a check; the thresholds apply to the rates before rounding.</summary>
    public static int Score(HealthRow row, double bounceRate, double complaintRate)
    {
        int score = 100;
        if (row.SpfValid is false) score -= 20;
        if (row.DkimValid is false) score -= 20;
        if (row.DmarcValid is false) score -= 15;
        if (row.Blacklisted is true) score -= 30;
        if (bounceRate > 5) score -= 10;
        if (bounceRate > 10) score -= 10;
        if (complaintRate > 0.1) score -= 10;
        if (complaintRate > 0.5) score -= 10;
        return Math.Max(0, score);
    }

    /// <summary>The band of a score.</summary>
    public static string Band(int score) => score >= 80 ? "healthy" : score >= 50 ? "warning" : "critical";

    private static double Percent(int count, int total) => total == 0 ? 0 : (double)count / total * 100;
}
