using System.Net;
using System.Net.Sockets;
using System.Text;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Webhooks;

public sealed class WebhookHubTests
{
    [Theory]
    [InlineData(42)]
    [InlineData(600)]
    public void A_failure_with_a_status_that_is_none_is_refused(int status)
    {
        Action fail = () => WebhookFault.Fail(status);

        fail.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Without_any_setup_a_webhook_to_another_host_is_captured_and_counts_as_answered_200()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "1");

        await fake.SettleAsync();

        fake.Webhooks.Deliveries.Should().ContainSingle().Which.Should().Match<WebhookAttempt>(d => d.Receiver == WebhookReceiver.Log && d.Outcome.Status == 200 && d.Text == "{\"n\":1}");
        told.Should().ContainSingle().Which.Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task With_capture_of_other_hosts_off_such_an_attempt_fails_and_says_what_to_do()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.CaptureOtherHosts = false;
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "1");

        await fake.SettleAsync();

        told.Should().ContainSingle().Which.Error.Should().Contain("app.example").And.Contain("FakeOptions.WebhookHosts").And.Contain("Webhooks.DeliverTo");
    }

    [Fact]
    public async Task A_sink_takes_everything_and_answers_as_it_is_told()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        WebhookSink sink = fake.Webhooks.Capture().AnswerNext(500).AnswerNext(410);
        List<WebhookOutcome> told = Send(fake, "http://localhost:1/hook", "1", "2", "3");

        await fake.SettleAsync();

        told.Select(outcome => outcome.Status).Should().Equal(500, 410, 200);
        sink.Received.Select(delivery => delivery.EventId).Should().Equal("1", "2", "3");
    }

    [Fact]
    public async Task A_handler_in_the_process_gets_the_bytes_and_headers_as_signed()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Receiver receiver = new(_ => new HttpResponseMessage(HttpStatusCode.Accepted));
        fake.Webhooks.DeliverTo(receiver);
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "1");

        await fake.SettleAsync();

        told.Should().ContainSingle().Which.Status.Should().Be(202);
        receiver.Got.Should().ContainSingle().Which.Should().Be("POST https://app.example/hook application/json abc0 {\"n\":1}");
    }

    [Fact]
    public async Task A_receiver_that_throws_or_hangs_is_a_failed_attempt()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.Limit = TimeSpan.FromMilliseconds(20);
        int calls = 0;
        fake.Webhooks.DeliverTo(new Receiver(_ => throw new InvalidOperationException("boom")) { Hang = () => calls++ > 0 });
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "1", "2");

        await fake.SettleAsync();

        told.Select(outcome => outcome.Error).Should().Equal("connection failed: boom", "timeout");
    }

    [Fact]
    public async Task Injected_faults_fail_duplicate_corrupt_and_reorder()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        WebhookSink sink = fake.Webhooks.Capture();
        fake.Webhooks.Inject(WebhookFault.Fail(503));
        fake.Webhooks.Inject(WebhookFault.Duplicate);
        fake.Webhooks.Inject(WebhookFault.CorruptSignature);
        fake.Webhooks.Inject(WebhookFault.Reorder);
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "fail", "twice", "corrupt", "late", "early");

        await fake.SettleAsync();

        fake.Webhooks.Deliveries.Select(d => $"{d.EventId} {d.Injected} {d.Outcome.Status}").Should().Equal(
            "fail fail 503", "twice duplicate 200", "twice duplicate 200", "corrupt corrupt signature 200", "early  200", "late reorder 200");
        sink.Received.Single(d => d.EventId == "corrupt").Header("X-Webhook-Signature").Should().Be("abc1");
        sink.Received.First().Header("x-webhook-signature").Should().Be("abc0");
        told.Should().HaveCount(5, "the API knows nothing of the second of a duplicate");
    }

    [Fact]
    public async Task A_reordered_webhook_waits_for_the_next_one_or_for_its_release()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.Inject(WebhookFault.Reorder);
        Send(fake, "https://app.example/hook", "late");
        await fake.SettleAsync();
        fake.Webhooks.Held.Should().Be(1);
        fake.Webhooks.Deliveries.Should().BeEmpty();

        await fake.Webhooks.ReleaseAsync();

        fake.Webhooks.Held.Should().Be(0);
        fake.Webhooks.Deliveries.Should().ContainSingle().Which.EventId.Should().Be("late");
    }

    [Fact]
    public async Task A_resent_webhook_carries_the_same_bytes_and_tells_the_API_nothing()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        WebhookSink sink = fake.Webhooks.Capture();
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "1");
        await fake.SettleAsync();

        WebhookAttempt again = await fake.Webhooks.ResendAsync(fake.Webhooks.Deliveries[0]);

        again.Injected.Should().Be("resend");
        sink.Received.Should().HaveCount(2);
        sink.Received[1].Body.ToArray().Should().Equal(sink.Received[0].Body.ToArray());
        told.Should().ContainSingle();
    }

    [Fact]
    public async Task What_was_under_way_when_the_world_was_put_back_tells_the_world_nothing()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Slow receiver = new();
        fake.Webhooks.DeliverTo(receiver);
        FakeSnapshot before = fake.Snapshot();
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "under way", "waiting");
        Task settled = fake.SettleAsync();
        await receiver.Entered;

        fake.Restore(before);
        List<WebhookOutcome> after = Send(fake, "https://app.example/hook", "after");
        receiver.Open();
        await settled;
        await fake.SettleAsync();

        told.Should().BeEmpty();
        after.Should().ContainSingle();
        fake.Webhooks.Deliveries.Select(delivery => delivery.EventId).Should().Equal("under way", "after");
    }

    [Fact]
    public async Task A_webhook_sent_again_arrives_though_the_world_was_put_back_meanwhile()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Slow receiver = new();
        receiver.Open();
        fake.Webhooks.DeliverTo(receiver);
        Send(fake, "https://app.example/hook", "1");
        await fake.SettleAsync();
        receiver.Close();
        Send(fake, "https://app.example/hook", "2");
        Task settled = fake.SettleAsync();
        await receiver.Entered;

        Task<WebhookAttempt> again = fake.Webhooks.ResendAsync(fake.Webhooks.Deliveries[0]);
        fake.Restore(fake.Snapshot());
        receiver.Open();

        (await again).EventId.Should().Be("1");
        await settled;
    }

    [Fact]
    public async Task An_endpoint_deleted_on_trial_keeps_what_waits_for_it_when_the_trial_is_taken_back()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "waiting");

        lock (fake.World.Gate)
        {
            fake.World.Webhooks.BeginTrial();
            fake.World.Webhooks.Drop("test", "endpoint");
            fake.World.Webhooks.EndTrial(keep: false);
        }

        await fake.SettleAsync();
        told.Should().ContainSingle();
    }

    [Fact]
    public async Task An_endpoint_deleted_on_trial_loses_what_waits_and_what_the_trial_sent_when_the_trial_counts()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        List<WebhookOutcome> told = Send(fake, "https://app.example/hook", "waiting");
        List<WebhookOutcome> later;

        lock (fake.World.Gate)
        {
            fake.World.Webhooks.BeginTrial();
            told.AddRange(Send(fake, "https://app.example/hook", "on trial"));
            fake.World.Webhooks.Drop("test", "endpoint");
            later = Send(fake, "https://app.example/hook", "later");
            fake.World.Webhooks.EndTrial(keep: true);
        }

        await fake.SettleAsync();
        told.Should().BeEmpty();
        later.Should().ContainSingle();
        fake.Webhooks.Deliveries.Should().ContainSingle().Which.EventId.Should().Be("later");
    }

    [Fact]
    public async Task A_URL_on_this_machine_is_delivered_to_and_its_redirect_is_not_followed()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> served = AnswerOnceAsync(listener, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using OutreachFake fake = await OutreachFake.StartAsync();
        List<WebhookOutcome> told = Send(fake, $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/hook", "1");

        await fake.SettleAsync();

        (await served).Should().StartWith("POST /hook HTTP/1.1");
        told.Should().ContainSingle().Which.Should().Match<WebhookOutcome>(outcome => outcome.Status == 302 && !outcome.Succeeded);
        fake.Webhooks.Deliveries[0].Receiver.Should().Be(WebhookReceiver.Url);
    }

    [Theory]
    [InlineData("http://localhost/x", true)]
    [InlineData("http://127.0.0.1/x", true)]
    [InlineData("http://[::1]/x", true)]
    [InlineData("https://api.localhost/x", true)]
    [InlineData("http://app/x", true)]
    [InlineData("http://one.apps.test/x", true)]
    [InlineData("http://apps.test/x", false)]
    [InlineData("http://localhost.evil.example/x", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("ftp://localhost/x", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_this_machine_and_listed_hosts_are_delivered_to(string url, bool allowed)
    {
        using WebhookUrls urls = new(["app", "*.apps.test"]);

        urls.Allows(new Uri(url)).Should().Be(allowed);
    }

    [Theory]
    [InlineData("localhost", "10.0.0.5", false)]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("app", "10.0.0.5", true)]
    [InlineData("app", "169.254.169.254", false)]
    [InlineData("app", "::ffff:169.254.169.254", false)]
    [InlineData("app", "fe80::1", false)]
    [InlineData("app", "0.0.0.0", false)]
    [InlineData("app", "224.0.0.1", false)]
    public async Task It_is_the_resolved_address_that_counts(string host, string address, bool allowed)
    {
        using WebhookUrls urls = new(["app"], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        Func<Task> resolve = () => urls.AddressesAsync(host, default);

        if (allowed) await resolve.Should().NotThrowAsync();
        else await resolve.Should().ThrowAsync<HttpRequestException>().WithMessage($"{host} leads to *where webhooks may not go");
    }

    [Fact]
    public async Task A_failure_that_nobody_looked_at_fails_the_disposal_and_one_that_was_seen_does_not()
    {
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnobservedWebhookFailure });
        fake.Webhooks.DeliverTo(new Receiver(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)));
        Send(fake, "https://app.example/hook", "seen");
        await fake.SettleAsync();
        fake.Webhooks.Deliveries.Should().ContainSingle();
        Send(fake, "https://app.example/hook", "unseen");

        Func<Task> dispose = () => fake.DisposeAsync().AsTask();

        (await dispose.Should().ThrowAsync<FakeAssertionException>()).Which.Message.Should().Contain("#2 test thing.happened to https://app.example/hook -> 502").And.NotContain("#1").And.Contain("outreach-fake replay");
    }

    [Fact]
    public async Task A_trigger_shows_its_own_attempts_only()
    {
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnobservedWebhookFailure });
        fake.Webhooks.DeliverTo(new Receiver(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)));
        using OutreachClient client = fake.CreateClient();
        await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hook", Events = [WebhookEventSubscription.All] });
        Send(fake, "https://app.example/hook", "unseen");
        await fake.SettleAsync();
        (await fake.Webhooks.TriggerAsync("markus", "message.opened")).Should().ContainSingle().Which.Outcome.Status.Should().Be(502);

        Func<Task> dispose = () => fake.DisposeAsync().AsTask();

        (await dispose.Should().ThrowAsync<FakeAssertionException>()).Which.Message.Should().Contain("#1 test thing.happened").And.NotContain("#2");
    }

    [Fact]
    public async Task A_trigger_behind_webhooks_that_wait_shows_its_own_attempts_only()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        CreatedWebhookEndpoint endpoint = await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hook", Events = [WebhookEventSubscription.All] });
        fake.Webhooks.IsPaused = true;
        await client.Markus.Campaigns.CreateAsync(new() { Name = "A", ObjectiveType = ObjectiveType.Custom });
        fake.Webhooks.IsPaused = false;
        fake.Webhooks.Inject(WebhookFault.Duplicate);

        IReadOnlyList<WebhookAttempt> triggered = await fake.Webhooks.TriggerAsync("markus", "message.opened");

        triggered.Select(attempt => attempt.EventType).Should().Equal("message.opened", "message.opened");
        fake.Webhooks.Deliveries.Where(attempt => attempt.Endpoint == endpoint.Id).Select(attempt => $"{attempt.EventType} {attempt.Injected}").Should().Equal(
            "campaign.created ", "message.opened duplicate", "message.opened duplicate");
    }

    [Fact]
    public async Task What_goes_wrong_goes_wrong_with_webhooks_sent_later_not_with_those_that_wait()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.IsPaused = true;
        Send(fake, "https://app.example/hook", "before");
        fake.Webhooks.Inject(WebhookFault.Fail(503));
        Send(fake, "https://app.example/hook", "after", "later");
        fake.Webhooks.IsPaused = false;

        await fake.SettleAsync();

        fake.Webhooks.Deliveries.Select(d => $"{d.EventId} {d.Injected} {d.Outcome.Status}").Should().Equal("before  200", "after fail 503", "later  200");
    }

    [Fact]
    public async Task A_receiver_gets_what_is_sent_from_then_on_and_not_what_waited_for_another()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.IsPaused = true;
        Send(fake, "https://app.example/hook", "log");
        WebhookSink sink = fake.Webhooks.Capture();
        Send(fake, "https://app.example/hook", "sink");
        Receiver receiver = new(_ => new HttpResponseMessage(HttpStatusCode.OK));
        fake.Webhooks.DeliverTo(receiver);
        Send(fake, "https://app.example/hook", "handler");
        fake.Webhooks.DeliverToUrls();
        fake.Webhooks.CaptureOtherHosts = false;
        Send(fake, "https://app.example/hook", "nobody");
        fake.Webhooks.IsPaused = false;

        await fake.SettleAsync();

        fake.Webhooks.Deliveries.Select(d => $"{d.EventId} {d.Receiver}").Should().Equal("log Log", "sink Sink", "handler Handler", "nobody Nobody");
        sink.Received.Should().ContainSingle();
        receiver.Got.Should().ContainSingle();
    }

    [Fact]
    public async Task A_fault_of_a_webhook_that_is_dropped_meets_the_next_one()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        FakeSnapshot before = fake.Snapshot();
        fake.Webhooks.IsPaused = true;
        fake.Webhooks.Inject(WebhookFault.Fail(503));
        fake.Webhooks.Inject(WebhookFault.Duplicate);
        Send(fake, "https://app.example/hook", "1", "2");
        fake.Restore(before);
        Send(fake, "https://app.example/hook", "3", "4");
        fake.Webhooks.IsPaused = false;

        await fake.SettleAsync();

        fake.Webhooks.Deliveries.Select(d => $"{d.EventId} {d.Injected}").Should().Equal("3 fail", "4 duplicate", "4 duplicate");
    }

    [Theory]
    [InlineData(ClockMode.AutoAdvance, false, true)]
    [InlineData(ClockMode.AutoAdvance, true, true)]
    [InlineData(ClockMode.AutoAdvance, true, false)]
    [InlineData(ClockMode.Manual, true, true)]
    [InlineData(ClockMode.Manual, true, false)]
    public async Task A_receiver_that_is_throttled_when_it_calls_back_waits_virtually(ClockMode mode, bool advanced, bool flows)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = mode });
        using OutreachClient client = fake.CreateClient();
        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "A", ObjectiveType = ObjectiveType.Custom });
        await client.Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hook", Events = [WebhookEventSubscription.All] });
        fake.Webhooks.DeliverTo(new CallingBack(() => client.Markus.Campaigns.GetAsync(campaign.Id), flows));
        fake.Faults.Add("markus.campaigns.get", FaultEffect.Throttle(TimeSpan.FromSeconds(45)));

        await client.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Name = "B" });
        if (advanced) await fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        else await fake.SettleAsync();

        fake.Webhooks.Deliveries.Should().ContainSingle().Which.Outcome.Status.Should().Be(200);
        fake.Clock.Now.Should().BeOnOrAfter(fake.Options.Start + TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task A_receiver_that_moves_the_clock_itself_is_told_at_once_that_it_cannot()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Task? later = null;
        fake.Webhooks.DeliverTo(new CallingBack(() => fake.Clock.AdvanceAsync(TimeSpan.FromHours(1)), flows: true));
        Send(fake, "https://app.example/hook", "1");
        await fake.SettleAsync();
        TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        fake.Webhooks.DeliverTo(new CallingBack(() => later = LaterAsync(answered.Task), flows: true) { Waits = false });
        Send(fake, "https://app.example/hook", "2");
        await fake.SettleAsync();

        answered.SetResult();

        await later!;
        fake.Webhooks.Deliveries.Select(attempt => attempt.Outcome.Error).Should().SatisfyRespectively(
            error => error.Should().StartWith("connection failed: A receiver of webhooks cannot wait"),
            error => error.Should().BeNull());
        fake.Clock.Now.Should().Be(fake.Options.Start.AddHours(1), "work that a receiver left behind may");

        async Task LaterAsync(Task gate)
        {
            await gate;
            await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task A_clock_that_stops_short_leaves_the_receiver_waiting_and_the_next_move_ends_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        fake.Webhooks.DeliverTo(new CallingBack(() => Task.Delay(TimeSpan.FromSeconds(45), fake.Clock), flows: true));
        Send(fake, "https://app.example/hook", "1");

        await fake.SettleAsync();
        await fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        int early = fake.Webhooks.Deliveries.Count;
        await fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(15));

        early.Should().Be(0);
        fake.Webhooks.Deliveries.Should().ContainSingle().Which.Should().Match<WebhookAttempt>(attempt => attempt.At == fake.Options.Start && attempt.Outcome.Status == 200);
    }

    [Fact]
    public async Task What_is_under_way_at_the_disposal_is_delivered_before_anybody_judges_it()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string url = $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/hook";
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnobservedWebhookFailure });
        Task<string> first = AnswerOnceAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Send(fake, url, "1");
        await fake.SettleAsync();
        await first;
        Task<string> second = AnswerOnceAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Send(fake, url, "2");

        Func<Task> dispose = () => fake.DisposeAsync().AsTask();

        await dispose.Should().NotThrowAsync();
        await second;
        fake.Webhooks.Deliveries.Select(delivery => delivery.Outcome.Status).Should().Equal(200, 200);
    }

    private static List<WebhookOutcome> Send(OutreachFake fake, string url, params string[] events)
    {
        List<WebhookOutcome> told = [];
        lock (fake.World.Gate)
        {
            foreach (string id in events)
                fake.World.Webhooks.Send(new OutgoingWebhook("test", "endpoint", id, "thing.happened", new Uri(url), [new("Content-Type", "application/json"), new("X-Webhook-Signature", "abc0")], Encoding.UTF8.GetBytes("{\"n\":1}"), told.Add));
        }

        return told;
    }

    private static async Task<string> AnswerOnceAsync(TcpListener listener, string answer)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        byte[] buffer = new byte[4096];
        string request = "";
        while (!request.Contains("{\"n\":1}", StringComparison.Ordinal)) request += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        return request;
    }

    private sealed class Slow : HttpMessageHandler
    {
        private TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public void Open() => _open.TrySetResult();

        public void Close()
        {
            _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _entered.TrySetResult();
            await _open.Task;
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }

    private sealed class Receiver(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Got { get; } = [];

        public Func<bool> Hang { get; init; } = () => false;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Hang()) await Task.Delay(Timeout.Infinite, cancellationToken);
            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Got.Add($"{request.Method} {request.RequestUri} {request.Content.Headers.ContentType} {request.Headers.GetValues("X-Webhook-Signature").Single()} {body}");
            return answer(request);
        }
    }

    /// <summary>Calls back before it answers; as a server in the process does, with or without the caller's context.</summary>
    private sealed class CallingBack(Func<Task> call, bool flows) : HttpMessageHandler
    {
        public bool Waits { get; init; } = true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!Waits) _ = call();
            else if (flows) await call();
            else
            {
                TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
                ThreadPool.UnsafeQueueUserWorkItem(
                    async _ =>
                    {
                        await call();
                        done.SetResult();
                    },
                    null);
                await done.Task;
            }

            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
