using System.Collections.Concurrent;

namespace Outreach.Sdk;

/// <summary>The timers of attempts. On the system's clock they are used again; another clock's timers cannot be reset and are made anew.</summary>
internal sealed class TimeoutPool(TimeProvider time)
{
    private const int Most = 64;
    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();
    private readonly bool _isSystem = ReferenceEquals(time, TimeProvider.System);

    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (!_isSystem) return new CancellationTokenSource(timeout, time);
        if (!_idle.TryDequeue(out CancellationTokenSource? source)) source = new CancellationTokenSource();
        source.CancelAfter(timeout);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (_isSystem && _idle.Count < Most && source.TryReset()) _idle.Enqueue(source);
        else source.Dispose();
    }
}
