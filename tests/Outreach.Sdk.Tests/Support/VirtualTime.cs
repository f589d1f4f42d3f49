namespace Outreach.Sdk.Tests.Support;

/// <summary>A clock that stands still until a test moves it from one due timer to the next.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now;

    public VirtualTime(DateTimeOffset? start = null) => Start = _now = start ?? new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Start { get; }

    /// <summary>What has passed since the start.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets a task run to its end, moving the clock whenever everything waits.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await PassAsync(task);
        return await task;
    }

    /// <summary>Lets a task run to its end, moving the clock whenever everything waits.</summary>
    public async Task PassAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (!Step()) await Task.Yield();
        }
    }

    /// <summary>Moves to the next due timer and rings it; false when there is none.</summary>
    public bool Step()
    {
        Timer? next;
        lock (_gate)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null) return false;
            _timers.Remove(next);
            if (next.Due > _now) _now = next.Due;
        }

        next.Ring();
        return true;
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._gate) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
