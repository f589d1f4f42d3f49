using System.Net;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace LeadSync.Tests;

public sealed class LeadSyncTests(LeadSyncFixture fixture) : IClassFixture<LeadSyncFixture>
{
    private static readonly Lead Dana = new("dana@acme.example", "Dana", "Acme");

    [Fact]
    public async Task Leads_become_contacts_of_an_active_campaign()
    {
        await using RunningApp app = await fixture.StartAsync();

        SyncReport report = await app.SyncedAsync("Q1", Dana, new("bea@acme.example", "Bea"), new("not an address"));

        report.Should().Match<SyncReport>(r => r.Added == 2 && r.Known == 0);
        report.Refused.Keys.Should().Equal("not an address");
        app.Fake.Journal.AssertReceived(new RequestPattern { Operation = "markus.contacts.bulkImport", Body = """{"contacts":[{"email":"dana@acme.example","company":"Acme"},{"email":"bea@acme.example"},{}]}""" }, times: 1);
        app.Fake.Journal.AssertReceived(new RequestPattern { Operation = "markus.campaigns.update", Body = """{"status":"active"}""", Status = 200 }, times: 1);
        app.Fake.Journal.AssertNoErrors();
    }

    [Fact]
    public async Task Sending_the_same_leads_again_changes_nothing()
    {
        await using RunningApp app = await fixture.StartAsync();
        SyncReport first = await app.SyncedAsync("Q1", Dana);

        SyncReport second = await app.SyncedAsync("Q1", Dana);

        second.Should().Match<SyncReport>(r => r.Added == 0 && r.Known == 1 && r.CampaignId == first.CampaignId);
        app.Fake.Journal.Of("markus.campaigns.create").Should().ContainSingle();
    }

    [Fact]
    public async Task A_short_throttling_is_waited_out_without_the_caller_noticing()
    {
        await using RunningApp app = await fixture.StartAsync();
        ArmedFault throttle = app.Fake.Faults.Add("markus.contacts.bulkImport", FaultEffect.Throttle(TimeSpan.FromSeconds(45)), times: 2);
        DateTimeOffset before = app.Fake.Clock.Now;

        SyncReport report = await app.SyncedAsync("Q1", Dana);

        report.Added.Should().Be(1);
        throttle.Hits.Should().Be(2);
        (app.Fake.Clock.Now - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(90), "that is what two Retry-After of 45 seconds ask for");
    }

    [Fact]
    public async Task A_long_throttling_is_told_to_the_caller()
    {
        await using RunningApp app = await fixture.StartAsync();
        app.Fake.Faults.Add("markus.campaigns.create", FaultEffect.Throttle(TimeSpan.FromMinutes(10)));

        using HttpResponseMessage response = await app.SyncAsync("Q1", Dana);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task An_outage_loses_and_doubles_nothing()
    {
        await using RunningApp app = await fixture.StartAsync();
        app.Fake.Faults.Add("markus.contacts.bulkImport", FaultEffect.CommitThenDrop());
        app.Fake.Faults.Add(new Fault { Operation = "markus.*", Skip = 2, Times = null, Until = app.Fake.Clock.Now.AddHours(1), Effect = FaultEffect.Refuse() });

        using HttpResponseMessage broken = await app.SyncAsync("Q1", Dana);
        using HttpResponseMessage down = await app.SyncAsync("Q1", Dana);
        await app.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        SyncReport report = await app.SyncedAsync("Q1", Dana);

        broken.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        down.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        report.Should().Match<SyncReport>(r => r.Added == 0 && r.Known == 1, "the import whose answer got lost had been done");
        await app.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        app.Fake.Outbox.To("dana@acme.example").Should().ContainSingle();
    }

    [Fact]
    public async Task Three_days_later_the_app_knows_who_answered()
    {
        await using RunningApp app = await fixture.StartAsync();
        app.Fake.Recipients
            .When("dana@*", new Reaction(ReactionKind.Open), new Reaction(ReactionKind.Reply, TimeSpan.FromHours(5), "Tell me more"))
            .When("bea@*", new Reaction(ReactionKind.Bounce))
            .When("cy@*", new Reaction(ReactionKind.Open));
        await app.SyncedAsync("Q1", Dana, new("bea@acme.example"), new("cy@acme.example"), new("eve@acme.example"));

        await app.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        (await app.LeadAsync("dana@acme.example")).Should().Match<KnownLead>(lead => lead.State == LeadState.Answered && lead.Answer == "Tell me more");
        (await app.LeadAsync("bea@acme.example")).State.Should().Be(LeadState.BadAddress);
        (await app.LeadAsync("cy@acme.example")).State.Should().Be(LeadState.Interested);
        (await app.LeadAsync("eve@acme.example")).State.Should().Be(LeadState.Contacted);
        app.Fake.Webhooks.Deliveries.Should().NotBeEmpty().And.OnlyContain(delivery => delivery.Outcome.Succeeded);
    }

    [Fact]
    public async Task A_webhook_that_is_doubled_or_forged_does_no_harm()
    {
        await using RunningApp app = await fixture.StartAsync();
        await app.SyncedAsync("Q1", Dana);
        string contact = (await app.LeadAsync(Dana.Email)).ContactId;
        string reply = $$$"""{"id":"{{{Guid.Empty}}}","contact_id":"{{{contact}}}","message":{"id":"{{{Guid.Empty}}}","body":"Yes please","received_at":"2026-03-02T10:00:00Z"}}""";

        app.Fake.Webhooks.Inject(WebhookFault.CorruptSignature);
        IReadOnlyList<WebhookAttempt> forged = await app.Fake.Webhooks.TriggerAsync("markus", "conversation.reply_received", reply);
        LeadState afterForged = (await app.LeadAsync(Dana.Email)).State;
        app.Fake.Webhooks.Inject(WebhookFault.Duplicate);
        IReadOnlyList<WebhookAttempt> doubled = await app.Fake.Webhooks.TriggerAsync("markus", "conversation.reply_received", reply);

        forged.Should().ContainSingle().Which.Outcome.Status.Should().Be(401);
        afterForged.Should().Be(LeadState.Contacted);
        doubled.Select(delivery => delivery.Outcome.Status).Should().Equal(200, 200);
        (await app.LeadAsync(Dana.Email)).Should().Match<KnownLead>(lead => lead.State == LeadState.Answered && lead.Answer == "Yes please");
    }
}
