using System.Collections.Concurrent;

namespace Outreach.Sdk;

/// <summary>
/// Holds the calls of one key back so that they fit into the documented rate limits. It counts its own calls per window and
/// learns from the answers' headers what others who share the key have used.
/// </summary>
internal sealed class Pacer(IReadOnlyList<RateBucket> buckets, TimeProvider time, TimeSpan longest)
{
    private readonly Lock _gate = new();
    private readonly PacedBucket[] _buckets = [.. buckets.Select(bucket => new PacedBucket(bucket))];
    private readonly ConcurrentDictionary<Operation, PacedBucket[]> _byOperation = new();
    private DateTimeOffset _blockedUntil;
    private TimeSpan _ahead;
    private volatile bool _isUsed;

    /// <summary>Waits until the call fits, and counts it.</summary>
    public async ValueTask WaitAsync(Operation operation, CancellationToken cancellationToken)
    {
        _isUsed = true;
        PacedBucket[] wanted = Of(operation);
        while (Reserve(wanted) is { Ticks: > 0 } wait)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Learns from an answer. Costs nothing until the first paced call.</summary>
    public void Observe(Operation operation, int? limit, int? remaining, DateTimeOffset? resetAt, bool isThrottled, TimeSpan? retryAfter)
    {
        if (!_isUsed) return;
        lock (_gate)
        {
            DateTimeOffset now = Now();
            // A wait that no call begins is not imposed on the next one either: it asks again and hears for itself.
            if (isThrottled && retryAfter is { } wait && wait <= longest && now + wait > _blockedUntil) _blockedUntil = now + wait;
            if (limit is null || remaining is null || resetAt is null) return;
            PacedBucket? bucket = Reported(operation, limit.Value, resetAt.Value - now, isThrottled);
            if (bucket is null) return;
            // A window of the service that ended already by this clock: the clock is ahead.
            if (resetAt <= now && now - resetAt < TimeSpan.FromSeconds(bucket.Limit.WindowSeconds))
            {
                _ahead += now - resetAt.Value + TimeSpan.FromMilliseconds(1);
                now = Now();
            }

            bucket.Roll(now);
            if (resetAt == bucket.End) bucket.Learn(limit.Value - remaining.Value, isThrottled);
        }
    }

    private TimeSpan Reserve(PacedBucket[] wanted)
    {
        lock (_gate)
        {
            DateTimeOffset now = Now();
            // No wait so long was taken on, and a correction is mostly shorter than a minute: the clock was set back.
            if (_blockedUntil - now > longest + TimeSpan.FromMinutes(1)) _blockedUntil = default;
            DateTimeOffset free = _blockedUntil;
            foreach (PacedBucket bucket in wanted)
            {
                bucket.Roll(now);
                if (!bucket.HasRoom && bucket.End > free) free = bucket.End;
            }

            if (free > now) return free - now;
            foreach (PacedBucket bucket in wanted) bucket.Take();
            return TimeSpan.Zero;
        }
    }

    private PacedBucket? Reported(Operation operation, int limit, TimeSpan left, bool isThrottled)
    {
        PacedBucket? found = null;
        foreach (PacedBucket bucket in Of(operation))
        {
            if (bucket.Limit.Limit != limit || left > TimeSpan.FromSeconds(bucket.Limit.WindowSeconds)) continue;
            // Of two with one limit the shorter is reported only when it refuses.
            if (found is null || (isThrottled ? bucket.Limit.WindowSeconds < found.Limit.WindowSeconds : bucket.Limit.WindowSeconds > found.Limit.WindowSeconds)) found = bucket;
        }

        return found;
    }

    private PacedBucket[] Of(Operation operation)
        => _byOperation.GetOrAdd(operation, static (op, all) => [.. all.Where(bucket => op.Buckets.Contains(bucket.Limit.Name))], _buckets);

    private DateTimeOffset Now() => time.GetUtcNow() - _ahead;
}
