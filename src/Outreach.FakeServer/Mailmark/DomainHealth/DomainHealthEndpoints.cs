using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Stored health checks over the wire.</summary>
internal static class DomainHealthEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map) => map("domainHealth.get", Get);

    private static FakeResponse Get(MailmarkCall call)
    {
        if (call.IsOrg)
        {
            List<Outreach.Sdk.Mailmark.DomainHealth> all = [];
            foreach (DomainRow domain in call.DomainsInScope().ToList())
                if (call.Service.Health.Latest(domain.Id) is { } latest) all.Add(Shape(latest, domain.Name));
            return MailmarkResponse.Json(new OneOrMany<Outreach.Sdk.Mailmark.DomainHealth>(all, IsList: true), MailmarkJson.Default.OneOrManyDomainHealth);
        }

        string? name = call.State.Domains.Find(call.DomainId)?.Name;
        return call.Service.Health.Latest(call.DomainId) is { } check
            ? MailmarkResponse.Json(Shape(check, name), MailmarkJson.Default.DomainHealth)
            : MailmarkResponse.Json(new DomainHealthPending { Domain = name, Message = "No health check data yet" }, MailmarkJson.Default.DomainHealthPending);
    }

    private static Outreach.Sdk.Mailmark.DomainHealth Shape(HealthRow row, string? name) => new()
    {
        Domain = name,
        CheckedAt = Millis.Instant(row.CheckedAt),
        OverallScore = row.OverallScore,
        ReputationStatus = row.ReputationStatus is { } status ? new ReputationStatus(status) : null,
        Spf = new AuthCheck { Valid = row.SpfValid },
        Dkim = new AuthCheck { Valid = row.DkimValid },
        Dmarc = new AuthCheck { Valid = row.DmarcValid },
        Blacklisted = row.Blacklisted,
        BlacklistEntries = row.BlacklistEntries,
        BounceRate = row.BounceRate,
        ComplaintRate = row.ComplaintRate,
    };
}
