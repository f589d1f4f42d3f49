using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>The fixture document of <c>contracts/mailmark.fixtures.md</c>, read into rows.</summary>
internal static class FixtureDocument
{
    /// <summary>Reads what concerns the world as a whole.</summary>
    public static (DateTimeOffset? Now, bool? SourceQuirks) Head(JsonElement document)
    {
        FixtureReader reader = new(document, "");
        DateTimeOffset? now = reader.Text("now") is not { } text ? null
            : Rfc3339.TryRead(text, out DateTimeOffset instant) ? instant
            : throw reader.Wrong("now", "an RFC 3339 time");
        return (now, reader.Flag("sourceQuirks"));
    }

    /// <summary>Reads the rows.</summary>
    public static FixturePlan Read(JsonElement document, long now)
    {
        FixtureReader reader = new(document, "", now);
        reader.Get("now");
        reader.Get("sourceQuirks");
        FixturePlan plan = new();
        Read(reader, "users", plan.Users, User);
        Read(reader, "domains", plan.Domains, Domain);
        Read(reader, "keys", plan.Keys, Key);
        Read(reader, "mailboxes", plan.Mailboxes, row => new MailboxFixture { FullAddress = row.Required("fullAddress"), DisplayName = row.Text("displayName") });
        Read(reader, "senderGroups", plan.SenderGroups, SenderGroup);
        Read(reader, "contacts", plan.Contacts, row => new ContactFixture { User = row.Text("user"), Email = row.Required("email"), Name = row.Required("name") });
        Read(reader, "emails", plan.Emails, Email);
        Read(reader, "sequences", plan.Sequences, Sequence);
        Read(reader, "enrollments", plan.Enrollments, Enrollment);
        Read(reader, "unsubscribes", plan.Unsubscribes, Unsubscribe);
        Read(reader, "warmingSchedules", plan.WarmingSchedules, WarmingSchedule);
        Read(reader, "domainHealthChecks", plan.DomainHealthChecks, HealthCheck);
        Read(reader, "warmupMailboxes", plan.WarmupMailboxes, Warmup);
        if (reader.Get("transport") is { } transport)
        {
            FixtureReader member = new(transport, "transport");
            plan.Transport = new TransportFixture { Reject = member.TextMap("reject")!, Dns = member.TextMap("dns")! };
            member.End();
        }

        IReadOnlyList<string> deleted = reader.Texts("deletedDomains") ?? [];
        for (int i = 0; i < deleted.Count; i++) plan.DeletedDomains.Add((string.Create(System.Globalization.CultureInfo.InvariantCulture, $"deletedDomains[{i}]"), deleted[i]));
        reader.End();
        return plan;
    }

    private static void Read<T>(FixtureReader reader, string table, List<(string, T)> rows, Func<FixtureReader, T> read)
    {
        foreach ((string place, FixtureReader row) in reader.Rows(table))
        {
            rows.Add((place, read(row)));
            row.End();
        }
    }

    private static UserFixture User(FixtureReader row) => new()
    {
        Ref = row.Required("ref"),
        Plan = row.Text("plan", "pro"),
        PlanStatus = row.Text("planStatus", "active"),
        Category = row.Text("category") ?? "normal",
    };

    private static DomainFixture Domain(FixtureReader row) => new()
    {
        Domain = row.Required("domain"),
        User = row.Text("user"),
        Verified = row.Flag("verified") ?? true,
    };

    private static KeyFixture Key(FixtureReader row) => new()
    {
        Token = row.Required("token"),
        User = row.Text("user"),
        Domain = row.Text("domain"),
        Scope = row.Text("scope"),
        Revoked = row.Flag("revoked") ?? false,
    };

    private static SenderGroupFixture SenderGroup(FixtureReader row) => new()
    {
        Domain = row.Required("domain"),
        Name = row.Required("name"),
        Mailboxes = row.Texts("mailboxes"),
        Emails = row.Texts("emails") ?? [],
    };

    private static EmailFixture Email(FixtureReader row) => new()
    {
        Mailbox = row.Required("mailbox"),
        Folder = row.Text("folder"),
        From = row.Text("from"),
        To = row.Texts("to"),
        Cc = row.Texts("cc"),
        Bcc = row.Texts("bcc"),
        Subject = row.Text("subject") ?? "",
        Snippet = row.Text("snippet") ?? "",
        Date = row.Time("date"),
        Read = row.Flag("read"),
        Starred = row.Flag("starred") ?? false,
        HasAttachments = row.Flag("hasAttachments") ?? false,
        MessageId = row.Text("messageId"),
        S3Key = row.Text("s3Key"),
        BatchId = row.Text("batchId"),
        DeliveryStatus = row.Has("deliveryStatus") ? new Optional<DeliveryStatus?>(row.Text("deliveryStatus") is { } status ? new DeliveryStatus(status) : null) : default,
        OpenedAt = row.Time("openedAt"),
        RepliedAt = row.Time("repliedAt"),
        ClickedLinks = [.. row.Rows("clickedLinks").Select(link => Click(link.Row))],
    };

    private static ClickedLinkFixture Click(FixtureReader row)
    {
        ClickedLinkFixture click = new() { Url = row.Required("url"), ClickedAt = row.Time("clickedAt") };
        row.End();
        return click;
    }

    private static SequenceFixture Sequence(FixtureReader row) => new()
    {
        Mailbox = row.Required("mailbox"),
        Name = row.Required("name"),
        Steps = Steps(row),
        Status = new(row.Text("status") ?? "active"),
        CreatedAt = row.Time("createdAt"),
    };

    private static IReadOnlyList<SequenceStep> Steps(FixtureReader row)
    {
        if (row.Get("steps") is not { ValueKind: JsonValueKind.Array } list) throw row.Wrong("steps", "a list of steps");
        try
        {
            return SequenceSteps.Shape(SequenceSteps.Read(list));
        }
        catch (MailmarkError error)
        {
            throw new MailmarkFixtureException(row.PlaceOf(error.Message[(error.Message.IndexOf(".steps", StringComparison.Ordinal) + 1)..]), "a step was expected");
        }
    }

    private static EnrollmentFixture Enrollment(FixtureReader row) => new()
    {
        Sequence = row.Required("sequence"),
        ContactEmail = row.Required("contactEmail"),
        Status = row.Text("status") ?? "active",
        CurrentStep = row.Whole("currentStep") ?? 0,
        EnrolledAt = row.Time("enrolledAt"),
        MergeFields = row.ScalarMap("mergeFields"),
    };

    private static UnsubscribeFixture Unsubscribe(FixtureReader row) => new()
    {
        Domain = row.Required("domain"),
        Email = row.Required("email"),
        UnsubscribedAt = row.Time("unsubscribedAt"),
        Source = new(row.Text("source") ?? "manual"),
    };

    private static WarmingScheduleFixture WarmingSchedule(FixtureReader row) => new()
    {
        Domain = row.Required("domain"),
        Mailbox = row.Text("mailbox"),
        Status = row.Text("status") ?? "active",
        CurrentDay = row.Whole("currentDay") ?? 1,
        TotalDays = row.Whole("totalDays") ?? 28,
        DailyLimit = row.Whole("dailyLimit"),
        SentToday = row.Whole("sentToday") ?? 0,
        StartedAt = row.Time("startedAt"),
    };

    private static HealthCheckFixture HealthCheck(FixtureReader row) => new()
    {
        Domain = row.Required("domain"),
        CheckedAt = row.Time("checkedAt"),
        OverallScore = row.Has("overallScore") ? new Optional<int?>(row.Whole("overallScore")) : default,
        SpfValid = row.Flag("spfValid", true),
        DkimValid = row.Flag("dkimValid", true),
        DmarcValid = row.Flag("dmarcValid", true),
        Blacklisted = row.Has("blacklisted") ? new Optional<bool?>(row.Flag("blacklisted")) : default,
        BlacklistEntries = row.Texts("blacklistEntries") ?? [],
        BounceRate = row.Number("bounceRate", 0),
        ComplaintRate = row.Number("complaintRate", 0),
        ReputationStatus = row.Has("reputationStatus") ? new Optional<ReputationStatus?>(row.Text("reputationStatus") is { } status ? new ReputationStatus(status) : null) : default,
    };

    private static WarmupFixture Warmup(FixtureReader row) => new()
    {
        Mailbox = row.Required("mailbox"),
        Status = new(row.Text("status") ?? "active"),
        Speed = new(row.Text("speed") ?? "normal"),
        DailyLimit = row.Whole("dailyLimit"),
        SentToday = row.Whole("sentToday") ?? 0,
        ReceivedToday = row.Whole("receivedToday") ?? 0,
        CurrentDay = row.Whole("currentDay") ?? 1,
        HealthScore = row.Whole("healthScore") ?? 100,
        InboxRate = row.Whole("inboxRate") ?? 100,
        StartedAt = row.Time("startedAt"),
        LastActivityAt = row.Time("lastActivityAt"),
    };
}
