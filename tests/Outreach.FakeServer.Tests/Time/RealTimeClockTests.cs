namespace Outreach.FakeServer.Tests.Time;

/// <summary>A clock that follows real time, which here stands still until a test moves it: each call brings the world up to date.</summary>
public sealed class RealTimeClockTests
{
    private readonly SettableTime _real = new();

    [Fact]
    public async Task What_fell_due_meanwhile_has_happened_at_its_time_when_a_call_is_served()
    {
        await using OutreachFake fake = await StartAsync();
        DateTimeOffset start = fake.Clock.Now;
        List<double> ran = [];
        fake.World.Jobs.Handle("test", _ => ran.Add((fake.Clock.Now - start).TotalSeconds));
        foreach (int second in new[] { 10, 20, 60, 61 }) fake.World.Jobs.Schedule(start.AddSeconds(second), "test", "x");

        _real.Now += TimeSpan.FromSeconds(10);
        await CallAsync(fake);
        ran.Should().Equal([10], "what is due at this very instant is due");

        _real.Now += TimeSpan.FromSeconds(50);
        await CallAsync(fake);
        ran.Should().Equal(10, 20, 60);
        fake.Clock.Now.Should().Be(start.AddSeconds(60));
    }

    [Fact]
    public async Task It_goes_at_its_speed_and_knows_the_real_time_to_the_next_thing()
    {
        await using OutreachFake fake = await StartAsync(speed: 60);
        DateTimeOffset start = fake.Clock.Now;
        fake.World.Jobs.Handle("test", _ => { });
        fake.World.Jobs.Schedule(start.AddMinutes(3), "test", "x");

        _real.Now += TimeSpan.FromSeconds(1);
        await CallAsync(fake);

        fake.Clock.Now.Should().Be(start.AddMinutes(1));
        fake.Clock.RealTimeToNext().Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task It_never_goes_back()
    {
        await using OutreachFake fake = await StartAsync();
        DateTimeOffset start = fake.Clock.Now;

        _real.Now -= TimeSpan.FromHours(1);
        await CallAsync(fake);

        fake.Clock.Now.Should().Be(start);
    }

    [Fact]
    public async Task It_goes_on_from_where_it_was_moved_to()
    {
        await using OutreachFake fake = await StartAsync();
        DateTimeOffset start = fake.Clock.Now;

        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        _real.Now += TimeSpan.FromSeconds(5);
        await CallAsync(fake);

        fake.Clock.Now.Should().Be(start.AddHours(1).AddSeconds(5));
    }

    private static async Task CallAsync(OutreachFake fake)
    {
        using HttpClient http = fake.CreateHttpClient("markus");
        (await http.GetAsync("nowhere", TestContext.Current.CancellationToken)).Dispose();
    }

    private Task<OutreachFake> StartAsync(double speed = 1)
        => OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.RealTime, RealTime = _real, Speed = speed });

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
