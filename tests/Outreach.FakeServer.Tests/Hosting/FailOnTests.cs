using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Outreach.FakeServer.Tests.Hosting;

public sealed class FailOnTests
{
    [Fact]
    public async Task A_world_that_was_told_to_fail_tells_on_what_and_how_to_see_it_again()
    {
        await using Port port = await Port.StartAsync();
        JsonElement world = await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"strict","failOn":["unmatchedRequest","contractViolation"]}""", HttpStatusCode.Created);
        world.GetProperty("failOn").GetRawText().Should().Be("""["unmatchedRequest","contractViolation"]""");
        (await port.SendAsync(HttpMethod.Get, "failures?world=strict", null)).GetRawText().Should().Be("""{"failOn":["unmatchedRequest","contractViolation"],"total":0,"failures":[],"repro":null}""");
        await port.CallAsync("strict", "markus/api/v1/campagnes");
        await port.CallAsync("strict", "markus/api/v1/campaigns?statuss=active");

        JsonElement failures = await port.SendAsync(HttpMethod.Get, "failures?world=strict", null);

        failures.GetProperty("total").GetInt32().Should().Be(2);
        failures.GetProperty("failures").EnumerateArray().Select(one => one.GetProperty("kind").GetString()).Should().Equal("unmatchedRequest", "contractViolation");
        failures.GetProperty("failures")[0].GetProperty("text").GetString().Should().StartWith("unmatched request: GET /api/v1/campagnes: ");
        failures.GetProperty("failures")[1].GetProperty("text").GetString().Should().Be("contract violation in request #2: markus.campaigns.list has no query parameter 'statuss'");
        failures.GetProperty("repro").GetString().Should().Be($"outreach-fake journal record --url {port.Host.Address.GetLeftPart(UriPartial.Authority)} --world strict > run.json && outreach-fake replay run.json");
        await port.SendAsync(HttpMethod.Delete, "failures?world=strict", null, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Dropping_a_world_with_failures_is_a_409_that_tells_of_them_and_the_world_is_gone()
    {
        await using Port port = await Port.StartAsync();
        await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"strict","failOn":["unmatchedRequest"]}""", HttpStatusCode.Created);
        await port.CallAsync("strict", "markus/api/v1/campagnes");

        JsonElement problem = await port.SendAsync(HttpMethod.Delete, "worlds/strict", null, HttpStatusCode.Conflict);

        problem.GetProperty("title").GetString().Should().Be("Dropped with failures");
        string detail = problem.GetProperty("detail").GetString()!;
        detail.Should().Match("The fake was told to fail on this:*unmatched request: GET /api/v1/campagnes: *To see it again: outreach-fake replay \"*\"");
        string record = detail.Split('"')[^2];
        await using (FileStream file = File.OpenRead(record)) (await OutreachFake.ReplayAsync(file)).IsSame.Should().BeTrue();
        File.Delete(record);
        await port.SendAsync(HttpMethod.Delete, "worlds/strict", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_world_without_failures_and_one_that_was_told_nothing_are_dropped_as_ever()
    {
        await using Port port = await Port.StartAsync();
        await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"strict","failOn":["unmatchedRequest","contractViolation","unobservedWebhookFailure"]}""", HttpStatusCode.Created);
        await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"loose"}""", HttpStatusCode.Created);
        await port.CallAsync("strict", "markus/api/v1/campaigns");
        await port.CallAsync("loose", "markus/api/v1/campagnes");

        await port.SendAsync(HttpMethod.Delete, "worlds/strict", null, HttpStatusCode.NoContent);
        await port.SendAsync(HttpMethod.Delete, "worlds/loose", null, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Worlds_take_it_from_the_default_world_unless_they_say_otherwise_and_forks_from_theirs()
    {
        await using Port port = await Port.StartAsync(FailOn.UnmatchedRequest);

        (await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"like"}""", HttpStatusCode.Created)).GetProperty("failOn").GetRawText().Should().Be("""["unmatchedRequest"]""");
        (await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"unlike","failOn":[]}""", HttpStatusCode.Created)).GetProperty("failOn").GetRawText().Should().Be("[]");
        await port.SendAsync(HttpMethod.Post, "snapshots?world=like", """{"name":"s"}""", HttpStatusCode.Created);
        (await port.SendAsync(HttpMethod.Post, "snapshots/s/fork?world=like", null, HttpStatusCode.Created)).GetProperty("failOn").GetRawText().Should().Be("""["unmatchedRequest"]""");
        (await port.SendAsync(HttpMethod.Post, "worlds", """{"failOn":["unmatchedRequest","unmatched"]}""", HttpStatusCode.BadRequest)).GetProperty("detail").GetString()
            .Should().Be("failOn[1]: 'unmatched' is none of unmatchedRequest, contractViolation, unobservedWebhookFailure.");
    }

    [Fact]
    public async Task What_happened_can_be_forgotten_so_that_the_next_test_begins_with_none()
    {
        await using Port port = await Port.StartAsync(FailOn.UnmatchedRequest | FailOn.UnobservedWebhookFailure);
        await port.CallAsync("default", "markus/api/v1/campagnes");
        await port.FailAWebhookAsync();
        (await port.SendAsync(HttpMethod.Get, "failures", null)).GetProperty("total").GetInt32().Should().Be(2);

        await port.SendAsync(HttpMethod.Delete, "failures", null, HttpStatusCode.NoContent);

        (await port.SendAsync(HttpMethod.Get, "failures", null)).GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_failed_webhook_counts_until_somebody_asks_for_the_deliveries()
    {
        await using Port port = await Port.StartAsync(FailOn.UnobservedWebhookFailure);
        await port.FailAWebhookAsync();
        JsonElement failures = await port.SendAsync(HttpMethod.Get, "failures", null);
        failures.GetProperty("failures")[0].GetProperty("text").GetString().Should().StartWith("webhook failure that nobody looked at: ");
        (await port.SendAsync(HttpMethod.Get, "failures", null)).GetProperty("total").GetInt32().Should().Be(1, "looking at failures looks at no webhook");

        await port.SendAsync(HttpMethod.Get, "webhooks/deliveries", null);

        (await port.SendAsync(HttpMethod.Get, "failures", null)).GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task The_end_of_a_host_tells_of_every_world_that_failed_and_ends_the_others_too()
    {
        Port port = await Port.StartAsync(FailOn.UnmatchedRequest);
        await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"second"}""", HttpStatusCode.Created);
        await port.SendAsync(HttpMethod.Post, "worlds", """{"name":"third"}""", HttpStatusCode.Created);
        await port.CallAsync("default", "markus/api/v1/one");
        await port.CallAsync("third", "markus/api/v1/three");

        Func<Task> end = async () => await port.DisposeAsync();

        string message = (await end.Should().ThrowAsync<FakeAssertionException>()).Which.Message;
        message.Should().Match("The fake was told to fail on this:*GET /api/v1/one*World 'third': The fake was told to fail on this:*GET /api/v1/three*").And.NotContain("second");
        await end.Should().NotThrowAsync("it was told once");
    }

    [Fact]
    public async Task Who_listens_to_a_world_that_expires_is_told_of_the_end()
    {
        await using OutreachFake first = await OutreachFake.StartAsync();
        FakeWorlds worlds = new(first, first.Clock, idle: TimeSpan.FromHours(1));
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 2 });
        worlds.Add(fake, "gone");
        Channel<object> listener = fake.World.Events.Listen();

        await first.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        worlds.Expire();

        listener.Reader.Completion.IsCompleted.Should().BeTrue();
        fake.World.Events.Listen().Reader.Completion.IsCompleted.Should().BeTrue("who comes too late waits for nothing");
    }

    [Fact]
    public async Task A_world_that_expired_is_told_of_at_the_end()
    {
        await using OutreachFake first = await OutreachFake.StartAsync();
        FakeWorlds worlds = new(first, first.Clock, idle: TimeSpan.FromHours(1));
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 2, FailOn = FailOn.UnmatchedRequest });
        worlds.Add(fake, "gone");
        worlds.Add(await OutreachFake.StartAsync(new FakeOptions { Seed = 3, FailOn = FailOn.UnmatchedRequest }), "good");
        using HttpClient client = fake.CreateHttpClient("markus");
        await client.GetAsync("nothing");

        await first.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        worlds.Expire();

        worlds.All.Should().ContainSingle();
        string told = worlds.Left.Should().ContainSingle().Subject;
        told.Should().StartWith("World 'gone': The fake was told to fail on this:");
        File.Delete(told.Split('"')[^2]);
    }

    [Fact]
    public void What_happened_is_told_where_no_record_can_be_written()
    {
        Failures failures = new([new Failure(FailOn.UnmatchedRequest, "unmatched request: GET /nothing")], 2);

        string told = failures.Tell(() => throw new UnauthorizedAccessException("Access to the path '/tmp/x' is denied."));

        told.ReplaceLineEndings("\n").Should().Be("The fake was told to fail on this:\n  unmatched request: GET /nothing\n  and 2 more\n  The record of the run cannot be written: Access to the path '/tmp/x' is denied.");
    }

    private sealed class Port(OutreachFakeHost host) : IAsyncDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = new Uri(host.Address, "_fake/v1/") };

        public OutreachFakeHost Host => host;

        public static async Task<Port> StartAsync(FailOn failOn = FailOn.Nothing)
            => new(await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { World = new FakeOptions { ClockMode = ClockMode.Manual, FailOn = failOn } }));

        public async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body, HttpStatusCode expected = HttpStatusCode.OK)
        {
            using HttpRequestMessage request = new(method, path);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _client.SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            response.StatusCode.Should().Be(expected, text);
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }

        public async Task CallAsync(string world, string path)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(host.Address, path));
            request.Headers.Add("X-Fake-World", world);
            request.Headers.Authorization = new("Bearer", host.Worlds.Find(world)!.Fake.Markus.ApiKey);
            using HttpResponseMessage response = await _client.SendAsync(request);
        }

        public async Task FailAWebhookAsync()
        {
            await SendAsync(HttpMethod.Put, "webhooks/receiver", """{"kind":"urls","captureOtherHosts":false}""", HttpStatusCode.NoContent);
            lock (host.Fake.World.Gate)
                host.Fake.World.Webhooks.Send(new OutgoingWebhook("test", "e", "evt", "thing.happened", new Uri("https://app.example/hook"), [], "{}"u8.ToArray(), _ => { }));
            await SendAsync(HttpMethod.Post, "clock/settle", null);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            try
            {
                await host.DisposeAsync();
            }
            catch (FakeAssertionException e)
            {
                foreach (string record in e.Message.Split('"').Where(part => part.EndsWith(".json", StringComparison.Ordinal))) File.Delete(record);
                throw;
            }
        }
    }
}
