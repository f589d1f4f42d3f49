namespace Outreach.FakeServer.Mailmark;

/// <summary>Addresses that asked to get no more campaign mail of a domain.</summary>
internal sealed class SuppressionRules(MailmarkService service)
{
    private MailmarkState State => service.State;

    /// <summary>Whether an address is on a domain's list.</summary>
    public bool Contains(string domainId, string email) => State.SuppressionsByEmail.First(MailmarkState.Key(domainId, Normal(email))) is not null;

    /// <summary>Puts an address on a domain's list; the first entry stays as it is.</summary>
    public SuppressionRow Add(string domainId, string email, string source, long? at = null)
    {
        string normal = Normal(email);
        return State.SuppressionsByEmail.First(MailmarkState.Key(domainId, normal)) ?? State.Suppressions.Add(new SuppressionRow
        {
            DomainId = domainId,
            Email = normal,
            UnsubscribedAt = at ?? Stamp(domainId),
            Source = source,
        });
    }

    /// <summary>An address as the list keeps it.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    // Two entries of one millisecond would hide each other from the cursor, so the stamps of a domain always grow.
    private long Stamp(string domainId)
    {
        long latest = State.SuppressionsOfDomain[domainId].Newest().Select(row => row.UnsubscribedAt).FirstOrDefault(long.MinValue);
        long stamp = Math.Max(service.Now, latest + 1);
        // Entries of a fixture need not stand in the order of their times.
        while (State.SuppressionsByStamp.Count(MailmarkState.Stamp(domainId, stamp)) > 0) stamp++;
        return stamp;
    }
}
