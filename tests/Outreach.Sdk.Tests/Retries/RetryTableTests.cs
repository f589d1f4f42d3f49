using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Retries;

/// <summary>The retry table, on a virtual clock.</summary>
public sealed class RetryTableTests
{
    private static readonly (string, string) After2 = ("Retry-After", "2");

    public enum Call { Get, Create }

    /// <summary>Name, call, first answer, whether it is repeated, virtual seconds waited.</summary>
    public static TheoryData<string, Call, bool, double> Table => new()
    {
        { "429 after 2 s", Call.Get, true, 2 },
        { "429 after 2 s", Call.Create, true, 2 },
        { "429 after a date", Call.Get, true, 5 },
        { "429 after a date", Call.Create, true, 5 },
        { "429 after 0 s", Call.Get, true, 0.375 },
        { "429 after 0 s", Call.Create, true, 0.375 },
        { "429 after a past date", Call.Get, true, 0.375 },
        { "429 after a past date", Call.Create, true, 0.375 },
        { "429 after an old form of date", Call.Create, true, 5 },
        { "429 after the oldest form of date", Call.Create, true, 5 },
        { "429 after 2 s in blanks", Call.Create, true, 2 },
        { "429 after two waits", Call.Get, true, 0.375 },
        { "429 after two waits", Call.Create, false, 0 },
        { "429 after nonsense", Call.Get, true, 0.375 },
        { "429 after nonsense", Call.Create, false, 0 },
        { "429 after ages", Call.Get, false, 0 },
        { "429 after more digits than a number has", Call.Get, false, 0 },
        { "429 reset only", Call.Get, true, 7 },
        { "429 reset only", Call.Create, true, 7 },
        { "429 neither", Call.Get, true, 0.375 },
        { "429 neither", Call.Create, false, 0 },
        { "429 as long as the cap", Call.Get, true, 60 },
        { "429 as long as the cap", Call.Create, true, 60 },
        { "429 longer than the cap", Call.Get, false, 0 },
        { "429 longer than the cap", Call.Create, false, 0 },
        { "429 allowance", Call.Get, false, 0 },
        { "429 allowance", Call.Create, false, 0 },
        { "429 AI window", Call.Create, true, 2 },
        { "429 AI allowance", Call.Create, false, 0 },
        { "503 after 2 s", Call.Get, true, 2 },
        { "503 after 2 s", Call.Create, true, 2 },
        { "503 reset only", Call.Get, true, 0.375 },
        { "503 reset only", Call.Create, false, 0 },
        { "503", Call.Get, true, 0.375 },
        { "503", Call.Create, false, 0 },
        { "408", Call.Get, true, 0.375 },
        { "408", Call.Create, false, 0 },
        { "500", Call.Get, true, 0.375 },
        { "500", Call.Create, false, 0 },
        { "502", Call.Get, true, 0.375 },
        { "502", Call.Create, false, 0 },
        { "504", Call.Get, true, 0.375 },
        { "504", Call.Create, false, 0 },
        { "501", Call.Get, false, 0 },
        { "404", Call.Get, false, 0 },
        { "400", Call.Get, false, 0 },
        { "refused", Call.Get, true, 0.375 },
        { "refused", Call.Create, false, 0 },
        { "no TLS", Call.Get, false, 0 },
        { "no TLS", Call.Create, false, 0 },
        { "reset in the body", Call.Get, true, 0.375 },
        { "reset in the body", Call.Create, false, 0 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Repeats_what_the_table_says(string first, Call call, bool repeats, double seconds)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, First(first, time), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        Task task = call == Call.Get
            ? client.Markus.Campaigns.GetAsync("c1")
            : client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom });

        await time.PassAsync(task);
        handler.Sent.Should().HaveCount(repeats ? 2 : 1);
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(seconds));
        if (repeats) await task;
        else (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachException>()).Which.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_wait_longer_than_the_cap_is_thrown_at_once_with_its_length()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, First("429 longer than the cap", time)), time);

        OutreachRateLimitException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachRateLimitException>()).Which;

        thrown.RetryAfter.Should().Be(TimeSpan.FromSeconds(61));
        thrown.Code.Should().Be((ErrorCode)MarkusErrorCodes.Rate001);
        thrown.IsAllowance.Should().BeFalse();
        time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task An_allowance_is_told_from_a_rate()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, First("429 allowance", time)), time);

        OutreachRateLimitException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachRateLimitException>()).Which;

        thrown.IsAllowance.Should().BeTrue();
        thrown.RetryAfter.Should().BeNull();
    }

    [Fact]
    public async Task Waits_double_and_end_with_the_last_failure()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"));
        using OutreachClient client = Clients.On(handler, time);

        Task<CampaignDetail> task = client.Markus.Campaigns.GetAsync("c1");
        await time.PassAsync(task);

        OutreachApiException thrown = (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachApiException>()).Which;
        thrown.Attempts.Should().Be(4);
        handler.Sent.Select(sent => (sent.At - time.Start).TotalSeconds).Should().Equal(0, 0.375, 1.125, 2.625);
    }

    [Fact]
    public async Task Waits_that_double_stop_at_the_longest_that_is_begun()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"));
        using OutreachClient client = Clients.On(handler, time, options => (options.MaxRetries, options.MaxRetryDelay) = (5, TimeSpan.FromSeconds(1)));

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1"));

        handler.Sent.Select(sent => (sent.At - time.Start).TotalSeconds).Should().Equal(0, 0.375, 1.125, 2.125, 3.125, 4.125);
    }

    [Fact]
    public async Task A_wait_until_a_date_that_has_passed_is_none()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, First("429 after a past date", time)), time, options => options.MaxRetries = 0);

        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachRateLimitException>()).Which.RetryAfter.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Only_a_429_takes_its_wait_from_the_windows_end()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, First("429 reset only", time), First("503 reset only", time)), time, options => options.MaxRetries = 0);

        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachRateLimitException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachApiException>()).Which.RetryAfter.Should().BeNull();
    }

    public static TheoryData<string, string, string, RateLimit?> RateLimits => new()
    {
        { "120", "0", "1767603660", new(120, 0, new(2026, 1, 5, 9, 1, 0, TimeSpan.Zero)) },
        { "99999999999", "99999999999", "1767603660", new(int.MaxValue, int.MaxValue, new(2026, 1, 5, 9, 1, 0, TimeSpan.Zero)) },
        { "120", "-1", "-1", new(120, null, null) },
        { "120", "7", "253402300800", new(120, 7, null) },
        { "120", "7", "2026-01-05T09:01:00Z", new(120, 7, null) },
        { "many", "", "soon", null },
    };

    [Theory]
    [MemberData(nameof(RateLimits))]
    public async Task Of_the_rate_headers_that_is_told_which_makes_sense(string limit, string remaining, string reset, RateLimit? told)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_001", ("X-RateLimit-Limit", limit), ("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset", reset)));
        using OutreachClient client = Clients.On(handler, time, options => options.MaxRetries = 0);

        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachRateLimitException>()).Which.RateLimit.Should().Be(told);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task A_call_may_ask_for_other_retries(int maxRetries, int attempts)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(503, "SERVER_001"));
        using OutreachClient client = Clients.On(handler, time);

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1", new() { MaxRetries = maxRetries }));

        handler.Sent.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task Retries_can_be_switched_off()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(503, "SERVER_001", After2), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time, options => options.MaxRetries = 0);

        OutreachApiException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachApiException>()).Which;

        thrown.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_repeated()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Hangs, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        CampaignDetail campaign = await time.RunAsync(client.Markus.Campaigns.GetAsync("c1", new() { AttemptTimeout = TimeSpan.FromSeconds(10) }));

        campaign.Id.Should().Be("c1");
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(10.375));
    }

    [Fact]
    public async Task A_write_that_takes_too_long_is_not_repeated()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Hangs, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time, options => options.AttemptTimeout = TimeSpan.FromSeconds(10));

        Task<Campaign> task = client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom });
        await time.PassAsync(task);

        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachConnectionException>()).Which.IsTimeout.Should().BeTrue();
        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_wait()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_001", After2), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);
        using CancellationTokenSource source = new();

        Task<CampaignDetail> task = client.Markus.Campaigns.GetAsync("c1", cancellationToken: source.Token);
        task.IsCompleted.Should().BeFalse();
        await source.CancelAsync();

        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task The_callers_cancellation_ends_an_attempt()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Hangs), time);
        using CancellationTokenSource source = new();

        Task<CampaignDetail> task = client.Markus.Campaigns.GetAsync("c1", cancellationToken: source.Token);
        await source.CancelAsync();

        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1", cancellationToken: new CancellationToken(true))).Should().ThrowAsync<OperationCanceledException>();

        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_attempt_carries_the_same_body()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_002", After2), Answers.Error(429, "RATE_002", After2), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        await time.RunAsync(client.Markus.Campaigns.CreateAsync(new() { Name = "Grün & Söhne", ObjectiveType = ObjectiveType.Custom }));

        handler.Sent.Should().HaveCount(3);
        handler.Sent.Select(sent => sent.Body).Distinct().Should().ContainSingle().Which.Should().Contain("\"name\"");
    }

    private static Func<CancellationToken, Task<HttpResponseMessage>> First(string name, VirtualTime time) => name switch
    {
        "429 after 2 s" => Answers.Error(429, "RATE_001", After2, Reset(time, 7)),
        "429 after a date" => Answers.Error(429, "RATE_001", ("Retry-After", (time.Start + TimeSpan.FromSeconds(5)).ToString("r"))),
        "429 after 0 s" => Answers.Error(429, "RATE_001", ("Retry-After", "0")),
        "429 after a past date" => Answers.Error(429, "RATE_001", ("Retry-After", "Mon, 05 Jan 2026 08:00:00 GMT")),
        "429 after an old form of date" => Answers.Error(429, "RATE_001", ("Retry-After", "Monday, 05-Jan-26 09:00:05 GMT")),
        "429 after the oldest form of date" => Answers.Error(429, "RATE_001", ("Retry-After", "Mon Jan  5 09:00:05 2026")),
        "429 after 2 s in blanks" => Answers.Error(429, "RATE_001", ("Retry-After", " 2 ")),
        "429 after two waits" => Answers.Error(429, "RATE_001", After2, ("Retry-After", "40")),
        "429 after nonsense" => Answers.Error(429, "RATE_001", ("Retry-After", "-1")),
        "429 after more digits than a number has" => Answers.Error(429, "RATE_001", ("Retry-After", new string('9', 30))),
        "429 after ages" => Answers.Error(429, "RATE_001", ("Retry-After", "99999999999999999")),
        "429 reset only" => Answers.Error(429, "RATE_001", Reset(time, 7)),
        "429 neither" => Answers.Error(429, "RATE_001"),
        "429 as long as the cap" => Answers.Error(429, "RATE_001", ("Retry-After", "60")),
        "429 longer than the cap" => Answers.Error(429, "RATE_001", ("Retry-After", "61")),
        "429 allowance" => Answers.Error(429, "CAMP_009", Reset(time, 7)),
        "429 AI window" => Answers.Error(429, "AI_004", After2),
        "429 AI allowance" => Answers.Error(429, "AI_004"),
        "503 reset only" => Answers.Error(503, "SERVER_001", Reset(time, 7)),
        "503 after 2 s" => Answers.Error(503, "AI_001", After2),
        "refused" => Answers.Refused,
        "no TLS" => _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established"),
        "reset in the body" => Answers.ResetInTheBody,
        _ => Answers.Error(int.Parse(name), "SERVER_001"),
    };

    private static (string, string) Reset(VirtualTime time, int seconds) => ("X-RateLimit-Reset", (time.Start.ToUnixTimeSeconds() + seconds).ToString());
}
