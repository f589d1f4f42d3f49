using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus.Webhooks;

/// <summary><c>webhooks.test</c>: the one call of Markus that waits for somebody outside.</summary>
public sealed class WebhookTestEventTests
{
    [Theory]
    [MemberData(nameof(WebhookDeliveryTests.EveryEvent), MemberType = typeof(WebhookDeliveryTests))]
    public async Task A_sample_of_each_type_has_nil_ids_and_is_signed_like_any_other(string eventType)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        HookReceiver receiver = HookReceiver.Answering(HttpStatusCode.OK, "ok");
        world.Fake.Webhooks.DeliverTo(receiver);
        (string id, string secret) = await WebhookDeliveryTests.HookAsync(world, "*");

        MarkusAnswer answer = await world.PostAsync($"webhooks/{id}/test", $$"""{"event":"{{eventType}}"}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Data["delivered"]!.GetValue<bool>().Should().BeTrue();
        JsonNode delivery = answer.Data["delivery"]!;
        delivery["is_test"]!.GetValue<bool>().Should().BeTrue();
        delivery["event_type"]!.GetValue<string>().Should().Be(eventType);
        delivery["status"]!.GetValue<string>().Should().Be("success");
        delivery["response_body"]!.GetValue<string>().Should().Be("ok");
        (_, byte[] body, string signature) = receiver.Received.Should().ContainSingle().Subject;
        new WebhookVerifier(secret).Verify(body, signature).Should().Be(WebhookVerification.Valid);
        WebhookEvent sample = WebhookEvent.Parse(body);
        sample.Type.Value.Should().Be(eventType);
        sample.Id.Should().Be((string)delivery["event_id"]!);
        JsonNode.Parse(body)!["data"]!["id"]!.GetValue<string>().Should().Be("00000000-0000-0000-0000-000000000000");
        (await world.GetAsync($"webhooks/{id}/deliveries")).Items.Single()!.ToJsonString().Should().Be(delivery.ToJsonString());
    }

    [Theory]
    [InlineData("""["*"]""", "campaign.created")]
    [InlineData("""["message.bounced","message.sent"]""", "message.bounced")]
    public async Task Without_a_choice_the_first_subscription_is_imitated(string events, string expected)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("webhooks", $$"""{"url":"https://app.example/hook","events":{{events}},"is_active":false}""")).Id;

        (await world.PostAsync($"webhooks/{id}/test")).Data["delivery"]!["event_type"]!.GetValue<string>().Should().Be(expected, "inactive endpoints are tested too");
        (await world.PostAsync($"webhooks/{id}/test", "{}")).Data["delivery"]!["event_type"]!.GetValue<string>().Should().Be(expected);
    }

    [Fact]
    public async Task A_receiver_that_refuses_the_signature_is_HOOK_001_and_logged_as_failed()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        OutreachClient client = fake.CreateClient();
        fake.Webhooks.DeliverTo(HookReceiver.Answering(HttpStatusCode.Unauthorized));
        CreatedWebhookEndpoint endpoint = await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hook", Events = [WebhookEventSubscription.All] });

        OutreachValidationException refused = (await FluentActions.Awaiting(() => client.Markus.Webhooks.TestAsync(endpoint.Id)).Should().ThrowAsync<OutreachValidationException>()).Which;

        refused.Code.Value.Should().Be("HOOK_001");
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.RequestId.Should().StartWith("req_");
        (await client.Markus.Webhooks.ListDeliveriesAsync(endpoint.Id)).Items.Should().ContainSingle().Which.Status.Should().Be(WebhookDeliveryStatus.Failed);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_reported_and_not_an_error()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.Capture().AnswerAlways(500);
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        MarkusAnswer answer = await world.PostAsync($"webhooks/{id}/test");

        answer.Status.Should().Be(200);
        answer.Data["delivered"]!.GetValue<bool>().Should().BeFalse();
        answer.Data["delivery"]!["response_status"]!.GetValue<int>().Should().Be(500);
    }

    [Fact]
    public async Task A_receiver_that_is_silent_is_reported_as_a_timeout()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.Limit = TimeSpan.FromMilliseconds(1);
        world.Fake.Webhooks.DeliverTo(new HookReceiver((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task));
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        (await world.PostAsync($"webhooks/{id}/test")).Data["delivery"]!["error"]!.GetValue<string>().Should().Be("timeout");
    }

    [Fact]
    public async Task The_receiver_may_call_back_while_the_test_waits_for_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        int status = 0;
        world.Fake.Webhooks.DeliverTo(new HookReceiver(async (_, _) =>
        {
            status = (await world.GetAsync("webhooks")).Status;
            return new HttpResponseMessage(HttpStatusCode.OK);
        }));
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        (await world.PostAsync($"webhooks/{id}/test")).Data["delivered"]!.GetValue<bool>().Should().BeTrue();
        status.Should().Be(200);
    }

    [Fact]
    public async Task An_endpoint_that_is_deleted_during_its_test_was_never_there()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = "";
        world.Fake.Webhooks.DeliverTo(new HookReceiver(async (_, _) =>
        {
            await world.DeleteAsync($"webhooks/{id}");
            return new HttpResponseMessage(HttpStatusCode.OK);
        }));
        (id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        (await world.PostAsync($"webhooks/{id}/test")).Code.Should().Be("SERVER_003");
    }

    [Theory]
    [InlineData("""{"event":"*"}""", "event")]
    [InlineData("""{"event":"message.read"}""", "event")]
    [InlineData("""{"event":null}""", "event")]
    [InlineData("""[]""", "")]
    public async Task A_type_that_does_not_exist_is_HOOK_003(string json, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        MarkusAnswer refused = await world.PostAsync($"webhooks/{id}/test", json);

        refused.Code.Should().Be("HOOK_003");
        refused.Fields.Should().Equal(field);
        world.Fake.Webhooks.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task Its_answer_has_limits_a_journal_entry_and_faults_like_any_other()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");

        MarkusAnswer plain = await world.PostAsync($"webhooks/{id}/test");
        world.Fake.Faults.Add(new Fault { Operation = "markus.webhooks.test", Effect = FaultEffect.Patch("data.delivered", "false"), Times = 1 });
        MarkusAnswer patched = await world.PostAsync($"webhooks/{id}/test");
        world.Fake.Faults.Add(new Fault { Operation = "markus.webhooks.test", Effect = FaultEffect.Error("SERVER_001"), Times = 1 });
        MarkusAnswer refused = await world.PostAsync($"webhooks/{id}/test");

        plain.Header("X-RateLimit-Remaining").Should().NotBeNull();
        world.Fake.Journal.Where(entry => entry.Operation == "markus.webhooks.test").Select(entry => entry.Status).Should().Equal(200, 200, 500);
        Encoding.UTF8.GetString(world.Fake.Journal.First(entry => entry.Operation == "markus.webhooks.test").ResponseBody.Span).Should().Be(plain.Text);
        patched.Data["delivered"]!.GetValue<bool>().Should().BeFalse();
        refused.Code.Should().Be("SERVER_001");
        world.Fake.Webhooks.Deliveries.Should().HaveCount(2, "the refused call did nothing");
    }

    [Fact]
    public async Task A_record_of_a_run_with_tests_and_failures_replays_byte_by_byte()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.DeliverTo(HookReceiver.Answering(HttpStatusCode.BadGateway, "no upstream"));
        (string id, _) = await WebhookDeliveryTests.HookAsync(world, "*");
        await world.PostAsync($"webhooks/{id}/test");
        await world.ContactAsync(null, "dana@acme.example");
        await world.Fake.SettleAsync();
        await world.GetAsync($"webhooks/{id}/deliveries");
        await world.PostAsync($"webhooks/{id}/test", """{"event":"message.sent"}""");
        using MemoryStream record = new();
        world.Fake.WriteRecord(record);
        record.Position = 0;

        ReplayResult replay = await OutreachFake.ReplayAsync(record);

        replay.Difference.Should().BeNull();
        replay.Requests.Should().Be(5);
    }
}
