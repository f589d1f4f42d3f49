using System.Globalization;
using System.Net;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Faults;

public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_is_cut_is_retried_and_then_read()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        ArmedFault fault = fake.Faults.Add("markus.campaigns.list", FaultEffect.CutBody());

        (await client.Markus.Campaigns.ListAsync(cancellationToken: Token)).Total.Should().Be(0);

        fault.Hits.Should().Be(1);
        fake.Journal.Of("markus.campaigns.list").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_body_that_is_cut_breaks_a_stream_as_a_socket_would()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        fake.Faults.Add("markus.campaigns.list", FaultEffect.CutBody(), times: null);

        using HttpResponseMessage response = await http.GetAsync("campaigns", HttpCompletionOption.ResponseHeadersRead, Token);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);
        Func<Task> read = () => stream.CopyToAsync(Stream.Null, Token);
        Func<Task> buffer = () => http.GetStringAsync("campaigns", Token);

        (await read.Should().ThrowAsync<HttpIOException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        await buffer.Should().ThrowAsync<HttpRequestException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_limit_of_Markus_that_is_reached_on_purpose_says_so_in_its_headers(bool wait)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        fake.Faults.Add("markus.campaigns.list", FaultEffect.Throttle(wait ? TimeSpan.FromSeconds(45) : null));

        using HttpResponseMessage answer = await http.GetAsync("campaigns", Token);

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.Contains("Retry-After").Should().Be(wait);
        answer.Headers.GetValues("X-RateLimit-Limit").Should().Equal("120");
        answer.Headers.GetValues("X-RateLimit-Remaining").Should().Equal("0");
        long reset = long.Parse(answer.Headers.GetValues("X-RateLimit-Reset").Single(), CultureInfo.InvariantCulture);
        DateTimeOffset.FromUnixTimeSeconds(reset).Should().Be(fake.Clock.Now.AddSeconds(wait ? 45 : 60));
    }

    [Fact]
    public async Task A_fault_that_could_never_do_what_it_says_is_refused()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Action code = () => fake.Faults.Add("reachkit.*", FaultEffect.Error(MarkusErrorCodes.Server001));
        Action span = () => fake.Faults.Add(new Fault { From = fake.Clock.Now.AddHours(1), Until = fake.Clock.Now, Effect = FaultEffect.Drop() });
        Action early = () => FaultEffect.Status(100);
        Action full = () => FaultEffect.Status(204, body: "x");
        Action header = () => FaultEffect.ContentType("text/plain\n");

        code.Should().Throw<ArgumentException>().WithMessage("Reachkit: there is no error code 'SERVER_001'.*");
        span.Should().Throw<ArgumentException>().WithMessage("*is not after*");
        early.Should().Throw<ArgumentOutOfRangeException>();
        full.Should().Throw<ArgumentException>();
        header.Should().Throw<ArgumentException>();
        fake.Faults.Armed.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refused_connection_was_not_sent_and_a_dropped_one_may_have_been()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient(options => options.MaxRetries = 0);
        fake.Faults.Add("markus.contacts.create", FaultEffect.Refuse());
        Func<Task> create = () => client.Markus.Contacts.CreateAsync(new() { Email = "dana@acme.example" }, cancellationToken: Token);

        (await create.Should().ThrowAsync<OutreachConnectionException>()).Which.WasNotSent.Should().BeTrue();
        fake.Faults.Add("markus.contacts.create", FaultEffect.CommitThenDrop());
        (await create.Should().ThrowAsync<OutreachConnectionException>()).Which.WasNotSent.Should().BeFalse();

        (await client.Markus.Contacts.ListAsync(cancellationToken: Token)).Total.Should().Be(1, "the work was done before the connection broke");
    }

    [Fact]
    public async Task An_error_code_meets_only_calls_that_would_succeed_and_takes_back_what_they_did()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient(options => options.MaxRetries = 0);
        fake.Faults.Add("markus.campaigns.create", FaultEffect.Error(MarkusErrorCodes.Camp002));
        Func<Task> bad = () => client.Markus.Campaigns.CreateAsync(new() { Name = "", ObjectiveType = ObjectiveType.Custom }, cancellationToken: Token);
        Func<Task> good = () => client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom }, cancellationToken: Token);

        await bad.Should().ThrowAsync<OutreachValidationException>();
        fake.Faults.Clear();
        fake.Faults.Add("markus.campaigns.create", FaultEffect.Error(MarkusErrorCodes.Camp002));
        (await good.Should().ThrowAsync<OutreachApiException>()).Which.Code.ToString().Should().Be(MarkusErrorCodes.Camp002);

        (await client.Markus.Campaigns.ListAsync(cancellationToken: Token)).Total.Should().Be(0);
        await good.Should().NotThrowAsync("the fault met one call");
    }

    [Fact]
    public async Task Skip_and_Times_choose_the_calls_and_Patch_changes_one_member()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        await client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom }, cancellationToken: Token);
        fake.Faults.Add(new Fault { Operation = "markus.campaigns.list", Skip = 1, Times = 1, Effect = FaultEffect.Patch("data[0].status", "\"of tomorrow\"") });

        List<string> seen = [];
        for (int i = 0; i < 3; i++) seen.Add((await client.Markus.Campaigns.ListAsync(cancellationToken: Token)).Items[0].Status.ToString());

        seen.Should().Equal("draft", "of tomorrow", "draft");
    }

    [Fact]
    public async Task A_delay_longer_than_the_attempts_timeout_is_a_timeout_in_virtual_time()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient(options => (options.MaxRetries, options.AttemptTimeout) = (0, TimeSpan.FromSeconds(30)));
        fake.Faults.Add("markus.auth.me", FaultEffect.Delay(TimeSpan.FromSeconds(45)));
        DateTimeOffset start = fake.Clock.Now;

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: Token);

        (await call.Should().ThrowAsync<OutreachConnectionException>()).Which.IsTimeout.Should().BeTrue();
        (fake.Clock.Now - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_cannot_be_armed()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();

        Action add = () => fake.Faults.Add("markus.campaign.create", FaultEffect.Drop());

        add.Should().Throw<ArgumentException>().WithMessage("*markus.campaign.create*");
    }
}
