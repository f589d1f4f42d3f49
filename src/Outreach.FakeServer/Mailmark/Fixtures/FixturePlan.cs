namespace Outreach.FakeServer.Mailmark;

/// <summary>Rows with the places that they came from, ready to be stored.</summary>
internal sealed class FixturePlan
{
    public List<(string Place, UserFixture Row)> Users { get; } = [];

    public List<(string Place, DomainFixture Row)> Domains { get; } = [];

    public List<(string Place, KeyFixture Row)> Keys { get; } = [];

    public List<(string Place, MailboxFixture Row)> Mailboxes { get; } = [];

    public List<(string Place, SenderGroupFixture Row)> SenderGroups { get; } = [];

    public List<(string Place, ContactFixture Row)> Contacts { get; } = [];

    public List<(string Place, EmailFixture Row)> Emails { get; } = [];

    public List<(string Place, SequenceFixture Row)> Sequences { get; } = [];

    public List<(string Place, EnrollmentFixture Row)> Enrollments { get; } = [];

    public List<(string Place, UnsubscribeFixture Row)> Unsubscribes { get; } = [];

    public List<(string Place, WarmingScheduleFixture Row)> WarmingSchedules { get; } = [];

    public List<(string Place, HealthCheckFixture Row)> DomainHealthChecks { get; } = [];

    public List<(string Place, WarmupFixture Row)> WarmupMailboxes { get; } = [];

    public TransportFixture? Transport { get; set; }

    public List<(string Place, string Name)> DeletedDomains { get; } = [];

    /// <summary>The plan of rows made in C#.</summary>
    public static FixturePlan Of(MailmarkFixtures fixtures)
    {
        FixturePlan plan = new() { Transport = fixtures.Transport };
        Take(plan.Users, "users", fixtures.Users);
        Take(plan.Domains, "domains", fixtures.Domains);
        Take(plan.Keys, "keys", fixtures.Keys);
        Take(plan.Mailboxes, "mailboxes", fixtures.Mailboxes);
        Take(plan.SenderGroups, "senderGroups", fixtures.SenderGroups);
        Take(plan.Contacts, "contacts", fixtures.Contacts);
        Take(plan.Emails, "emails", fixtures.Emails);
        Take(plan.Sequences, "sequences", fixtures.Sequences);
        Take(plan.Enrollments, "enrollments", fixtures.Enrollments);
        Take(plan.Unsubscribes, "unsubscribes", fixtures.Unsubscribes);
        Take(plan.WarmingSchedules, "warmingSchedules", fixtures.WarmingSchedules);
        Take(plan.DomainHealthChecks, "domainHealthChecks", fixtures.DomainHealthChecks);
        Take(plan.WarmupMailboxes, "warmupMailboxes", fixtures.WarmupMailboxes);
        Take(plan.DeletedDomains, "deletedDomains", fixtures.DeletedDomains);
        return plan;
    }

    private static void Take<T>(List<(string, T)> rows, string table, IReadOnlyList<T> given)
    {
        for (int i = 0; i < given.Count; i++) rows.Add((string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{table}[{i}]"), given[i]));
    }
}
