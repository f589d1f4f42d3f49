namespace Outreach.Sdk;

/// <summary>What is known of one rate limit in its present window.</summary>
internal sealed class PacedBucket(RateBucket limit)
{
    private int _own;
    private int _others;

    public RateBucket Limit { get; } = limit;

    /// <summary>When the window ends.</summary>
    public DateTimeOffset End { get; private set; }

    public bool HasRoom => _own + _others < Limit.Limit;

    /// <summary>Begins a new window when the present one is over.</summary>
    public void Roll(DateTimeOffset now)
    {
        if (now < End && End - now <= TimeSpan.FromSeconds(Limit.WindowSeconds)) return;
        long second = now.ToUnixTimeSeconds();
        End = DateTimeOffset.FromUnixTimeSeconds(second - (second % Limit.WindowSeconds) + Limit.WindowSeconds);
        _own = 0;
        _others = 0;
    }

    public void Take() => _own++;

    /// <summary>Takes over what the service has counted. Calls of this client that are under way may be in it or not, so what others used is a lower bound.</summary>
    public void Learn(int counted, bool isFull)
    {
        _others = Math.Max(_others, counted - _own);
        if (isFull) _others = Math.Max(_others, Limit.Limit - _own);
    }
}
