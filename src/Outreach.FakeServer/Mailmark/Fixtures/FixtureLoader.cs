using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Stores the rows of a plan, in the order of the tables, and refuses references to nothing.</summary>
internal sealed class FixtureLoader(MailmarkService service)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _ids = new(StringComparer.Ordinal);

    private MailmarkState State => service.State;

    /// <summary>Stores a plan.</summary>
    /// <returns>The ids given, by table, in row order.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Store(FixturePlan plan)
    {
        Store("users", plan.Users, User);
        Store("domains", plan.Domains, Domain);
        Store("keys", plan.Keys, Key);
        Store("mailboxes", plan.Mailboxes, Mailbox);
        Store("senderGroups", plan.SenderGroups, SenderGroup);
        Store("contacts", plan.Contacts, Contact);
        Store("emails", plan.Emails, Email);
        Store("sequences", plan.Sequences, Sequence);
        Store("enrollments", plan.Enrollments, Enrollment);
        Store("unsubscribes", plan.Unsubscribes, Unsubscribe);
        Store("warmingSchedules", plan.WarmingSchedules, WarmingSchedule);
        Store("domainHealthChecks", plan.DomainHealthChecks, HealthCheck);
        Store("warmupMailboxes", plan.WarmupMailboxes, Warmup);
        if (plan.Transport is { } transport) service.Settings = service.Settings with { Rejects = Merged(service.Settings.Rejects, transport.Reject), Dns = Dns(transport.Dns) };
        foreach ((string place, string name) in plan.DeletedDomains)
            service.Accounts.DeleteDomain(State.DomainsByName.First(name.ToLowerInvariant()) ?? throw new MailmarkFixtureException(place, $"no domain '{name}'"));
        return _ids;
    }

    private void Store<T>(string table, List<(string Place, T Row)> rows, Func<string, T, Row> store)
    {
        List<string> ids = new(rows.Count);
        foreach ((string place, T row) in rows) ids.Add(store(place, row).Id);
        _ids[table] = ids;
    }

    private UserRow User(string place, UserFixture row)
    {
        if (State.UsersByRef.First(row.Ref) is not null) throw new MailmarkFixtureException($"{place}.ref", $"'{row.Ref}' is taken");
        return State.Users.Add(new UserRow
        {
            Ref = row.Ref,
            Plan = OneOf(place, "plan", row.Plan, "starter", "pro", "business"),
            PlanStatus = OneOf(place, "planStatus", row.PlanStatus, "active", "trialing", "canceled", "past_due"),
            Category = OneOf(place, "category", row.Category, "normal", "beta", "admin")!,
        });
    }

    private DomainRow Domain(string place, DomainFixture row)
    {
        string name = row.Domain.Trim().ToLowerInvariant();
        if (name.Length == 0) throw new MailmarkFixtureException($"{place}.domain", "a name was expected");
        if (State.DomainsByName.First(name) is not null) throw new MailmarkFixtureException($"{place}.domain", $"'{name}' is taken");
        return service.Accounts.AddDomain(FindUser(place, row.User), name, row.Verified);
    }

    private KeyRow Key(string place, KeyFixture row)
    {
        string token = row.Token.Trim();
        if (token.Length == 0) throw new MailmarkFixtureException($"{place}.token", "a key was expected");
        if (service.Accounts.Find(token) is not null) throw new MailmarkFixtureException($"{place}.token", "the key is taken");
        DomainRow? domain = row.Domain is null ? null : FindDomain(place, row.Domain);
        string userId = row.User is null && domain is not null ? domain.UserId : FindUser(place, row.User).Id;
        return service.Accounts.AddKey(token, userId, domain?.Id, OneOf(place, "scope", row.Scope, "domain", "org"), row.Revoked);
    }

    private MailboxRow Mailbox(string place, MailboxFixture row)
    {
        string address = row.FullAddress.Trim().ToLowerInvariant();
        int at = address.LastIndexOf('@');
        if (at <= 0) throw new MailmarkFixtureException($"{place}.fullAddress", $"'{row.FullAddress}' is no address");
        if (State.DomainsByName.First(address[(at + 1)..]) is not { } domain) throw new MailmarkFixtureException($"{place}.fullAddress", $"no domain '{address[(at + 1)..]}'");
        if (State.MailboxesByAddress.First(address) is not null) throw new MailmarkFixtureException($"{place}.fullAddress", $"'{address}' is taken");
        return service.Mailboxes.Add(domain, address[..at], row.DisplayName);
    }

    private SenderGroupRow SenderGroup(string place, SenderGroupFixture row)
    {
        DomainRow domain = FindDomain(place, row.Domain);
        List<string> mailboxes = row.Mailboxes is null
            ? [.. State.MailboxesOfDomain[domain.Id].Select(mailbox => mailbox.Id)]
            : [.. row.Mailboxes.Select((address, i) => service.Mailboxes.Find(domain.Id, address)?.Id ?? throw new MailmarkFixtureException($"{place}.mailboxes[{i}]", $"no mailbox '{address}'"))];
        return State.SenderGroups.Add(new SenderGroupRow { DomainId = domain.Id, Name = row.Name, MailboxIds = mailboxes, Emails = [.. row.Emails] });
    }

    private ContactRow Contact(string place, ContactFixture row)
        => State.Contacts.Add(new ContactRow { UserId = FindUser(place, row.User).Id, Email = SuppressionRules.Normal(row.Email), Name = row.Name });

    private EmailRow Email(string place, EmailFixture row)
    {
        MailboxRow mailbox = FindMailbox(place, row.Mailbox);
        bool wentOut = row.BatchId is not null || row.OpenedAt is not null || row.RepliedAt is not null || row.ClickedLinks.Count > 0 || (row.DeliveryStatus.IsSet && row.DeliveryStatus.Value is not null);
        string folder = row.Folder ?? (wentOut ? "sent" : "inbox");
        bool received = folder is "inbox" or "_warmup";
        string messageId = row.MessageId ?? service.Mail.NewMessageId();
        string? status = row.DeliveryStatus.IsSet ? row.DeliveryStatus.Value?.Value : folder == "sent" ? "pending" : null;
        return service.Mail.Add(new EmailRow
        {
            UserId = mailbox.UserId,
            DomainId = mailbox.DomainId,
            MailboxId = mailbox.Id,
            MessageId = messageId,
            From = row.From ?? (received ? "someone@example.com" : mailbox.Sender),
            To = row.To is { } to ? [.. to] : [received ? mailbox.FullAddress : "someone@example.com"],
            Cc = row.Cc is { } cc ? [.. cc] : null,
            Bcc = row.Bcc is { } bcc ? [.. bcc] : null,
            Subject = row.Subject,
            Snippet = MailBody.Beginning(row.Snippet),
            Folder = folder,
            Date = Ms(row.Date),
            Read = row.Read ?? !received,
            Starred = row.Starred,
            HasAttachments = row.HasAttachments,
            DeliveryStatus = OneOf(place, "deliveryStatus", status, "pending", "delivered", "failed", "bounced"),
            OpenedAt = row.OpenedAt?.ToUnixTimeMilliseconds(),
            RepliedAt = row.RepliedAt?.ToUnixTimeMilliseconds(),
            Clicks = [.. row.ClickedLinks.Select(link => new ClickRow(link.Url, Ms(link.ClickedAt)))],
            BatchId = row.BatchId,
            S3Key = row.S3Key ?? service.Mail.S3Key(mailbox, received ? "incoming" : folder == "outbox" ? "outbox" : "sent", messageId),
        });
    }

    private SequenceRow Sequence(string place, SequenceFixture row)
    {
        MailboxRow mailbox = FindMailbox(place, row.Mailbox);
        return State.Sequences.Add(new SequenceRow
        {
            DomainId = mailbox.DomainId,
            MailboxId = mailbox.Id,
            Name = row.Name,
            Steps = [.. row.Steps.Select((step, i) => Step(step) ?? throw new MailmarkFixtureException($"{place}.steps[{i}]", "a step was expected"))],
            Status = OneOf(place, "status", row.Status.Value, "active", "paused", "completed") ?? "active",
            CreatedAt = Ms(row.CreatedAt),
        });
    }

    private EnrollmentRow Enrollment(string place, EnrollmentFixture row)
    {
        SequenceRow sequence = State.Sequences.FirstOrDefault(sequence => sequence.Name == row.Sequence) ?? throw new MailmarkFixtureException($"{place}.sequence", $"no sequence '{row.Sequence}'");
        if (row.CurrentStep < 0) throw new MailmarkFixtureException($"{place}.currentStep", "at least 0 was expected");
        string status = OneOf(place, "status", row.Status, "active", "completed", "replied", "bounced", "cancelled")!;
        EnrollmentRow enrollment = State.Enrollments.Add(new EnrollmentRow
        {
            SequenceId = sequence.Id,
            Email = SuppressionRules.Normal(row.ContactEmail),
            Status = status,
            CurrentStep = row.CurrentStep,
            EnrolledAt = Ms(row.EnrolledAt),
            EndedAt = status == "active" ? null : service.Now,
            MergeFields = row.MergeFields?.Where(field => !field.Value.IsNull).ToDictionary(field => field.Key, field => Text(field.Value), StringComparer.Ordinal),
        });
        if (row.NextStepAt is { } next) service.Sequences.RunAt(enrollment, row.CurrentStep, Math.Max(0, (next - service.World.Clock.Now).TotalMilliseconds));
        return enrollment;
    }

    private SuppressionRow Unsubscribe(string place, UnsubscribeFixture row)
        => service.Suppressions.Add(FindDomain(place, row.Domain).Id, row.Email, OneOf(place, "source", row.Source.Value, "manual", "link", "one-click") ?? "manual", row.UnsubscribedAt?.ToUnixTimeMilliseconds());

    private WarmingRow WarmingSchedule(string place, WarmingScheduleFixture row) => State.Warming.Add(new WarmingRow
    {
        DomainId = FindDomain(place, row.Domain).Id,
        MailboxId = row.Mailbox is null ? null : FindMailbox(place, row.Mailbox).Id,
        Status = OneOf(place, "status", row.Status, "active", "paused", "completed")!,
        CurrentDay = Within(place, "currentDay", row.CurrentDay, 1),
        TotalDays = Within(place, "totalDays", row.TotalDays, 1),
        DailyLimit = Within(place, "dailyLimit", row.DailyLimit ?? WarmingRules.LimitOf(row.CurrentDay), 0),
        SentToday = Within(place, "sentToday", row.SentToday, 0),
        StartedAt = Ms(row.StartedAt),
        AsOf = service.Now,
    });

    private HealthRow HealthCheck(string place, HealthCheckFixture row)
    {
        HealthRow check = new()
        {
            DomainId = FindDomain(place, row.Domain).Id,
            CheckedAt = Ms(row.CheckedAt),
            SpfValid = row.SpfValid,
            DkimValid = row.DkimValid,
            DmarcValid = row.DmarcValid,
            Blacklisted = row.Blacklisted.IsSet ? row.Blacklisted.Value : row.BlacklistEntries.Count > 0,
            BlacklistEntries = [.. row.BlacklistEntries],
            BounceRate = row.BounceRate,
            ComplaintRate = row.ComplaintRate,
        };
        int? score = row.OverallScore.IsSet ? row.OverallScore.Value is { } set ? Within(place, "overallScore", set, 0, 100) : null : HealthRules.Score(check, row.BounceRate ?? 0, row.ComplaintRate ?? 0);
        string? band = row.ReputationStatus.IsSet ? row.ReputationStatus.Value?.Value : score is { } known ? HealthRules.Band(known) : null;
        return State.Health.Add(check with { OverallScore = score, ReputationStatus = OneOf(place, "reputationStatus", band, "healthy", "warning", "critical") });
    }

    private WarmupRow Warmup(string place, WarmupFixture row)
    {
        MailboxRow mailbox = FindMailbox(place, row.Mailbox);
        string speed = OneOf(place, "speed", row.Speed.Value, "slow", "normal", "fast") ?? "normal";
        return State.Warmup.Add(new WarmupRow
        {
            UserId = mailbox.UserId,
            DomainId = mailbox.DomainId,
            MailboxId = mailbox.Id,
            Status = OneOf(place, "status", row.Status.Value, "active", "paused") ?? "active",
            Speed = speed,
            CurrentDay = Within(place, "currentDay", row.CurrentDay, 1),
            DailyLimit = Within(place, "dailyLimit", row.DailyLimit ?? WarmupRules.LimitOf(speed, row.CurrentDay), 0),
            SentToday = Within(place, "sentToday", row.SentToday, 0),
            ReceivedToday = Within(place, "receivedToday", row.ReceivedToday, 0),
            HealthScore = Within(place, "healthScore", row.HealthScore, 0, 100),
            InboxRate = Within(place, "inboxRate", row.InboxRate, 0, 100),
            StartedAt = Ms(row.StartedAt),
            LastActivityAt = row.LastActivityAt?.ToUnixTimeMilliseconds(),
            Outbound = [],
            AsOf = service.Now,
        });
    }

    private UserRow FindUser(string place, string? name)
        => (name is null ? State.Users.FirstOrDefault() : State.UsersByRef.First(name)) ?? throw new MailmarkFixtureException($"{place}.user", $"no user '{name}'");

    private DomainRow FindDomain(string place, string name)
        => State.DomainsByName.First(name.ToLowerInvariant()) ?? throw new MailmarkFixtureException($"{place}.domain", $"no domain '{name}'");

    private MailboxRow FindMailbox(string place, string address)
        => State.MailboxesByAddress.First(address.ToLowerInvariant()) ?? throw new MailmarkFixtureException($"{place}.mailbox", $"no mailbox '{address}'");

    private long Ms(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? service.Now;

    private static StepRow? Step(SequenceStep step) => step switch
    {
        SendEmailStep mail => new StepRow(mail.Subject, mail.Html, null),
        DelayStep delay => new StepRow(null, null, delay.DelayMs),
        _ => null,
    };

    private static string Text(JsonScalar value) => value.AsNumber is { } number ? ScriptRules.Text(number) : value.ToString();

    private static int Within(string place, string member, int value, int least, int most = int.MaxValue)
        => value >= least && value <= most ? value : throw new MailmarkFixtureException($"{place}.{member}", most == int.MaxValue ? $"at least {least} was expected" : $"{least} to {most} was expected");

    private static string? OneOf(string place, string member, string? value, params ReadOnlySpan<string> allowed)
        => value is null || allowed.Contains(value) ? value : throw new MailmarkFixtureException($"{place}.{member}", $"'{value}' is none of {string.Join(", ", allowed!)}");

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> added)
    {
        Dictionary<string, string> merged = new(known, StringComparer.Ordinal);
        foreach ((string key, string value) in added) merged[SuppressionRules.Normal(key)] = value;
        return merged;
    }

    private Dictionary<string, string> Dns(IReadOnlyDictionary<string, string> map)
    {
        foreach ((string domain, string records) in map) OneOf("transport", $"dns.{domain}", records, "mx", "a-only", "empty", "nxdomain");
        return Merged(service.Settings.Dns, map);
    }
}
