using Microsoft.Extensions.DependencyInjection;
using Outreach.FakeServer;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;
using Campaign = Outreach.Sdk.Markus.Campaign;
using CampaignStatus = Outreach.Sdk.Markus.CampaignStatus;

namespace Outreach.Sdk.Tests.Webhooks;

/// <summary>The sending and the receiving side together, as a test author has them.</summary>
public sealed class BothEndsTests
{
    [Fact]
    public async Task What_happens_in_a_campaign_arrives_typed_and_in_order()
    {
        List<WebhookEvent> handled = [];
        await using Ends ends = await Ends.StartAsync(hooks => hooks.OnAny((e, _) => Task.Run(() => handled.Add(e))));
        MarkusClient markus = ends.Client.Markus;
        Campaign campaign = await markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom, Settings = new() { RequireApproval = false } });
        Contact contact = await markus.Contacts.CreateAsync(new() { CampaignId = campaign.Id, Email = "dana+open+reply@acme.example" });
        await markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });

        await ends.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        handled.Select(e => e.GetType()).Should().Equal(
            typeof(CampaignCreatedEvent), typeof(ContactCreatedEvent), typeof(CampaignUpdatedEvent), typeof(ConversationCreatedEvent),
            typeof(MessageSentEvent), typeof(MessageDeliveredEvent), typeof(MessageOpenedEvent), typeof(ConversationReplyReceivedEvent));
        handled.OfType<MessageOpenedEvent>().Single().Data.ContactId.Should().Be(contact.Id);
        (await markus.Webhooks.ListDeliveriesAsync(ends.Endpoint.Id)).Items.Should().HaveCount(8).And.OnlyContain(delivery => delivery.Status == WebhookDeliveryStatus.Success);
    }

    [Fact]
    public async Task A_duplicate_is_dropped_and_a_spoilt_signature_refused()
    {
        List<string> handled = [];
        await using Ends ends = await Ends.StartAsync(hooks => hooks.OnAny((e, _) => Task.Run(() => handled.Add(e.Id))));

        ends.Fake.Webhooks.Inject(WebhookFault.Duplicate);
        await ends.Fake.Webhooks.TriggerAsync("markus", "message.opened");
        ends.Fake.Webhooks.Inject(WebhookFault.CorruptSignature);
        await ends.Fake.Webhooks.TriggerAsync("markus", "message.bounced");

        handled.Should().ContainSingle();
        ends.Fake.Webhooks.Deliveries.Select(delivery => delivery.Outcome.Status).Should().Equal(200, 200, 401);
    }

    [Fact]
    public async Task A_handler_that_fails_is_a_failed_delivery_that_can_be_sent_again()
    {
        int calls = 0;
        await using Ends ends = await Ends.StartAsync(hooks => hooks.OnAny((_, _) => ++calls == 1 ? throw new InvalidOperationException() : Task.CompletedTask));

        await ends.Fake.Webhooks.TriggerAsync("markus", "message.opened");
        WebhookDelivery logged = (await ends.Client.Markus.Webhooks.ListDeliveriesAsync(ends.Endpoint.Id)).Items.Single();
        await ends.Fake.Webhooks.ResendAsync(ends.Fake.Webhooks.Deliveries[0]);
        await ends.Fake.Webhooks.ResendAsync(ends.Fake.Webhooks.Deliveries[0]);

        logged.Should().Match<WebhookDelivery>(delivery => delivery.Status == WebhookDeliveryStatus.Failed && delivery.ResponseStatus == 500);
        ends.Fake.Webhooks.Deliveries.Select(delivery => delivery.Outcome.Status).Should().Equal(500, 200, 200);
        calls.Should().Be(2, "the third is a duplicate of the second");
    }

    [Fact]
    public async Task A_secret_is_rotated_without_losing_an_event()
    {
        List<string> handled = [];
        await using Ends ends = await Ends.StartAsync(hooks => hooks.OnAny((e, _) => Task.Run(() => handled.Add(e.Id))));
        WebhooksClient webhooks = ends.Client.Markus.Webhooks;

        CreatedWebhookEndpoint next = await webhooks.CreateAsync(new() { Url = ends.Endpoint.Url, Events = ends.Endpoint.Events });
        (await FluentActions.Awaiting(() => webhooks.TestAsync(next.Id)).Should().ThrowAsync<OutreachValidationException>()).Which.Code.Value.Should().Be("HOOK_001");
        ends.Secrets.Add(next.Secret);
        (await webhooks.TestAsync(next.Id)).Delivered.Should().BeTrue();
        await ends.Fake.Webhooks.TriggerAsync("markus", "message.sent");
        await webhooks.DeleteAsync(ends.Endpoint.Id);
        ends.Secrets.Remove(ends.Endpoint.Secret);
        await ends.Fake.Webhooks.TriggerAsync("markus", "message.opened");

        handled.Should().HaveCount(3, "the test, one event that came to both endpoints under one id, and one to the new endpoint").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Reachkit_events_are_read_though_nothing_signs_them()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        WebhookSink sink = fake.Webhooks.Capture();
        fake.Reachkit.Workspace.AddWebhook("https://app.example/hooks/reachkit/a-long-secret");
        foreach (ReachkitWebhookEventType type in ReachkitWebhookEventType.Known) await fake.Webhooks.TriggerAsync("reachkit", type.Value!);

        ReachkitWebhookEvent[] read = [.. sink.Received.Select(delivery => ReachkitWebhookEvent.Parse(delivery.Body.Span))];

        read.Select(e => e.EventType).Should().Equal(ReachkitWebhookEventType.Known);
        read.Should().NotContain(e => e is UnknownReachkitWebhookEvent);
    }

    private sealed class Ends : IAsyncDisposable
    {
        private Receiver? _receiver;

        public required OutreachFake Fake { get; init; }

        public required OutreachClient Client { get; init; }

        public required CreatedWebhookEndpoint Endpoint { get; init; }

        public ICollection<string> Secrets { get; private set; } = null!;

        public static async Task<Ends> StartAsync(Action<OutreachWebhookBuilder> handlers)
        {
            OutreachFake fake = await OutreachFake.StartAsync();
            OutreachClient client = fake.CreateClient();
            CreatedWebhookEndpoint endpoint = await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hooks/markus", Events = [WebhookEventSubscription.All] });
            Ends ends = new() { Fake = fake, Client = client, Endpoint = endpoint };
            ends._receiver = await Receiver.StartAsync(
                handlers,
                options =>
                {
                    ends.Secrets = options.Secrets;
                    options.Secrets.Add(endpoint.Secret);
                },
                services => services.AddDistributedMemoryCache());
            fake.Webhooks.DeliverTo(ends._receiver.Handler());
            return ends;
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Fake.DisposeAsync();
            await _receiver!.DisposeAsync();
        }
    }
}
