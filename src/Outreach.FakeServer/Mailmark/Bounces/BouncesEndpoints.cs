using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Delivery counts over the wire.</summary>
internal static class BouncesEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map) => map("bounces.get", Get);

    private static FakeResponse Get(MailmarkCall call)
    {
        OneOrMany<BounceStats> stats = call.IsOrg
            ? new([.. call.DomainsInScope().Select(domain => Count(call, domain.Id, domain.Name))], IsList: true)
            : new([Count(call, call.DomainId, call.State.Domains.Find(call.DomainId)?.Name)], IsList: false);
        return MailmarkResponse.Json(stats, MailmarkJson.Default.OneOrManyBounceStats);
    }

    private static BounceStats Count(MailmarkCall call, string domainId, string? name)
    {
        int days = ScriptRules.ParseInt(call.Query("days")) is { } given and not 0 ? (int)Math.Clamp(given, 1, 90) : 30;
        long from = call.NowMs - (days * Millis.Day);
        DeliveryCounts counts = DeliveryCounts.Of(call.Service.Mail.SentOf(domainId).Where(email => email.Date >= from));
        return new BounceStats
        {
            Domain = name,
            Period = new StatsPeriod { Days = days, From = Millis.Instant(from), To = call.Now },
            TotalSent = counts.Total,
            Delivered = counts.Delivered,
            Bounced = counts.Bounced,
            Failed = counts.Failed,
            BounceRate = ScriptRules.Rate(counts.Bounced, counts.Total),
            ComplaintRate = ScriptRules.Rate(counts.Failed, counts.Total),
        };
    }
}
