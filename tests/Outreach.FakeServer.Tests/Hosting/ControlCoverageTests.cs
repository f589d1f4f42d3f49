using System.Reflection;
using Outreach.FakeServer.Crm;
using Outreach.FakeServer.Mailmark;
using Outreach.FakeServer.Markus;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>What a test author can do in C# can be done over HTTP: each member has operations of the control API, or a reason to have none.</summary>
public sealed class ControlCoverageTests
{
    private const string InProcess = "in the process only", Seen = "a member of what another operation answers";

    private static readonly Dictionary<Type, Dictionary<string, string>> Counterparts = new()
    {
        [typeof(OutreachFake)] = new()
        {
            ["StartAsync"] = "worlds.create",
            ["DisposeAsync"] = "worlds.drop",
            ["Options"] = "worlds.get",
            ["CreateKey"] = "keys.create",
            ["LoadFixtures"] = "fixtures.load",
            ["SettleAsync"] = "clock.settle",
            ["Snapshot"] = "snapshots.take",
            ["Restore"] = "snapshots.restore",
            ["Fork"] = "snapshots.fork",
            ["WriteRecord"] = "journal.record",
            ["ReproCommand"] = "failures.list",
            ["ReplayAsync"] = "the tool: outreach-fake replay",
            ["Clock"] = "clock.get",
            ["Faults"] = "faults.list",
            ["Journal"] = "journal.list",
            ["Outbox"] = "outbox.list",
            ["Recipients"] = "recipients.list",
            ["Webhooks"] = "webhooks.deliveries",
            ["Markus"] = "markus.notify",
            ["Reachkit"] = "reachkit.setConnection",
            ["Mailmark"] = "mailmark.get",
            ["Crm"] = "crm.get",
            ["BaseAddress"] = InProcess,
            ["CreateClient"] = InProcess,
            ["CreateHandler"] = InProcess,
            ["CreateHttpClient"] = InProcess,
            ["CreateHttpClientWithKey"] = InProcess,
            ["HandleAsync"] = InProcess,
        },
        [typeof(VirtualClock)] = new()
        {
            ["Now"] = "clock.get",
            ["Mode"] = "clock.get",
            ["Pending"] = "clock.pending",
            ["AdvanceAsync"] = "clock.advance",
            ["AdvanceToAsync"] = "clock.advance",
            ["AdvanceToNextAsync"] = "clock.advance",
            ["GetUtcNow"] = InProcess,
            ["GetTimestamp"] = InProcess,
            ["CreateTimer"] = InProcess,
            ["TimestampFrequency"] = InProcess,
            ["LocalTimeZone"] = InProcess,
        },
        [typeof(FaultPlan)] = new() { ["Add"] = "faults.arm", ["Armed"] = "faults.list", ["Clear"] = "faults.clear" },
        [typeof(ArmedFault)] = new() { ["Disarm"] = "faults.disarm", ["Number"] = Seen, ["Fault"] = Seen, ["Effect"] = Seen, ["Seen"] = Seen, ["Hits"] = Seen, ["IsSpent"] = Seen },
        [typeof(Journal)] = new()
        {
            ["GetEnumerator"] = "journal.list",
            ["Of"] = "journal.list",
            ["Count"] = "journal.list",
            ["Total"] = "worlds.get",
            ["Matching"] = "journal.assert",
            ["AssertReceived"] = "journal.assert",
            ["AssertNotReceived"] = "journal.assert",
            ["AssertNoErrors"] = "journal.assert",
            ["Clear"] = "journal.clear",
        },
        [typeof(Outbox)] = new() { ["Count"] = "outbox.list", ["Item"] = "outbox.list", ["To"] = "outbox.list", ["GetEnumerator"] = "outbox.list" },
        [typeof(Recipients)] = new() { ["Rules"] = "recipients.list", ["Add"] = "recipients.add", ["When"] = "recipients.add", ["Clear"] = "recipients.clear" },
        [typeof(WebhookHub)] = new()
        {
            ["Deliveries"] = "webhooks.deliveries",
            ["Of"] = "webhooks.deliveries",
            ["Clear"] = "webhooks.clear",
            ["ResendAsync"] = "webhooks.resend",
            ["TriggerAsync"] = "webhooks.trigger",
            ["Inject"] = "webhooks.inject",
            ["ReleaseAsync"] = "webhooks.release",
            ["Capture"] = "webhooks.receiver",
            ["DeliverToUrls"] = "webhooks.receiver",
            ["CaptureOtherHosts"] = "webhooks.receiver",
            ["Held"] = "webhooks.getReceiver",
            ["DeliverTo"] = InProcess,
        },
        [typeof(WebhookSink)] = new() { ["Received"] = "sink.list", ["AnswerAlways"] = "sink.answers", ["AnswerNext"] = "sink.answers", ["Clear"] = "sink.clear" },
        [typeof(FakeWorlds)] = new()
        {
            ["All"] = "worlds.list",
            ["Find"] = "worlds.get",
            ["Add"] = "worlds.create",
            ["Drop"] = "worlds.drop",
            ["Default"] = "worlds.list",
            ["DefaultName"] = Seen,
            ["Idle"] = "the tool: --world-idle",
            ["Most"] = "the tool: --max-worlds",
            ["Expire"] = InProcess,
            ["NextSeed"] = InProcess,
        },
        [typeof(FidelityLedger)] = new() { ["Rules"] = "fidelity.get", ["Parts"] = "fidelity.get", ["Sources"] = "fidelity.get" },
        [typeof(MarkusFake)] = new() { ["Account"] = "fixtures.load", ["ApiKey"] = "keys.list", ["CreateKey"] = "keys.create", ["CreateAccount"] = "fixtures.load", ["Receive"] = "inbound.receive" },
        [typeof(MarkusAccount)] = new()
        {
            ["Id"] = "fixtures.load",
            ["ApiKey"] = "keys.list",
            ["PlanId"] = "fixtures.load",
            ["Credits"] = "fixtures.load",
            ["CreditPriceCents"] = "fixtures.load",
            ["CreateKey"] = "keys.create",
            ["CreateExpiringKey"] = "keys.create",
            ["Connect"] = "fixtures.load",
            ["SetChannel"] = "markus.setChannel",
            ["Disconnect"] = "markus.disconnect",
            ["Receive"] = "inbound.receive",
            ["Notify"] = "markus.notify",
            ["ReportDelivered"] = "markus.report",
            ["ReportOpened"] = "markus.report",
            ["ReportBounced"] = "markus.report",
        },
        [typeof(ReachkitFake)] = new()
        {
            ["ApiKey"] = "keys.list",
            ["Workspace"] = "fixtures.load",
            ["AddWorkspace"] = "fixtures.load",
            ["AddInbox"] = "fixtures.load",
            ["SetConnection"] = "reachkit.setConnection",
            ["Receive"] = "inbound.receive",
            ["Bounce"] = "reachkit.bounce",
            ["Unsubscribe"] = "reachkit.unsubscribe",
            ["UnsubscribeToken"] = "reachkit.unsubscribe",
            ["AddWarmupSpam"] = "reachkit.addWarmupSpam",
        },
        [typeof(ReachkitWorkspace)] = new()
        {
            ["ApiKey"] = "keys.list",
            ["Plan"] = "fixtures.load",
            ["Settings"] = "fixtures.load",
            ["AddKey"] = "keys.create",
            ["RevokeKey"] = "keys.revoke",
            ["AddInbox"] = "fixtures.load",
            ["DeclareProvider"] = "fixtures.load",
            ["AddWebhook"] = "fixtures.load",
            ["RemoveWebhook"] = "reachkit.removeWebhook",
        },
        [typeof(MailmarkFake)] = new()
        {
            ["ApiKey"] = "mailmark.get",
            ["OrgApiKey"] = "mailmark.get",
            ["Domain"] = "mailmark.get",
            ["DefaultUser"] = "mailmark.get",
            ["SourceQuirks"] = "mailmark.set",
            ["WebhookSecret"] = "mailmark.set",
            ["WarmupPartners"] = "mailmark.set",
            ["LinkAddress"] = "mailmark.set",
            ["Load"] = "fixtures.loadMailmark",
            ["Add"] = "fixtures.loadMailmark",
            ["SetOutcome"] = "mailmark.setOutcome",
            ["Reject"] = "mailmark.reject",
            ["SetDns"] = "mailmark.setDns",
            ["Report"] = "mailmark.report",
            ["Receive"] = "inbound.receive",
            ["LastUseOf"] = "mailmark.key",
            ["RevokeKey"] = "keys.revoke",
            ["DeleteDomain"] = "mailmark.deleteDomain",
            ["DeleteUser"] = "mailmark.deleteUser",
            ["SetPlan"] = "mailmark.setPlan",
            ["RemoveSuppression"] = "mailmark.removeSuppression",
            ["SetWarmup"] = "mailmark.setWarmup",
            ["CheckHealth"] = "mailmark.checkHealth",
        },
        [typeof(CrmFake)] = new()
        {
            ["DefaultTenantId"] = "crm.get",
            ["DefaultSubject"] = "crm.get",
            ["DefaultName"] = "crm.get",
            ["SigningKey"] = "crm.get",
            ["AllScopes"] = "keys.list",
            ["ApiKey"] = "keys.list",
            ["IssueToken"] = "keys.create",
            ["AddCustomer"] = "fixtures.load",
            ["SetCustomer"] = "crm.setCustomer",
            ["SetSystemSegment"] = "crm.setSystemSegment",
            ["SetCampaignCounters"] = "crm.setCampaignCounters",
            ["SetTokenExpiry"] = "crm.setTokenExpiry",
            ["FailNextPublication"] = "crm.failNext",
            ["FailNextTokenRefresh"] = "crm.failNext",
            ["FailNextMessaging"] = "crm.failNext",
            ["FailNextNetworkCall"] = "crm.failNext",
        },
    };

    public static TheoryData<Type> Types => [.. Counterparts.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_has_its_counterpart_over_HTTP(Type type)
    {
        IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not ConstructorInfo and not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name)
            .Distinct();

        Counterparts[type].Keys.Should().BeEquivalentTo(members);
    }

    [Fact]
    public void The_counterparts_are_there()
    {
        HashSet<string> known = [.. ControlApi.Routes.Select(route => route.OperationId), InProcess, Seen];

        Counterparts.Values.SelectMany(members => members.Values).Where(name => !name.StartsWith("the tool: ", StringComparison.Ordinal)).Should().BeSubsetOf(known);
    }
}
