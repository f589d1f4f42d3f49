using System.Collections;
using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The requests of a world and their answers, the oldest first. A bounded ring: the oldest go first.</summary>
public sealed class Journal : IReadOnlyCollection<JournalEntry>
{
    private const int Nearest = 3;

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "X-API-Key", "Cookie", "X-PAYMENT", "PAYMENT-SIGNATURE", "Payment-Authorization", "x-webhook-secret" };

    private readonly World _world;
    private readonly Queue<ServedCall> _calls = new();
    private long _count;

    internal Journal(World world) => _world = world;

    /// <summary>Entries that are kept.</summary>
    public int Count
    {
        get
        {
            lock (_world.Gate) return _calls.Count;
        }
    }

    /// <summary>Requests in all, those that are no longer kept included.</summary>
    public long Total
    {
        get
        {
            lock (_world.Gate) return _count;
        }
    }

    /// <summary>The entries of an operation.</summary>
    /// <param name="operation">Such as <c>markus.campaigns.create</c>; <c>*</c> stands for any text.</param>
    /// <exception cref="ArgumentException">No operation fits.</exception>
    public IReadOnlyList<JournalEntry> Of(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Check(operation, nameof(operation));
        return [.. this.Where(entry => Glob.Matches(operation, entry.Operation ?? ""))];
    }

    /// <summary>The entries that fit a pattern.</summary>
    /// <exception cref="ArgumentException">No operation fits the pattern's, or its body is no JSON.</exception>
    public IReadOnlyList<JournalEntry> Matching(RequestPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Check(pattern.Operation, nameof(pattern));
        using JsonDocument? body = BodyOf(pattern);
        return [.. this.Where(entry => RequestDifference.Between(pattern, body?.RootElement, entry).Count == 0)];
    }

    /// <summary>Expects requests.</summary>
    /// <param name="pattern">Which ones.</param>
    /// <param name="times">How many; null for at least one.</param>
    /// <returns>The requests.</returns>
    /// <exception cref="FakeAssertionException">There are fewer or more; the message names the nearest requests and in what they differ.</exception>
    /// <exception cref="ArgumentException">No operation fits the pattern's, its body is no JSON, or <paramref name="times"/> is below 0.</exception>
    public IReadOnlyList<JournalEntry> AssertReceived(RequestPattern pattern, int? times = null)
    {
        if (times < 0) throw new ArgumentOutOfRangeException(nameof(times), times, "Requests are expected 0 times or more.");
        IReadOnlyList<JournalEntry> found = Matching(pattern);
        return (times is null ? found.Count > 0 : found.Count == times) ? found : throw new FakeAssertionException(Report(pattern, times, found));
    }

    /// <summary>Expects requests to an operation.</summary>
    /// <param name="operation">Such as <c>markus.campaigns.create</c>; <c>*</c> stands for any text.</param>
    /// <param name="times">How many; null for at least one.</param>
    /// <exception cref="FakeAssertionException">There are fewer or more.</exception>
    /// <exception cref="ArgumentException">No operation fits, or <paramref name="times"/> is below 0.</exception>
    public IReadOnlyList<JournalEntry> AssertReceived(string operation, int? times = null) => AssertReceived(new RequestPattern { Operation = operation }, times);

    /// <summary>Expects that no request fits a pattern.</summary>
    /// <exception cref="FakeAssertionException">One does.</exception>
    /// <exception cref="ArgumentException">No operation fits the pattern's, or its body is no JSON.</exception>
    public void AssertNotReceived(RequestPattern pattern) => AssertReceived(pattern, 0);

    /// <summary>Expects that no request was answered with an error, and none went to a path that no operation takes.</summary>
    /// <exception cref="FakeAssertionException">One was; the message names them.</exception>
    public void AssertNoErrors()
    {
        List<JournalEntry> failed = [.. this.Where(entry => entry.Status is 0 or >= 400)];
        if (failed.Count > 0) throw new FakeAssertionException($"Expected no request to fail, but {failed.Count} did:{Lines(failed.Select(entry => entry.ToString()))}");
    }

    /// <summary>Forgets all entries.</summary>
    public void Clear()
    {
        lock (_world.Gate) _calls.Clear();
    }

    /// <inheritdoc/>
    public IEnumerator<JournalEntry> GetEnumerator()
    {
        ServedCall[] calls;
        lock (_world.Gate) calls = [.. _calls];
        return calls.Select(call => call.Entry).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Record(ServedCall call)
    {
        call.Number = ++_count;
        FakeOptions options = _world.Options;
        if (options.JournalCapacity == 0) return;
        if (_calls.Count == options.JournalCapacity) _calls.Dequeue();
        _calls.Enqueue(call);
        if (_world.Events.Listeners > 0) _world.Events.Publish(call.Entry);
        if (Diagnostics.AreWanted(options.FailOn)) _world.Diagnostics.Look(options.FailOn, call.Entry);
    }

    // A misspelled operation was never called, so that an expectation of nothing would hold by mistake.
    private void Check(string? operation, string parameter)
    {
        if (operation is not null && !_world.Faults.Knows(operation)) throw new ArgumentException($"N{FaultPlan.NoOperation(operation)[1..]}.", parameter);
    }

    private static JsonDocument? BodyOf(RequestPattern pattern)
    {
        try
        {
            return pattern.Body is null ? null : JsonDocument.Parse(pattern.Body);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The pattern's body is no JSON: {e.Message}", nameof(pattern), e);
        }
    }

    private string Report(RequestPattern pattern, int? times, IReadOnlyList<JournalEntry> found)
    {
        string wanted = times is null ? "at least once" : times == 1 ? "once" : $"{times} times";
        string text = $"Expected {pattern} {wanted}; there {(found.Count == 1 ? "was 1" : $"were {found.Count}")} among {Count} requests.";
        if (found.Count > 0) return text + Lines(found.Take(Nearest).Select(entry => entry.ToString()));
        using JsonDocument? body = BodyOf(pattern);
        IEnumerable<string> nearest = this
            .Select(entry => (Entry: entry, Differences: RequestDifference.Between(pattern, body?.RootElement, entry)))
            .OrderBy(pair => pair.Differences.Sum(line => line.StartsWith("operation", StringComparison.Ordinal) ? 4 : 1))
            .ThenByDescending(pair => pair.Entry.Number)
            .Take(Nearest)
            .SelectMany(pair => (IEnumerable<string>)[pair.Entry.ToString(), .. pair.Differences.Select(line => "    " + line)]);
        return Count == 0 ? text : $"{text} The nearest:{Lines(nearest)}";
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => Environment.NewLine + "  " + line));

    internal static bool IsSecret(string header) => Secrets.Contains(header);
}
