using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Mailmark;

/// <summary>The tables of Mailmark, and the ways to look their rows up.</summary>
internal sealed class MailmarkState
{
    private readonly World _world;

    public MailmarkState(World world)
    {
        _world = world;
        MailmarkStateJson json = MailmarkStateJson.Default;
        Users = Table("users", () => json.UserRow);
        Domains = Table("domains", () => json.DomainRow);
        Keys = Table("keys", () => json.KeyRow);
        Mailboxes = Table("mailboxes", () => json.MailboxRow);
        SenderGroups = Table("senderGroups", () => json.SenderGroupRow);
        Contacts = Table("contacts", () => json.ContactRow);
        Emails = Table("emails", () => json.EmailRow);
        Scheduled = Table("scheduled", () => json.ScheduledRow);
        Sequences = Table("sequences", () => json.SequenceRow);
        Enrollments = Table("enrollments", () => json.EnrollmentRow);
        Suppressions = Table("suppressions", () => json.SuppressionRow);
        Warming = Table("warming", () => json.WarmingRow);
        Health = Table("health", () => json.HealthRow);
        Warmup = Table("warmup", () => json.WarmupRow);
        Verdicts = Table("verdicts", () => json.VerdictRow);
        Settings = world.Add(new Cell<MailmarkSettings>("mailmark.settings", Fresh(), () => json.MailmarkSettings));

        DomainsByName = Domains.IndexBy(row => row.Name);
        DomainsOfUser = Domains.IndexBy(row => row.UserId);
        UsersByRef = Users.IndexBy(row => row.Ref);
        KeysByHash = Keys.IndexBy(row => row.Hash);
        MailboxesByAddress = Mailboxes.IndexBy(row => row.FullAddress);
        MailboxesOfDomain = Mailboxes.IndexBy(row => row.DomainId);
        MailboxesOfUser = Mailboxes.IndexBy(row => row.UserId);
        GroupsOfDomain = SenderGroups.IndexBy(row => row.DomainId);
        ContactsOfUser = Contacts.IndexBy(row => row.UserId);
        ContactsByEmail = Contacts.IndexBy(row => Key(row.UserId, row.Email));
        EmailsOfMailbox = Emails.IndexBy(row => row.MailboxId);
        EmailsByMessageId = Emails.IndexBy(row => row.MessageId);
        EmailsOfBatch = Emails.IndexBy(row => row.BatchId);
        SentInMonth = Emails.IndexBy(row => row.Folder == "sent" ? Key(row.UserId, Month(row.Date)) : null);
        SequencesOfDomain = Sequences.IndexBy(row => row.DomainId);
        SequencesOfMailbox = Sequences.IndexBy(row => row.MailboxId);
        EnrollmentsOfSequence = Enrollments.IndexBy(row => row.SequenceId);
        ActiveOfSequence = Enrollments.IndexBy(row => row.Status == "active" ? row.SequenceId : null);
        EnrollmentsByEmail = Enrollments.IndexBy(row => Key(row.SequenceId, row.Email));
        ActiveByEmail = Enrollments.IndexBy(row => row.Status == "active" ? Key(row.SequenceId, row.Email) : null);
        SuppressionsOfDomain = Suppressions.IndexBy(row => row.DomainId);
        SuppressionsByStamp = Suppressions.IndexBy(row => Stamp(row.DomainId, row.UnsubscribedAt));
        SuppressionsByEmail = Suppressions.IndexBy(row => Key(row.DomainId, row.Email));
        WarmingOfDomain = Warming.IndexBy(row => row.DomainId);
        HealthOfDomain = Health.IndexBy(row => row.DomainId);
        WarmupOfDomain = Warmup.IndexBy(row => row.DomainId);
        VerdictsByEmail = Verdicts.IndexBy(row => row.Email);
    }

    public Table<UserRow> Users { get; }

    public Table<DomainRow> Domains { get; }

    public Table<KeyRow> Keys { get; }

    public Table<MailboxRow> Mailboxes { get; }

    public Table<SenderGroupRow> SenderGroups { get; }

    public Table<ContactRow> Contacts { get; }

    public Table<EmailRow> Emails { get; }

    public Table<ScheduledRow> Scheduled { get; }

    public Table<SequenceRow> Sequences { get; }

    public Table<EnrollmentRow> Enrollments { get; }

    public Table<SuppressionRow> Suppressions { get; }

    public Table<WarmingRow> Warming { get; }

    public Table<HealthRow> Health { get; }

    public Table<WarmupRow> Warmup { get; }

    public Table<VerdictRow> Verdicts { get; }

    public Cell<MailmarkSettings> Settings { get; }

    public Index<DomainRow> DomainsByName { get; }

    public Index<DomainRow> DomainsOfUser { get; }

    public Index<UserRow> UsersByRef { get; }

    public Index<KeyRow> KeysByHash { get; }

    public Index<MailboxRow> MailboxesByAddress { get; }

    public Index<MailboxRow> MailboxesOfDomain { get; }

    public Index<MailboxRow> MailboxesOfUser { get; }

    public Index<SenderGroupRow> GroupsOfDomain { get; }

    public Index<ContactRow> ContactsOfUser { get; }

    /// <summary>By <see cref="Key"/> of account and address.</summary>
    public Index<ContactRow> ContactsByEmail { get; }

    public Index<EmailRow> EmailsOfMailbox { get; }

    public Index<EmailRow> EmailsByMessageId { get; }

    public Index<EmailRow> EmailsOfBatch { get; }

    /// <summary>By <see cref="Key"/> of account and <see cref="Month"/>; what counts against the quota.</summary>
    public Index<EmailRow> SentInMonth { get; }

    public Index<SequenceRow> SequencesOfDomain { get; }

    public Index<SequenceRow> SequencesOfMailbox { get; }

    public Index<EnrollmentRow> EnrollmentsOfSequence { get; }

    public Index<EnrollmentRow> ActiveOfSequence { get; }

    /// <summary>By <see cref="Key"/> of sequence and address.</summary>
    public Index<EnrollmentRow> EnrollmentsByEmail { get; }

    /// <summary>Active ones by <see cref="Key"/> of sequence and address.</summary>
    public Index<EnrollmentRow> ActiveByEmail { get; }

    public Index<SuppressionRow> SuppressionsOfDomain { get; }

    /// <summary>By <see cref="Stamp"/> of domain and time.</summary>
    public Index<SuppressionRow> SuppressionsByStamp { get; }

    /// <summary>By <see cref="Key"/> of domain and address.</summary>
    public Index<SuppressionRow> SuppressionsByEmail { get; }

    public Index<WarmingRow> WarmingOfDomain { get; }

    public Index<HealthRow> HealthOfDomain { get; }

    public Index<WarmupRow> WarmupOfDomain { get; }

    public Index<VerdictRow> VerdictsByEmail { get; }

    /// <summary>A key of two parts.</summary>
    public static string Key(string owner, string name) => $"{owner}|{name}";

    /// <summary>A key of an owner and a time.</summary>
    public static string Stamp(string owner, long ms) => Key(owner, ms.ToString(CultureInfo.InvariantCulture));

    /// <summary>The calendar month of a time, in UTC.</summary>
    public static string Month(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Empties all tables and sets the switches back, as for a fixture document.</summary>
    public void Clear()
    {
        Clear(Users);
        Clear(Domains);
        Clear(Keys);
        Clear(Mailboxes);
        Clear(SenderGroups);
        Clear(Contacts);
        Clear(Emails);
        Clear(Scheduled);
        Clear(Sequences);
        Clear(Enrollments);
        Clear(Suppressions);
        Clear(Warming);
        Clear(Health);
        Clear(Warmup);
        Clear(Verdicts);
        Settings.Value = Fresh() with { LinkAddress = Settings.Value.LinkAddress };
    }

    private static void Clear<T>(Table<T> table) where T : Row
    {
        foreach (T row in table) table.Remove(row);
    }

    private MailmarkSettings Fresh() => new()
    {
        SourceQuirks = _world.Options.MailmarkSourceQuirks,
        LinkAddress = _world.Options.MailmarkLinkAddress?.AbsoluteUri ?? MailmarkFake.LiveAddress,
        WebhookSecret = MailmarkFake.DefaultWebhookSecret,
        HealthStart = _world.Clock.Now.ToUnixTimeMilliseconds(),
    };

    private Table<T> Table<T>(string name, Func<JsonTypeInfo<T>> type) where T : Row
        => _world.Add(new Table<T>($"mailmark.{name}", new Base32Form(_world.Options.Seed, $"mailmark.{name}"), type));
}
