namespace Outreach.FakeServer.Tests.Time;

public sealed class VirtualClockTests
{
    [Fact]
    public async Task Jobs_run_in_order_of_due_time_then_of_creation_with_the_clock_at_their_time()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        List<string> ran = [];
        fake.World.Jobs.Handle("test", job => ran.Add($"{job.Subject} {fake.Clock.Now:HH:mm}"));
        DateTimeOffset start = fake.Clock.Now;
        fake.World.Jobs.Schedule(start.AddMinutes(30), "test", "b");
        fake.World.Jobs.Schedule(start.AddMinutes(10), "test", "a");
        fake.World.Jobs.Schedule(start.AddMinutes(30), "test", "c");
        fake.World.Jobs.Schedule(start.AddHours(2), "test", "late");

        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        ran.Should().Equal("a 09:10", "b 09:30", "c 09:30");
        fake.Clock.Now.Should().Be(start.AddHours(1));
        fake.Clock.Pending.Should().ContainSingle(pending => pending.Subject == "late");
        (await fake.Clock.AdvanceToNextAsync()).Should().Be(start.AddHours(2));
    }

    [Fact]
    public async Task A_step_back_or_beyond_the_calendar_is_refused_in_words_and_moves_nothing()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        DateTimeOffset start = fake.Clock.Now;
        Func<Task> back = () => fake.Clock.AdvanceAsync(TimeSpan.FromTicks(-1));
        Func<Task> beyond = () => fake.Clock.AdvanceAsync(TimeSpan.MaxValue);

        await back.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("A clock goes forward only*");
        await beyond.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("From 2026-03-02T09:00:00Z this leads beyond the year 9999.*");
        fake.Clock.Now.Should().Be(start);
    }

    [Fact]
    public async Task A_mode_that_there_is_none_of_is_refused()
    {
        Func<Task> start = () => OutreachFake.StartAsync(new FakeOptions { ClockMode = (ClockMode)7 });

        await start.Should().ThrowAsync<ArgumentException>().WithMessage("ClockMode: 7 is none of *AutoAdvance*");
    }

    [Fact]
    public async Task A_wait_on_the_clock_moves_it_in_AutoAdvance_and_takes_no_real_time()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        DateTimeOffset start = fake.Clock.Now;

        List<Task> waits;
        // Nothing moves the clock between the two.
        lock (fake.World.Gate)
        {
            waits =
            [
                Task.Delay(TimeSpan.FromHours(5), fake.Clock, TestContext.Current.CancellationToken),
                Task.Delay(TimeSpan.FromHours(2), fake.Clock, TestContext.Current.CancellationToken),
            ];
        }

        await Task.WhenAll(waits);

        fake.Clock.Now.Should().Be(start.AddHours(5));
    }

    [Fact]
    public async Task A_deadline_alone_moves_nothing_but_passes_on_the_way_of_a_wait()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using CancellationTokenSource deadline = new(TimeSpan.FromMinutes(1), fake.Clock);
        deadline.IsCancellationRequested.Should().BeFalse();

        Func<Task> wait = () => Task.Delay(TimeSpan.FromMinutes(2), fake.Clock, deadline.Token);

        await wait.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_loop_of_the_app_gets_every_one_of_its_turns_when_the_clock_moves()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        using Outreach.Sdk.OutreachClient client = fake.CreateClient();
        using CancellationTokenSource stop = new();
        List<string> polls = [];
        DateTimeOffset start = fake.Clock.Now;
        Task loop = PollAsync();

        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        await stop.CancelAsync();
        await loop.Invoking(_ => loop).Should().ThrowAsync<OperationCanceledException>();
        polls.Should().Equal(Enumerable.Range(1, 12).Select(i => $"{start.AddMinutes(10 * i):HH:mm}"));

        async Task PollAsync()
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMinutes(10), fake.Clock, stop.Token);
                await client.Markus.Campaigns.ListAsync(cancellationToken: CancellationToken.None);
                polls.Add($"{fake.Clock.Now:HH:mm}");
            }
        }
    }

    [Fact]
    public async Task A_limit_on_a_task_moves_nothing_but_ends_the_wait_when_the_clock_passes_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using Outreach.Sdk.OutreachClient client = fake.CreateClient();
        DateTimeOffset start = fake.Clock.Now;
        TaskCompletionSource<int> work = new();
        Task<int> limited = work.Task.WaitAsync(TimeSpan.FromSeconds(30), fake.Clock);
        Task plain = ((Task)work.Task).WaitAsync(TimeSpan.FromSeconds(30), fake.Clock);

        for (int i = 0; i < 20; i++) await client.Markus.Campaigns.ListAsync();
        DateTimeOffset after = fake.Clock.Now;
        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        after.Should().Be(start);
        await limited.Invoking(task => task).Should().ThrowAsync<TimeoutException>();
        await plain.Invoking(task => task).Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public async Task A_period_of_the_app_moves_nothing_and_comes_on_the_way()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        DateTimeOffset start = fake.Clock.Now;
        int ticks = 0;
        await using ITimer timer = fake.Clock.CreateTimer(_ => ticks++, null, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));

        await Task.Delay(TimeSpan.FromMinutes(21), fake.Clock, TestContext.Current.CancellationToken);

        ticks.Should().Be(4);
        fake.Clock.Now.Should().Be(start.AddMinutes(21));
    }

    [Fact]
    public async Task Timers_and_jobs_come_in_one_order_and_a_period_comes_again()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        List<string> ran = [];
        DateTimeOffset start = fake.Clock.Now;
        fake.World.Jobs.Handle("test", job => ran.Add($"job {fake.Clock.Now:HH:mm}"));
        fake.World.Jobs.Schedule(start.AddMinutes(15), "test", "a");
        fake.World.Jobs.Schedule(start.AddMinutes(25), "test", "b");
        await using ITimer timer = fake.Clock.CreateTimer(_ => ran.Add($"timer {fake.Clock.Now:HH:mm}"), null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), TestContext.Current.CancellationToken);

        ran.Should().Equal("timer 09:10", "job 09:15", "timer 09:20", "job 09:25", "timer 09:30");
    }

    [Fact]
    public async Task Who_waits_on_the_clock_is_pending_in_order_with_the_jobs()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        using Outreach.Sdk.OutreachClient client = fake.CreateClient(options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);
        DateTimeOffset start = fake.Clock.Now;
        fake.World.Jobs.Handle("test", static _ => { }, static _ => "a job");
        fake.World.Jobs.Schedule(start.AddSeconds(30), "test", "x");
        fake.Faults.Add("markus.campaigns.list", FaultEffect.Throttle(TimeSpan.FromSeconds(45)));
        await using ITimer period = fake.Clock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1), fake.Clock);

        Task call = client.Markus.Campaigns.ListAsync(cancellationToken: limit.Token);

        fake.Clock.Pending.Select(pending => $"{(pending.Due - start).TotalSeconds} {pending.Kind}: {pending.Reason}").Should().Equal(
            "30 test: a job",
            "45 clock.wait: a caller that waits on the clock goes on",
            "60 clock.limit: a time limit of a caller ends",
            "300 clock.period: a period of 00:05:00 of a caller is over");
        await fake.Clock.AdvanceToNextAsync();
        call.IsCompleted.Should().BeFalse();
        (await fake.Clock.AdvanceToNextAsync()).Should().Be(start.AddSeconds(45));
        await call;
    }

    [Fact]
    public async Task A_snapshot_brings_back_clock_and_jobs()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        int ran = 0;
        fake.World.Jobs.Handle("test", _ => ran++);
        fake.World.Jobs.Schedule(fake.Clock.Now.AddDays(1), "test", "x");
        FakeSnapshot before = fake.Snapshot();
        DateTimeOffset start = fake.Clock.Now;

        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        fake.Restore(before);
        fake.Clock.Now.Should().Be(start);
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));

        ran.Should().Be(2);
    }
}
