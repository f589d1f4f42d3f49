using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Markus;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus.Webhooks;

/// <summary>Section 8 of the contract: who is told what, and what the log keeps.</summary>
public sealed class WebhookDeliveryTests
{
    public static TheoryData<string> EveryEvent => [.. WebhookEventType.Known.Select(type => type.Value!)];

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public async Task Each_event_is_delivered_signed_and_read_as_its_type(string eventType)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        HookReceiver receiver = HookReceiver.Answering(HttpStatusCode.OK);
        world.Fake.Webhooks.DeliverTo(receiver);
        (_, string secret) = await HookAsync(world, eventType);
        await HookAsync(world, eventType == "message.sent" ? "message.opened" : "message.sent");

        await world.Fake.Webhooks.TriggerAsync("markus", eventType);

        (string url, byte[] body, string signature) = receiver.Received.Should().ContainSingle().Subject;
        url.Should().Be("https://app.example/hook");
        signature.Should().MatchRegex("^[0-9a-f]{64}$");
        new WebhookVerifier(secret).Verify(body, signature).Should().Be(WebhookVerification.Valid);
        WebhookEvent told = WebhookEvent.Parse(body);
        told.GetType().Name.Should().Be(string.Concat(eventType.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event");
        told.Type.Value.Should().Be(eventType);
        told.Id.Should().MatchRegex("^evt_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        told.CreatedAt.Should().Be(world.Fake.Clock.Now);
        ContractDocument contract = ContractDocument.Of("markus");
        using JsonDocument wire = JsonDocument.Parse(body);
        new SchemaValidator(contract).Validate(wire.RootElement, contract.Schema(told.GetType().Name)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_happens_is_told_in_its_order_each_of_the_16_events()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        HookReceiver receiver = HookReceiver.Answering(HttpStatusCode.OK);
        world.Fake.Webhooks.DeliverTo(receiver);
        (string id, string secret) = await HookAsync(world, "*");

        (string campaign, string contact, string message) = await world.SentAsync("dana+open+reply@acme.example");
        await world.PassAsync(TimeSpan.FromHours(2));
        string bounced = await world.ContactAsync(campaign, "bea+bounce@acme.example");
        await world.ApproveAllAsync();
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.ContactAsync(campaign, "cy@acme.example");
        await world.PostAsync($"messages/{(await world.PendingAsync()).Single()}/reject", """{"reason":"no"}""");
        await world.PatchAsync($"contacts/{contact}", """{"company":"Acme"}""");
        await world.DeleteAsync($"contacts/{bounced}");
        await world.DeleteAsync($"campaigns/{campaign}");
        await world.PostAsync("discovery/search", """{"query":"roasters","location":"Lisbon"}""");
        await world.PassAsync(TimeSpan.FromSeconds(20));
        await world.PostAsync("discovery/search", """{"query":"[fail] roasters","location":"Lisbon"}""");
        await world.PassAsync(TimeSpan.FromSeconds(20));

        WebhookEvent[] told = [.. receiver.Received.Select(delivery => WebhookEvent.Parse(delivery.Body))];
        told.Select(e => e.Type.Value).Should().Equal(
            "campaign.created", "contact.created", "campaign.updated", "message.approved", "conversation.created", "message.sent", "message.delivered", "message.opened", "conversation.reply_received",
            "contact.created", "message.approved", "conversation.created", "message.sent", "message.bounced", "contact.created", "message.rejected", "contact.updated", "contact.deleted", "campaign.deleted",
            "discovery.completed", "discovery.failed");
        told.Select(e => e.Type).Distinct().Should().BeEquivalentTo(WebhookEventType.Known, "each of the 16 has happened");
        told.Select(e => e.Id).Should().OnlyHaveUniqueItems();
        ContractDocument contract = ContractDocument.Of("markus");
        foreach (JsonNode payload in receiver.Received.Select(delivery => JsonNode.Parse(delivery.Body)!))
        {
            string schema = contract.Root.GetProperty("x-webhook-events").EnumerateArray().Single(row => row.GetProperty("type").GetString() == (string)payload["type"]!).GetProperty("data").GetString()!;
            payload["data"]!.AsObject().Select(member => member.Key).Should().Equal(contract.Schema(schema).GetProperty("properties").EnumerateObject().Select(member => member.Name), "all members are sent");
        }

        receiver.Received.Select(delivery => new WebhookVerifier(secret).Verify(delivery.Body, delivery.Signature)).Should().AllBeEquivalentTo(WebhookVerification.Valid);
        told.OfType<MessageOpenedEvent>().Single().Data.Should().Match<MessageEventData>(data => data.Id == message && data.OpenedAt == told.OfType<MessageOpenedEvent>().Single().CreatedAt);
        told.OfType<ConversationReplyReceivedEvent>().Single().Data.Message!.Body.Should().Be("Sounds great, can we talk Thursday?");
        JsonNode endpoint = (await world.GetAsync($"webhooks/{id}")).Data;
        endpoint["last_delivery_status"]!.GetValue<string>().Should().Be("success");
        endpoint["last_delivery_at"]!.GetValue<string>().Should().Be(told[^1].CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ"));
    }

    [Fact]
    public async Task An_event_reaches_every_endpoint_that_wants_it_once_under_one_id_and_each_by_its_own_secret()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        WebhookSink sink = world.Fake.Webhooks.Capture();
        (string all, string allSecret) = await HookAsync(world, "*");
        (string some, string someSecret) = await HookAsync(world, "contact.created", "contact.deleted");
        await HookAsync(world, "contact.deleted");
        (string off, _) = await HookAsync(world, "*");
        await world.PatchAsync($"webhooks/{off}", """{"is_active":false}""");
        MarkusAccount other = world.Fake.Markus.CreateAccount();
        string mine = world.Key;
        world.Key = other.ApiKey;
        await HookAsync(world, "*");
        world.Key = mine;

        await world.ContactAsync(null, "dana@acme.example");
        await world.Fake.SettleAsync();
        await HookAsync(world, "*");
        await world.PatchAsync($"webhooks/{off}", """{"is_active":true}""");
        await world.Fake.SettleAsync();

        sink.Received.Select(delivery => delivery.Endpoint).Should().BeEquivalentTo([all, some], "inactive ones, other accounts and later ones are not told");
        sink.Received.Select(delivery => delivery.EventId).Distinct().Should().ContainSingle();
        sink.Received[0].Body.ToArray().Should().Equal(sink.Received[1].Body.ToArray());
        foreach ((string id, string secret) in new[] { (all, allSecret), (some, someSecret) })
        {
            WebhookAttempt delivery = sink.Received.Single(delivery => delivery.Endpoint == id);
            new WebhookVerifier(secret).Verify(delivery.Body.Span, delivery.Header("X-Webhook-Signature")).Should().Be(WebhookVerification.Valid);
            delivery.Header("Content-Type").Should().Be("application/json");
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "success")]
    [InlineData(HttpStatusCode.NoContent, "success")]
    [InlineData(HttpStatusCode.Found, "failed")]
    [InlineData(HttpStatusCode.Unauthorized, "failed")]
    [InlineData(HttpStatusCode.InternalServerError, "failed")]
    public async Task A_status_of_2xx_is_a_success_and_any_other_a_failure_of_one_attempt(HttpStatusCode status, string expected)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        HookReceiver receiver = HookReceiver.Answering(status, new string('é', 1500), location: "https://elsewhere.example/");
        world.Fake.Webhooks.DeliverTo(receiver);
        (string id, _) = await HookAsync(world, "contact.created");

        await world.ContactAsync(null, "dana@acme.example");
        await world.PassAsync(TimeSpan.FromDays(1));

        receiver.Received.Should().ContainSingle("there is one attempt, and redirects are not followed").Which.Url.Should().Be("https://app.example/hook");
        JsonNode delivery = (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Should().ContainSingle().Subject!;
        delivery["status"]!.GetValue<string>().Should().Be(expected);
        delivery["response_status"]!.GetValue<int>().Should().Be((int)status);
        delivery["response_body"]!.GetValue<string>().Should().Be(new string('é', 1000));
        delivery["attempt"]!.GetValue<int>().Should().Be(1);
        delivery["is_test"]!.GetValue<bool>().Should().BeFalse();
        delivery["error"].Should().BeNull();
        (await world.GetAsync($"webhooks/{id}")).Data["is_active"]!.GetValue<bool>().Should().BeTrue("a failure switches nothing off");
    }

    [Fact]
    public async Task An_endpoint_that_is_down_has_a_log_of_why()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.DeliverTo(new HookReceiver((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")));
        (string id, _) = await HookAsync(world, "contact.created");

        await world.ContactAsync(null, "dana@acme.example");
        await world.Fake.SettleAsync();

        JsonNode delivery = (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Single()!;
        delivery["status"]!.GetValue<string>().Should().Be("failed");
        delivery["error"]!.GetValue<string>().Should().Contain("refused");
        delivery["response_status"].Should().BeNull();
        delivery["response_body"].Should().BeNull();
        (await world.GetAsync("contacts")).Items.Should().ContainSingle("a failed delivery changes nothing else");
    }

    [Fact]
    public async Task An_endpoint_that_is_silent_is_a_timeout()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.Limit = TimeSpan.FromMilliseconds(1);
        world.Fake.Webhooks.DeliverTo(new HookReceiver((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task));
        (string id, _) = await HookAsync(world, "*");

        await world.ContactAsync(null, "dana@acme.example");
        await world.Fake.SettleAsync();

        JsonNode delivery = (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Single()!;
        delivery["status"]!.GetValue<string>().Should().Be("failed");
        delivery["error"]!.GetValue<string>().Should().Be("timeout");
        delivery["duration_ms"]!.GetValue<int>().Should().Be(10_000);
        delivery["response_status"].Should().BeNull();
    }

    [Fact]
    public async Task An_endpoint_that_is_slow_holds_up_no_other()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        TaskCompletionSource other = new();
        world.Fake.Webhooks.DeliverTo(new HookReceiver(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/slow") await other.Task;
            else other.SetResult();
            return new HttpResponseMessage(HttpStatusCode.OK);
        }));
        string slow = (await world.PostAsync("webhooks", """{"url":"https://app.example/slow","events":["contact.created"]}""")).Id;
        string fast = (await world.PostAsync("webhooks", """{"url":"https://app.example/fast","events":["contact.created"]}""")).Id;

        await world.ContactAsync(null, "dana@acme.example");
        await world.Fake.SettleAsync();

        foreach (string id in new[] { slow, fast })
            (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Single()!["status"]!.GetValue<string>().Should().Be("success", "the slow one answered only after the other had been told");
    }

    [Fact]
    public async Task A_delivery_under_way_is_pending_and_deleting_the_endpoint_drops_what_waits()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        TaskCompletionSource arrived = new();
        TaskCompletionSource<HttpResponseMessage> release = new();
        HookReceiver receiver = new((_, _) =>
        {
            arrived.TrySetResult();
            return release.Task;
        });
        world.Fake.Webhooks.DeliverTo(receiver);
        (string id, _) = await HookAsync(world, "contact.created");
        await world.ContactAsync(null, "dana@acme.example");
        await world.ContactAsync(null, "bea@acme.example");
        await arrived.Task;

        JsonArray log = (await world.GetAsync($"webhooks/{id}/deliveries?status=pending")).Items;
        log.Should().HaveCount(2).And.OnlyContain(delivery => delivery!["completed_at"] == null && delivery["duration_ms"] == null);
        await world.DeleteAsync($"webhooks/{id}");
        release.SetResult(new HttpResponseMessage(HttpStatusCode.OK));
        await world.Fake.SettleAsync();

        receiver.Received.Should().ContainSingle("the second was dropped with its endpoint");
    }

    [Fact]
    public async Task The_log_keeps_the_last_100_newest_first_by_page_status_and_type()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        WebhookSink sink = world.Fake.Webhooks.Capture();
        (string id, _) = await HookAsync(world, "*");
        for (int i = 0; i < 104; i++) await world.Fake.Webhooks.TriggerAsync("markus", i % 2 == 0 ? "message.sent" : "message.opened");
        sink.AnswerNext(500);
        await world.Fake.Webhooks.TriggerAsync("markus", "message.sent");

        MarkusAnswer first = await world.GetAsync($"webhooks/{id}/deliveries?limit=30");
        MarkusAnswer last = await world.GetAsync($"webhooks/{id}/deliveries?limit=30&page=4");

        first.Body["pagination"]!.ToJsonString().Should().Be("""{"page":1,"limit":30,"total":100,"total_pages":4,"has_more":true}""");
        first.Items[0]!["status"]!.GetValue<string>().Should().Be("failed");
        first.Items.Select(item => (string)item!["event_id"]!).Should().Equal(sink.Received.Reverse().Take(30).Select(delivery => delivery.EventId));
        last.Items.Should().HaveCount(10);
        (await world.GetAsync($"webhooks/{id}/deliveries?status=failed")).Body["pagination"]!["total"]!.GetValue<int>().Should().Be(1);
        (await world.GetAsync($"webhooks/{id}/deliveries?status=success&event_type=message.opened")).Body["pagination"]!["total"]!.GetValue<int>().Should().Be(50);
        (await world.GetAsync($"webhooks/{id}/deliveries?event_type=contact.created")).Items.Should().BeEmpty();
        (await world.GetAsync($"webhooks/{id}/deliveries?page=9")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_scenario_run_twice_gives_the_same_bytes()
    {
        (await RunAsync()).Should().Be(await RunAsync());

        static async Task<string> RunAsync()
        {
            StringBuilder seen = new();
            await using MarkusWorld world = await MarkusWorld.StartAsync();
            WebhookSink sink = world.Fake.Webhooks.Capture().AnswerNext(503, 2);
            (string id, string secret) = await HookAsync(world, "*");
            seen.AppendLine(secret).AppendLine((await world.PostAsync($"webhooks/{id}/test")).Text);
            await world.SentAsync("dana+open+reply@acme.example");
            await world.PassAsync(TimeSpan.FromDays(3));
            foreach (WebhookAttempt delivery in sink.Received) seen.AppendLine($"{delivery.At:O} {delivery.Header("X-Webhook-Signature")} {delivery.Text}");
            seen.AppendLine((await world.GetAsync($"webhooks/{id}/deliveries?limit=100")).Text).AppendLine((await world.GetAsync("webhooks")).Text);
            return seen.ToString();
        }
    }

    [Fact]
    public async Task A_call_that_an_error_was_armed_for_tells_nobody_anything()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        WebhookSink sink = world.Fake.Webhooks.Capture();
        (string id, _) = await HookAsync(world, "*");
        world.Fake.Faults.Add(new Fault { Operation = "markus.contacts.create", Effect = FaultEffect.Error("SERVER_001") });

        (await world.PostAsync("contacts", """{"email":"dana@acme.example"}""")).Code.Should().Be("SERVER_001");
        await world.Fake.SettleAsync();

        sink.Received.Should().BeEmpty();
        (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Should().BeEmpty();
    }

    internal static async Task<(string Id, string Secret)> HookAsync(MarkusWorld world, params string[] events)
    {
        MarkusAnswer created = await world.PostAsync("webhooks", $$"""{"url":"https://app.example/hook","events":[{{string.Join(',', events.Select(type => $"\"{type}\""))}}]}""");
        created.Status.Should().Be(201, created.Text);
        return (created.Id, (string)created.Data["secret"]!);
    }
}
