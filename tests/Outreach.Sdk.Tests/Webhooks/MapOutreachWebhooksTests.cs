using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.Tests.Webhooks;

public sealed class MapOutreachWebhooksTests
{
    private static readonly string Opened = Receiver.Event();
    private static readonly byte[] OpenedBytes = Encoding.UTF8.GetBytes(Opened);
    private static readonly string Signature = WebhookVerifier.Sign(OpenedBytes, Receiver.Secret);

    [Fact]
    public async Task A_signed_event_reaches_the_handlers_of_its_type_and_no_others()
    {
        List<string> handled = [];
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks
            .On<MessageOpenedEvent>((e, _) => Note(handled, $"opened {e.Data.Id}"))
            .On<MessageSentEvent>((e, _) => Note(handled, $"sent {e.Data.Id}"))
            .OnAny((e, _) => Note(handled, $"any {e.Type}"))
            .OnUnknown((e, _) => Note(handled, $"unknown {e.Type}")));

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Receiver.Event("evt_2", "contact.cloned", "[7]"))).Should().Be(HttpStatusCode.OK);

        handled.Should().Equal("opened m1", "any message.opened", "any contact.cloned", "unknown contact.cloned");
    }

    [Fact]
    public async Task An_unknown_event_that_nobody_wants_is_received_all_the_same()
    {
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.On<MessageOpenedEvent>((_, _) => throw new InvalidOperationException()));

        (await receiver.PostAsync(Receiver.Event(type: "contact.cloned"))).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_handler_gets_a_service_of_the_request()
    {
        List<object> services = [];
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.On<MessageOpenedEvent, Scoped>((_, service, _) =>
            {
                services.Add(service);
                return Task.CompletedTask;
            }),
            services: collection => collection.AddScoped<Scoped>());

        await receiver.PostAsync(Opened);
        await receiver.PostAsync(Opened);

        services.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    public static TheoryData<string, string[]> BadSignatures => new()
    {
        { "none", [] },
        { "empty", [""] },
        { "truncated", [Signature[..63]] },
        { "not hex", [new string('x', 64)] },
        { "of another body", [WebhookVerifier.Sign("{}"u8, Receiver.Secret)] },
        { "of another secret", [WebhookVerifier.Sign(OpenedBytes, "whsec_other")] },
        { "with a prefix", ["sha256=" + Signature] },
        { "twice", [Signature, Signature] },
        { "good and bad", [new string('0', 64), Signature] },
    };

    [Theory]
    [MemberData(nameof(BadSignatures))]
    public async Task A_request_that_is_not_signed_is_refused_and_reaches_nobody(string what, string[] signatures)
    {
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) =>
        {
            handled++;
            return Task.CompletedTask;
        }));

        (await receiver.PostAsync(OpenedBytes, signatures)).Should().Be(HttpStatusCode.Unauthorized, what);
        (await receiver.PostAsync("no event at all"u8.ToArray(), signatures)).Should().Be(HttpStatusCode.Unauthorized, "nothing is parsed before it is verified");
        handled.Should().Be(0);
    }

    [Fact]
    public async Task Without_any_secret_every_request_is_refused()
    {
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => throw new InvalidOperationException()), o =>
        {
            o.Secrets.Add(" ");
            o.SecretSource = _ => [null, ""];
        });

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.Unauthorized);
        (await receiver.PostAsync(OpenedBytes, Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), OpenedBytes)))).Should().Be(HttpStatusCode.Unauthorized);
        receiver.Log.Text.Should().Contain("No webhook secret is configured");
    }

    [Fact]
    public async Task Secrets_rotate_at_run_time()
    {
        ICollection<string> secrets = null!;
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => Task.CompletedTask), o => secrets = o.Secrets);

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.Unauthorized);
        secrets.Add(Receiver.Secret);
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        secrets.Add("whsec_next");
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Opened, "whsec_next")).Should().Be(HttpStatusCode.OK);
        secrets.Remove(Receiver.Secret);
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.Unauthorized, "the old one is revoked");
        (await receiver.PostAsync(Opened, "whsec_next")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Secrets_come_from_a_source_that_is_asked_at_each_request()
    {
        string? secret = null;
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => Task.CompletedTask), o => o.SecretSource = _ => [secret]);

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.Unauthorized);
        secret = Receiver.Secret;
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_options_of_its_own_an_endpoint_follows_the_configuration()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Hooks:Secrets:0", "whsec_old")]).Build();
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.OnAny((_, _) => Task.CompletedTask),
            services: collection => collection.Configure<OutreachWebhookOptions>(configuration.GetSection("Hooks")),
            useMonitor: true);

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.Unauthorized);
        configuration["Hooks:Secrets:0"] = Receiver.Secret;
        configuration.Reload();
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Opened, "whsec_old")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_source_of_secrets_that_fails_lets_nothing_in()
    {
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => throw new InvalidOperationException("handled")), o => o.SecretSource = _ => throw new TimeoutException("the vault is shut"));

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.InternalServerError);
        receiver.Log.Text.Should().Contain("the vault is shut").And.NotContain("handled");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_and_one_at_the_limit_is_not(bool knownLength)
    {
        string large = Receiver.Event(data: $$"""{"id":"m1","status":"opened","subject":"{{new string('x', 20_000)}}"}""");
        byte[] body = Encoding.UTF8.GetBytes(large);
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => Task.CompletedTask), o =>
        {
            o.Secrets.Add(Receiver.Secret);
            o.MaxBodySize = body.Length;
        });
        byte[] tooLarge = [.. body, (byte)' '];

        (await SendAsync(body)).Should().Be(HttpStatusCode.OK);
        (await SendAsync(tooLarge)).Should().Be(HttpStatusCode.RequestEntityTooLarge);

        async Task<HttpStatusCode> SendAsync(byte[] bytes)
        {
            using HttpClient client = receiver.Client();
            using HttpRequestMessage request = new(HttpMethod.Post, "/hooks/markus") { Content = new StreamContent(new MemoryStream(bytes)) };
            request.Content.Headers.ContentLength = knownLength ? bytes.Length : null;
            if (!knownLength) request.Headers.TransferEncodingChunked = true;
            request.Headers.Add(WebhookVerifier.SignatureHeader, WebhookVerifier.Sign(bytes, Receiver.Secret));
            using HttpResponseMessage response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1","type":"message.opened","data":null}""")]
    [InlineData("<html>")]
    public async Task A_signed_body_that_is_no_event_is_a_bad_request(string body)
    {
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => throw new InvalidOperationException("handled")));

        (await receiver.PostAsync(body)).Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_dropped_when_a_cache_is_there()
    {
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.OnAny((_, _) => Task.FromResult(handled++)),
            services: collection => collection.AddDistributedMemoryCache());

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Receiver.Event("evt_2"))).Should().Be(HttpStatusCode.OK);

        handled.Should().Be(2);
    }

    [Fact]
    public async Task A_handler_that_throws_is_answered_500_and_the_event_may_come_again()
    {
        int calls = 0;
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.OnAny((_, _) => ++calls == 1 ? throw new InvalidOperationException("database is down") : Task.CompletedTask),
            services: collection => collection.AddDistributedMemoryCache());

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.InternalServerError);
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);
        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);

        calls.Should().Be(2);
        receiver.Log.Text.Should().Contain("database is down");
    }

    [Fact]
    public async Task The_answer_waits_for_the_handler()
    {
        TaskCompletionSource work = new();
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => work.Task));

        Task<HttpStatusCode> answer = receiver.PostAsync(Opened);
        answer.IsCompleted.Should().BeFalse();
        work.SetResult();

        (await answer).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_that_come_at_the_same_time_the_second_waits_for_the_first()
    {
        int calls = 0;
        TaskCompletionSource started = new();
        TaskCompletionSource work = new();
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.OnAny((_, _) =>
            {
                calls++;
                started.TrySetResult();
                return work.Task;
            }),
            services: collection => collection.AddDistributedMemoryCache());

        Task<HttpStatusCode> first = receiver.PostAsync(Opened);
        await started.Task;
        Task<HttpStatusCode> second = receiver.PostAsync(Opened);
        work.SetResult();

        (await first).Should().Be(HttpStatusCode.OK);
        (await second).Should().Be(HttpStatusCode.OK);
        calls.Should().Be(1);
    }

    [Fact]
    public async Task A_cache_that_is_down_loses_no_event()
    {
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(
            hooks => hooks.OnAny((_, _) => Task.FromResult(handled++)),
            services: collection => collection.AddSingleton<IDistributedCache>(new BrokenCache()));

        (await receiver.PostAsync(Opened)).Should().Be(HttpStatusCode.OK);

        handled.Should().Be(1);
        receiver.Log.Text.Should().Contain("The cache failed");
    }

    [Fact]
    public async Task Only_POST_is_received()
    {
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => Task.CompletedTask));
        using HttpClient client = receiver.Client();

        (await client.GetAsync("/hooks/markus")).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task No_log_line_and_no_metric_carries_a_secret_a_signature_or_a_body()
    {
        ConcurrentQueue<string> tags = [];
        using MeterListener meters = new() { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "Outreach.Sdk.AspNetCore") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<double>((_, _, measured, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in measured) tags.Enqueue($"{tag.Key}={tag.Value}");
        });
        meters.Start();
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.On<MessageBouncedEvent>((_, _) => throw new InvalidOperationException()), services: collection => collection.AddDistributedMemoryCache());
        string body = Receiver.Event(data: """{"id":"m1","status":"opened","subject":"confidential"}""");

        await receiver.PostAsync(body);
        await receiver.PostAsync(body);
        await receiver.PostAsync(body, "whsec_wrong");
        await receiver.PostAsync(Receiver.Event(type: "message.bounced", data: """{"id":"m1","status":"bounced","subject":"confidential"}"""));
        await receiver.PostAsync(Receiver.Event("evt_2", "secret.unknown"));
        await receiver.PostAsync("confidential");

        receiver.Log.Text.Should().NotContain("confidential").And.NotContain("whsec_").And.NotContain(WebhookVerifier.Sign(Encoding.UTF8.GetBytes(body), Receiver.Secret));
        tags.Should().Contain(["outreach.webhook.outcome=handled", "outreach.webhook.outcome=duplicate", "outreach.webhook.outcome=unauthorized", "outreach.webhook.outcome=malformed", "outreach.webhook.type=message.opened", "outreach.webhook.type=unknown"]);
        tags.Should().NotContain(tag => tag.Contains("secret.unknown") || tag.Contains("confidential"));
    }

    [Fact]
    public async Task No_mutation_of_a_signed_request_escapes_or_is_handled()
    {
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(hooks => hooks.OnAny((_, _) => Task.FromResult(handled++)));
        for (int at = 0; at < OpenedBytes.Length; at++)
        {
            byte[] changed = [.. OpenedBytes];
            changed[at] ^= 0x81;
            (await receiver.PostAsync(changed, Signature)).Should().Be(HttpStatusCode.Unauthorized);
            (await receiver.PostAsync(changed, WebhookVerifier.Sign(changed, Receiver.Secret))).Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
            (await receiver.PostAsync(OpenedBytes[..at], Signature)).Should().Be(HttpStatusCode.Unauthorized);
        }

        receiver.Log.Text.Should().NotContain("unhandled").And.NotContain("could not be received");
    }

    private static Task Note(List<string> list, string line)
    {
        list.Add(line);
        return Task.CompletedTask;
    }

    private sealed class Scoped;

    private sealed class BrokenCache : IDistributedCache
    {
        public byte[]? Get(string key) => throw new TimeoutException();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new TimeoutException();

        public void Refresh(string key) => throw new TimeoutException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new TimeoutException();

        public void Remove(string key) => throw new TimeoutException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new TimeoutException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new TimeoutException();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => throw new TimeoutException();
    }
}
