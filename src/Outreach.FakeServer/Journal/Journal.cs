using System.Collections;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The requests of a world and their answers, the oldest first. A bounded ring: the oldest go first.</summary>
public sealed class Journal : IReadOnlyCollection<JournalEntry>
{
    private static readonly string[] Secrets = ["Authorization", "X-API-Key", "Cookie", "X-PAYMENT", "PAYMENT-SIGNATURE", "Payment-Authorization", "x-webhook-secret"];

    private readonly World _world;
    private readonly Queue<JournalEntry> _entries = new();
    private long _count;

    internal Journal(World world) => _world = world;

    /// <summary>Entries that are kept.</summary>
    public int Count
    {
        get
        {
            lock (_world.Gate) return _entries.Count;
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
    public IReadOnlyList<JournalEntry> Of(string operation) => [.. this.Where(entry => Glob.Matches(operation, entry.Operation ?? ""))];

    /// <summary>Forgets all entries.</summary>
    public void Clear()
    {
        lock (_world.Gate) _entries.Clear();
    }

    /// <inheritdoc/>
    public IEnumerator<JournalEntry> GetEnumerator()
    {
        JournalEntry[] entries;
        lock (_world.Gate) entries = [.. _entries];
        return ((IEnumerable<JournalEntry>)entries).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Record(ApiModule module, Operation? operation, string? key, string path, FakeRequest request, FakeResponse response, ArmedFault? fault)
    {
        _count++;
        if (_world.Options.JournalCapacity == 0) return;
        if (_entries.Count == _world.Options.JournalCapacity) _entries.Dequeue();
        _entries.Enqueue(new JournalEntry
        {
            Number = _count,
            At = _world.Clock.Now,
            Api = module.Name,
            Operation = operation?.Name,
            Method = request.Method,
            Path = path,
            Query = key is null || !request.QueryString.Contains("api_key", StringComparison.Ordinal) ? request.QueryString : request.QueryString.Replace(key, "***", StringComparison.Ordinal),
            RequestHeaders = Masked(request.Headers),
            RequestBody = request.Body,
            Status = response.Status,
            ErrorCode = response.ErrorCode,
            ResponseHeaders = [.. response.Headers],
            ResponseBody = response.Body,
            Fault = fault?.Effect.Description,
        });
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Masked(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        if (!headers.Any(header => IsSecret(header.Key))) return headers;
        return [.. headers.Select(header => IsSecret(header.Key) ? new KeyValuePair<string, string>(header.Key, "***") : header)];
    }

    private static bool IsSecret(string header) => Secrets.Contains(header, StringComparer.OrdinalIgnoreCase);
}
