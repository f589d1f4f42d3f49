using Microsoft.Extensions.DependencyInjection;
using Outreach.FakeServer;
using Outreach.FakeServer.Markus;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;
using Channel = Outreach.Sdk.Markus.Channel;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>docs/testing.md</c>.</summary>
public static class TestingSnippets
{
    [Runs]
    public static async Task AWorld()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 7, FailOn = FailOn.UnmatchedRequest });
        using OutreachClient client = fake.CreateClient();                  // all four APIs, waits on the fake's clock, no socket
        using HttpClient http = fake.CreateHttpClient("reachkit");          // for code that speaks HTTP itself
    }

    public static void AnApp(IServiceCollection services, OutreachFake fake)
    {
        services.AddHttpClient("Outreach.Markus").ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        services.Configure<OutreachClientOptions>(options => options.TimeProvider = fake.Clock);
    }

    [Runs]
    public static void Keys(OutreachFake fake)
    {
        string reader = fake.CreateKey("markus", "campaigns:read");
        using OutreachClient limited = fake.CreateClient(options => options.Markus.ApiKey = reader);
        MarkusAccount second = fake.Markus.CreateAccount("Second account", planId: "free");
        ReachkitWorkspace workspace = fake.Reachkit.AddWorkspace(plan: "scale");
        string token = fake.Crm.IssueToken(scopes: ["crm:read"], lifetime: TimeSpan.FromMinutes(5));
    }

    [Runs]
    public static void Fixtures(OutreachFake fake)
    {
        fake.Markus.Account.PlanId = "starter";
        fake.Markus.Account.SetChannel(Channel.Instagram, ConnectedAccountStatus.Expired);
        string inbox = fake.Reachkit.AddInbox(new() { Email = "sam@northwind.example", DailyCampaignLimit = 5 });
        fake.Mailmark.SetOutcome("dana@acme.example", DeliveryStatus.Bounced);
        Customer customer = fake.Crm.AddCustomer(new() { FirstName = "Dana", Email = "dana@acme.example", EmailOptIn = true });
    }

    [Runs]
    public static void FixtureDocument(OutreachFake fake)
    {
        string answers = fake.LoadFixtures("""
            {
              "markus": { "plan": "starter", "credits": 5 },
              "reachkit": { "inboxes": [{ "email": "sam@northwind.example" }] },
              "recipients": [{ "address": "*@acme.example", "reactions": [{ "kind": "reply", "afterSeconds": 3600 }] }],
              "faults": [{ "operation": "markus.contacts.list", "skip": 2, "effect": { "kind": "status", "status": 503 } }],
              "calls": [
                { "operation": "markus.campaigns.create", "as": "campaign", "body": { "name": "Q1", "objective_type": "custom" } },
                { "operation": "markus.contacts.create", "body": { "email": "bea@acme.example", "campaign_id": "${campaign.data.id}" } }
              ]
            }
            """);
    }

    [Runs]
    public static async Task Clock(OutreachFake fake)
    {
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));      // everything that falls due has happened, webhooks are delivered
        DateTimeOffset now = await fake.Clock.AdvanceToNextAsync();
        foreach (PendingEvent next in fake.Clock.Pending) Console.WriteLine($"{next.Due:u} {next.Kind}: {next.Reason}");
    }

    [Runs]
    public static void Readers(OutreachFake fake)
    {
        fake.Recipients
            .When("*@acme.example", new Reaction(ReactionKind.Open), new Reaction(ReactionKind.Reply, TimeSpan.FromHours(5), "Tell me more"))
            .Add(new RecipientRule { Address = "*", Probability = 0.02, Reactions = [new Reaction(ReactionKind.Bounce)] });

        OutboxMessage? first = fake.Outbox.To("dana@acme.example").FirstOrDefault();
    }

    [Runs]
    public static void Faults(OutreachFake fake)
    {
        fake.Faults.Add("markus.campaigns.create", FaultEffect.Throttle(TimeSpan.FromSeconds(45)));              // the next call
        fake.Faults.Add("markus.contacts.*", FaultEffect.Error(MarkusErrorCodes.Server001), times: 3);           // the next three
        ArmedFault outage = fake.Faults.Add(new Fault
        {
            Operation = "reachkit.*",
            From = fake.Clock.Now.AddHours(1),
            Until = fake.Clock.Now.AddHours(2),
            Times = null,
            Effect = FaultEffect.Refuse(),
        });
        Console.WriteLine($"{outage.Hits} of {outage.Seen} calls were met");
    }

    [Runs]
    public static void Requests(OutreachFake fake)
    {
        fake.Journal.AssertReceived("markus.campaigns.create", times: 1);
        fake.Journal.AssertReceived(new RequestPattern
        {
            Operation = "markus.contacts.create",
            Body = """{ "email": "dana@acme.example" }""",
            Status = 201,
        });
        fake.Journal.AssertNotReceived(new RequestPattern { Operation = "markus.contacts.delete" });
        fake.Journal.AssertNoErrors();
    }

    [Runs]
    public static async Task Webhooks(OutreachFake fake)
    {
        WebhookSink sink = fake.Webhooks.Capture().AnswerNext(500);              // the first is answered 500, the rest 200
        await fake.Webhooks.TriggerAsync("markus", "message.opened");
    }

    [Runs]
    public static async Task Snapshots(OutreachFake fake)
    {
        FakeSnapshot before = fake.Snapshot();                   // the whole world: clock, ids, faults and rules included
        await using OutreachFake other = fake.Fork();            // a second world that begins as this one is
        fake.Restore(before);
    }

    [Runs]
    public static void Repro(OutreachFake fake)
    {
        string command = fake.ReproCommand();                    // outreach-fake replay "/tmp/outreach-repro-….json"
    }

    [Runs]
    public static async Task OnAPort()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();             // a free port of this machine
        using HttpClient browser = new() { BaseAddress = host.Address };
        host.Fake.Faults.Add("markus.campaigns.list", FaultEffect.Status(503));
    }
}
