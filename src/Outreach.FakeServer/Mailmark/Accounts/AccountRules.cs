using System.Globalization;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Accounts, plans, domains and keys.</summary>
internal sealed class AccountRules(MailmarkService service)
{
    private MailmarkState State => service.State;

    /// <summary>The key of a token, revoked or not; null when there is none.</summary>
    public KeyRow? Find(string token) => State.KeysByHash.First(KeyHash.Of(token));

    /// <summary>Whether a token that nobody knows would open an account of its own.</summary>
    public bool IsPlausible(string token) => service.World.Options.AcceptAnyKey && token.StartsWith("dm_", StringComparison.Ordinal) && token.Length >= 8;

    /// <summary>The key of a token that may call.</summary>
    public KeyRow Open(string token)
    {
        KeyRow? key = Find(token) ?? (IsPlausible(token) ? Provision(token) : null);
        return key is { Revoked: false } ? key : throw MailmarkErrors.Unauthorized();
    }

    /// <summary>Stores a key.</summary>
    public KeyRow AddKey(string token, string userId, string? domainId, string? scope, bool revoked = false) => State.Keys.Add(new KeyRow
    {
        Hash = KeyHash.Of(token),
        Prefix = token[..Math.Min(16, token.Length)],
        UserId = userId,
        DomainId = domainId,
        Scope = scope,
        Revoked = revoked,
    });

    /// <summary>Stores a domain. Its first half-day health check is the next one.</summary>
    public DomainRow AddDomain(UserRow user, string name, bool verified)
        => State.Domains.Add(new DomainRow { UserId = user.Id, Name = name, Verified = verified, HealthSlot = service.Health.Slot(service.Now) });

    /// <summary>Removes a domain with everything that belongs to it; its keys stay.</summary>
    public void DeleteDomain(DomainRow domain)
    {
        foreach (MailboxRow mailbox in State.MailboxesOfDomain[domain.Id].ToList()) service.Mailboxes.Delete(mailbox);
        foreach (SenderGroupRow group in State.GroupsOfDomain[domain.Id].ToList()) State.SenderGroups.Remove(group);
        foreach (SequenceRow sequence in State.SequencesOfDomain[domain.Id].ToList()) State.Sequences.Remove(sequence);
        foreach (SuppressionRow row in State.SuppressionsOfDomain[domain.Id].ToList()) State.Suppressions.Remove(row);
        foreach (WarmingRow row in State.WarmingOfDomain[domain.Id].ToList()) State.Warming.Remove(row);
        foreach (HealthRow row in State.HealthOfDomain[domain.Id].ToList()) State.Health.Remove(row);
        foreach (WarmupRow row in State.WarmupOfDomain[domain.Id].ToList()) State.Warmup.Remove(row);
        State.Domains.Remove(domain);
    }

    /// <summary>What an account may do.</summary>
    public PlanLimits Limits(UserRow? user) => PlanLimits.Of(user switch
    {
        null => "free",
        { Category: "admin" } => "business",
        { Category: "beta" } => "starter",
        { PlanStatus: "active", Plan: { } plan } => plan,
        _ => "free",
    });

    /// <summary>Refuses when the month's quota of an account is used up.</summary>
    public void CheckQuota(string userId)
    {
        if (Limits(State.Users.Find(userId)).EmailsPerMonth is { } limit && State.SentInMonth.Count(MailmarkState.Key(userId, MailmarkState.Month(service.Now))) >= limit)
            throw MailmarkErrors.MonthlyLimitReached(limit);
    }

    private KeyRow Provision(string token)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"any-{State.Users.Count}");
        UserRow user = State.Users.Add(new UserRow { Ref = label, Plan = "business", PlanStatus = "active", Category = "normal" });
        DomainRow domain = AddDomain(user, $"{label}.example", verified: true);
        service.Health.Check(domain, service.Now);
        service.Mailboxes.Add(domain, "hello", "Hello Team");
        return AddKey(token, user.Id, domain.Id, "domain");
    }
}
