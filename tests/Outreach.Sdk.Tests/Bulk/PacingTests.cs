using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Bulk;

/// <summary>What the pacer learns while it holds calls back.</summary>
public sealed class PacingTests
{
    [Fact]
    public async Task What_others_used_of_a_limit_is_learned_from_good_answers()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Told(time, remaining: 0), Told(time, remaining: 59));
        using OutreachClient client = On(handler, time);

        await time.RunAsync(CreateAsync(client));
        await time.RunAsync(CreateAsync(client));

        SecondsOf(handler, time).Should().Equal(0, 60);
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_give_back_what_others_used()
    {
        VirtualTime time = new();
        TaskCompletionSource late = new();
        StubHandler handler = new(time, After(late.Task, Told(time, remaining: 30)), Told(time, remaining: 0));
        using OutreachClient client = On(handler, time);

        Task slow = CreateAsync(client);
        await time.RunAsync(CreateAsync(client));
        late.SetResult();
        await time.PassAsync(slow);
        await time.RunAsync(CreateAsync(client));

        SecondsOf(handler, time).Should().Equal(0, 0, 60);
    }

    [Fact]
    public async Task Of_two_waits_that_were_asked_for_the_longer_holds()
    {
        VirtualTime time = new();
        TaskCompletionSource late = new();
        StubHandler handler = new(time, After(late.Task, Throttled("2")), Throttled("30"), Answers.Ok);
        using OutreachClient client = On(handler, time, options => options.MaxRetries = 0);

        Task slow = CreateAsync(client);
        await FluentActions.Awaiting(() => CreateAsync(client)).Should().ThrowAsync<OutreachRateLimitException>();
        late.SetResult();
        await FluentActions.Awaiting(() => slow).Should().ThrowAsync<OutreachRateLimitException>();
        await time.RunAsync(CreateAsync(client));

        SecondsOf(handler, time).Should().Equal(0, 0, 30);
    }

    [Fact]
    public async Task Repetitions_count_like_first_attempts()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"));
        using OutreachClient client = On(handler, time, options => (options.MaxRetries, options.BaseDelay) = (24, TimeSpan.Zero));

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1"));

        SecondsOf(handler, time).Should().Equal([.. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(1.0, 5)], "20 a second");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nothing_up()
    {
        VirtualTime time = new();
        SettableTime clock = new(time);
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = On(handler, clock);
        for (int i = 0; i < 60; i++) await time.RunAsync(CreateAsync(client));
        TimeSpan before = time.Elapsed;

        clock.Shift = TimeSpan.FromHours(-1);
        await time.RunAsync(CreateAsync(client));

        (time.Elapsed - before).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_prolong_a_wait_that_was_asked_for()
    {
        VirtualTime time = new();
        SettableTime clock = new(time);
        StubHandler handler = new(time, Throttled("30"), Answers.Ok);
        using OutreachClient client = On(handler, clock, options => options.MaxRetries = 0);
        await FluentActions.Awaiting(() => CreateAsync(client)).Should().ThrowAsync<OutreachRateLimitException>();

        clock.Shift = TimeSpan.FromHours(-1);
        await time.RunAsync(CreateAsync(client));

        time.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(59)]
    public async Task A_clock_that_runs_ahead_of_the_services_costs_a_429_a_window_and_hardly_any_time(double seconds)
    {
        VirtualTime time = new();
        WindowedHandler handler = new(time);
        using OutreachClient client = On(handler, new SettableTime(time) { Shift = TimeSpan.FromSeconds(seconds) });

        for (int i = 0; i < 300; i++) await time.RunAsync(CreateAsync(client));

        handler.Stored["x@x.example"].Should().Be(300);
        handler.Throttled.Should().BeLessThanOrEqualTo(6);
        time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(242), "60 a minute and 20 a second").And.BeLessThan(TimeSpan.FromSeconds(243));
    }

    private static OutreachClient On(HttpMessageHandler handler, TimeProvider time, Action<OutreachClientOptions>? configure = null)
        => Clients.On(handler, time, options =>
        {
            options.PaceSingleCalls = true;
            configure?.Invoke(options);
        });

    private static async Task<bool> CreateAsync(OutreachClient client)
    {
        await client.Markus.Contacts.CreateAsync(new() { Name = "x", Email = "x@x.example" }).ConfigureAwait(false);
        return true;
    }

    private static double[] SecondsOf(StubHandler handler, VirtualTime time) => [.. handler.Sent.Select(sent => (sent.At - time.Start).TotalSeconds)];

    // Contact writes: 60 a minute. The clock starts with a minute.
    private static Func<CancellationToken, Task<HttpResponseMessage>> Told(VirtualTime time, int remaining)
        => token => Answers.Json(200, Answers.Campaign, ("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", $"{remaining}"), ("X-RateLimit-Reset", $"{((time.GetUtcNow().ToUnixTimeSeconds() / 60) + 1) * 60}"))(token);

    private static Func<CancellationToken, Task<HttpResponseMessage>> Throttled(string seconds) => Answers.Error(429, "RATE_001", ("Retry-After", seconds));

    private static Func<CancellationToken, Task<HttpResponseMessage>> After(Task gate, Func<CancellationToken, Task<HttpResponseMessage>> answer) => async token =>
    {
        await gate.WaitAsync(token);
        return await answer(token);
    };

    private sealed class SettableTime(TimeProvider inner) : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Shift;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
    }
}
