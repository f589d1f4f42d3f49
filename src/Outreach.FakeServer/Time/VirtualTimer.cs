namespace Outreach.FakeServer;

/// <summary>A timer that a client of the world waits on.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, bool isReceivers) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    private bool IsPeriodic => _period > TimeSpan.Zero;

    // Task.WaitAsync makes a task with a result, that of the one it limits; Task.Delay has none.
    private bool IsLimit => state is CancellationTokenSource || state is Task && state.GetType().IsGenericType;

    /// <summary>When it fires next; null while it is stopped.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <summary>Order of arming; decides between timers that are due at the same time.</summary>
    public long Order { get; private set; }

    /// <summary>Whether a receiver of webhooks waits on it, before it answers or from then on.</summary>
    public bool IsReceivers => isReceivers;

    /// <summary>
    /// Whether somebody goes on only after it. AutoAdvance moves the clock for waits; a deadline, which limits something else, and a
    /// period, which never ends, pass on the way.
    /// </summary>
    public bool IsWait => !IsLimit && !IsPeriodic;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        clock.Arm(this, dueTime, (due, order) =>
        {
            Due = due;
            Order = order;
        });
        return true;
    }

    /// <summary>What it is to a reader.</summary>
    public PendingEvent Describe()
    {
        string whose = IsReceivers ? "receiver" : "caller";
        return IsLimit ? new PendingEvent(Due!.Value, "clock.limit", whose, $"a time limit of a {whose} ends")
            : IsPeriodic ? new PendingEvent(Due!.Value, "clock.period", whose, $"a period of {_period} of a {whose} is over")
            : new PendingEvent(Due!.Value, "clock.wait", whose, $"a {whose} that waits on the clock goes on");
    }

    /// <summary>Takes note that it left the clock's queue.</summary>
    public void Disarm() => Due = null;

    /// <summary>Calls back, and arms the next period.</summary>
    public void Fire()
    {
        if (IsPeriodic) Change(_period, _period);
        callback(state);
    }

    /// <inheritdoc/>
    public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
