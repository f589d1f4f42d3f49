namespace Outreach.FakeServer;

/// <summary>Takes webhooks in memory and answers as the test says: first the answers in line, one each, then always the same.</summary>
public sealed class WebhookSink
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<int> _line = new();
    private readonly Queue<WebhookAttempt> _received = new();
    private int _otherwise = 200;

    internal WebhookSink()
    {
    }

    /// <summary>What was received, the oldest first; the last 10,000.</summary>
    public IReadOnlyList<WebhookAttempt> Received
    {
        get
        {
            lock (_lock) return [.. _received];
        }
    }

    /// <summary>Answers a status to the next webhooks, after those that were promised one before.</summary>
    /// <param name="status">The HTTP status, 100 to 599.</param>
    /// <param name="times">How many webhooks get it.</param>
    public WebhookSink AnswerNext(int status, int times = 1)
    {
        Check(status);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_lock)
            for (int i = 0; i < times; i++) _line.Enqueue(status);
        return this;
    }

    /// <summary>Answers a status whenever no other was promised; at first 200.</summary>
    public WebhookSink AnswerAlways(int status)
    {
        Check(status);
        lock (_lock) _otherwise = status;
        return this;
    }

    /// <summary>Forgets what was received and what was promised.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _received.Clear();
            _line.Clear();
            _otherwise = 200;
        }
    }

    internal int Answer()
    {
        lock (_lock) return _line.TryDequeue(out int status) ? status : _otherwise;
    }

    internal void Take(WebhookAttempt delivery)
    {
        lock (_lock)
        {
            if (_received.Count == Most) _received.Dequeue();
            _received.Enqueue(delivery);
        }
    }

    private static void Check(int status)
    {
        if (status is < 100 or > 599) throw new ArgumentOutOfRangeException(nameof(status), status, "A status is from 100 to 599.");
    }
}
