using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// The one clock of a world. As a <see cref="TimeProvider"/> it is what the fake's own clients wait on; moving it runs
/// everything that falls due, in order, and comes back when the world is quiet.
/// </summary>
public sealed class VirtualClock : TimeProvider, IStatePart
{
    private readonly World _world;
    private readonly Lock _timersLock = new();
    private readonly SortedSet<VirtualTimer> _timers = new(Comparer<VirtualTimer>.Create(static (a, b) =>
    {
        int byDue = a.Due!.Value.CompareTo(b.Due!.Value);
        return byDue != 0 ? byDue : a.Order.CompareTo(b.Order);
    }));

    private readonly SemaphoreSlim _moving = new(1, 1);
    private readonly TimeProvider? _real;
    private readonly double _speed;
    private Anchor? _anchor;
    private long _nowTicks;
    private long _armed;
    private int _pumping;

    internal VirtualClock(World world, FakeOptions options)
    {
        _world = world;
        Mode = options.ClockMode;
        _nowTicks = options.Start.UtcTicks;
        _speed = options.Speed;
        if (Mode != ClockMode.RealTime) return;
        _real = options.RealTime ?? throw new ArgumentException("ClockMode.RealTime needs FakeOptions.RealTime, the time to follow.", nameof(options));
        if (_speed <= 0) throw new ArgumentException("FakeOptions.Speed must be above 0; a clock that stands still is ClockMode.Manual.", nameof(options));
        _anchor = new Anchor(_real.GetUtcNow(), options.Start);
    }

    /// <summary>What moves the clock.</summary>
    public ClockMode Mode { get; }

    /// <summary>The virtual time, in UTC.</summary>
    public DateTimeOffset Now => new(Interlocked.Read(ref _nowTicks), TimeSpan.Zero);

    /// <summary>What will happen, in order: the next thing first. Those who wait on the clock are among it.</summary>
    public IReadOnlyList<PendingEvent> Pending
    {
        get
        {
            PendingEvent[] jobs, timers;
            lock (_world.Gate) jobs = [.. _world.Jobs.Jobs.Select(job => new PendingEvent(job.Due, job.Kind, job.Subject, _world.Jobs.Explain(job)))];
            lock (_timersLock) timers = [.. _timers.Select(timer => timer.Describe())];
            return timers.Length == 0 ? jobs : [.. jobs.Concat(timers).OrderBy(pending => pending.Due)];
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    string IStatePart.Name => "clock";

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _nowTicks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, callback, state, isReceivers: _world.Webhooks.IsDelivering);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on. Everything that falls due on the way has happened when the task ends, webhooks delivered.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative, or leads beyond the year 9999.</exception>
    public Task AdvanceAsync(TimeSpan span, CancellationToken cancellationToken = default)
    {
        if (span < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(span), span, "A clock goes forward only; an earlier time comes back with a snapshot.");
        if (span > DateTimeOffset.MaxValue - Now) throw new ArgumentOutOfRangeException(nameof(span), span, $"From {Rfc3339.WriteExact(Now)} this leads beyond the year 9999.");
        return AdvanceToAsync(Now + span, cancellationToken);
    }

    /// <summary>Moves the clock on to an instant. One that has passed only settles what is due.</summary>
    /// <exception cref="InvalidOperationException">It is a receiver of webhooks that asks, before it has answered.</exception>
    public async Task AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellationToken = default)
    {
        _world.Webhooks.RefuseReceivers();
        await _moving.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await MoveAsync(instant, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Moves the clock to the next thing that will happen, which then has happened.</summary>
    /// <returns>The new time; the present one when nothing waits.</returns>
    public async Task<DateTimeOffset> AdvanceToNextAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset? next = NextDue();
        if (next is { } due) await AdvanceToAsync(due, cancellationToken).ConfigureAwait(false);
        return Now;
    }

    /// <summary>
    /// Brings a clock up to date, under the world's lock, if nothing falls due on the way; false when <see cref="CatchUp"/> has to.
    /// </summary>
    internal bool TryFollow()
    {
        if (_real is null) return true;
        DateTimeOffset target = Follow();
        if (NextDue() is { } due && due <= target) return false;
        if (target > Now) Interlocked.Exchange(ref _nowTicks, target.UtcTicks);
        return true;
    }

    /// <summary>
    /// Brings a real-time clock up to date and runs what is due. It waits for no delivery: a receiver that calls back must find the world open.
    /// </summary>
    internal void CatchUp()
    {
        if (_real is null) return;
        while (true)
        {
            VirtualTimer? timer = null;
            lock (_world.Gate)
            {
                if (TryFollow()) return;
                if (NextDue() is { } due && due > Now) Interlocked.Exchange(ref _nowTicks, due.UtcTicks);
                if (_world.Jobs.TakeDue(Now) is { } job) _world.Jobs.Run(job);
                else timer = TakeDueTimer();
            }

            timer?.Fire();
        }
    }

    /// <summary>Real time until the next thing is due; null when nothing waits or the clock does not follow real time.</summary>
    internal TimeSpan? RealTimeToNext() => _real is null || NextDue() is not { } due ? null : (due - Follow()) / _speed;

    /// <summary>How many waits there are, and whether one of them is that of a receiver of webhooks.</summary>
    internal (int Count, bool IsReceivers) Waits()
    {
        lock (_timersLock) return (_timers.Count(timer => timer.IsWait), _timers.Any(timer => timer is { IsWait: true, IsReceivers: true }));
    }

    /// <summary>Sets the time, also back; only fixtures do, while nothing is pending.</summary>
    internal void Set(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _nowTicks, now.UtcTicks);
        if (_real is not null) _anchor = new Anchor(_real.GetUtcNow(), now);
    }

    internal void Arm(VirtualTimer timer, TimeSpan dueTime, Action<DateTimeOffset?, long> set)
    {
        lock (_timersLock)
        {
            if (timer.Due is not null) _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                set(null, 0);
                return;
            }

            set(Now + dueTime, ++_armed);
            _timers.Add(timer);
        }

        if (Mode == ClockMode.AutoAdvance && timer.IsWait) Pump();
    }

    object IStatePart.Capture() => Now;

    void IStatePart.Restore(object capture) => Set((DateTimeOffset)capture);

    void IStatePart.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    void IStatePart.Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTimeOffset(out DateTimeOffset now)) throw new FormatException("is no time; write 2026-03-02T09:00:00Z.");
        if (now.UtcDateTime.Year < 1970) throw new FormatException("is before 1970.");
        Set(now);
    }

    private DateTimeOffset? NextDue()
    {
        DateTimeOffset? job;
        lock (_world.Gate) job = _world.Jobs.Next?.Due;
        DateTimeOffset? timer;
        lock (_timersLock) timer = _timers.Min?.Due;
        return job is null ? timer : timer is null || job <= timer ? job : timer;
    }

    // A real-time clock goes on from wherever it was last set to.
    private DateTimeOffset Follow() => _anchor is { } anchor ? anchor.Virtual + ((_real!.GetUtcNow() - anchor.Real) * _speed) : Now;

    private async Task MoveAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        // What is under way happens at the time at which it began, unless it waits for the clock itself.
        await _world.Webhooks.SettleAsync(orWaits: true, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NextDue() is not { } due || due > target) break;
            if (due > Now) Set(due);
            bool ran;
            lock (_world.Gate)
            {
                Job? job = _world.Jobs.TakeDue(Now);
                ran = job is not null;
                if (job is not null) _world.Jobs.Run(job);
            }

            if (!ran) TakeDueTimer()?.Fire();
            await _world.Webhooks.SettleAsync(orWaits: true, cancellationToken).ConfigureAwait(false);
            if (!ran) await _world.QuietAsync().ConfigureAwait(false);
        }

        if (target > Now) Set(target);
        await _world.Webhooks.SettleAsync(orWaits: true, cancellationToken).ConfigureAwait(false);
    }

    private VirtualTimer? TakeDueTimer()
    {
        lock (_timersLock)
        {
            if (_timers.Min is not { } timer || timer.Due > Now) return null;
            _timers.Remove(timer);
            timer.Disarm();
            return timer;
        }
    }

    // One pump at a time moves the clock to the earliest wait, in nobody's context: it serves all who wait.
    private void Pump()
    {
        if (Interlocked.Exchange(ref _pumping, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(static clock => _ = clock.PumpAsync(), this, preferLocal: false);
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                // A call in flight may end the wait or begin an earlier one.
                await _world.QuietAsync().ConfigureAwait(false);
                if (NextWait() is not { } due) break;
                await AdvanceToAsync(due).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _pumping, 0);
            if (NextWait() is not null) Pump();
        }
    }

    private DateTimeOffset? NextWait()
    {
        lock (_timersLock) return _timers.FirstOrDefault(static timer => timer.IsWait)?.Due;
    }

    private sealed record Anchor(DateTimeOffset Real, DateTimeOffset Virtual);
}
