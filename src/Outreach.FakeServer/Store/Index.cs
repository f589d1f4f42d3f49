using System.Collections;

namespace Outreach.FakeServer;

/// <summary>Finds the rows of a table that share a key. Rows of one key are kept in order of entry; all steps take constant time.</summary>
internal sealed class Index<T> where T : Row
{
    private const int Empty = -1;

    private readonly Table<T> _table;
    private readonly Func<T, string?> _key;
    private readonly SegmentedArray<Entry> _entries = new();
    private readonly SegmentedArray<Link> _links = new();
    private SegmentedArray<int> _buckets = new();

    internal Index(Table<T> table, Func<T, string?> key)
    {
        _table = table;
        _key = key;
        _buckets.Resize(16, Empty);
    }

    /// <summary>The rows with a key, from the first that got it to the last.</summary>
    public Rows this[string? key] => new(this, key is null ? Empty : FindEntry(key));

    /// <summary>The first row that got the key, or null.</summary>
    public T? First(string? key)
    {
        int entry = key is null ? Empty : FindEntry(key);
        return entry == Empty || _entries[entry].Head == Empty ? null : _table.At(_entries[entry].Head);
    }

    /// <summary>The last row that got the key, or null.</summary>
    public T? Last(string? key)
    {
        int entry = key is null ? Empty : FindEntry(key);
        return entry == Empty || _entries[entry].Tail == Empty ? null : _table.At(_entries[entry].Tail);
    }

    /// <summary>How many rows have the key.</summary>
    public int Count(string? key)
    {
        int entry = key is null ? Empty : FindEntry(key);
        return entry == Empty ? 0 : _entries[entry].Count;
    }

    internal void Add(T row)
    {
        _links.Resize(row.Ordinal + 1, new Link(Empty, Empty, Empty));
        if (_key(row) is not { } key) return;
        uint hash = HashOf(key);
        int at = FindEntry(key, hash);
        if (at == Empty) at = AddEntry(key, hash);
        ref Entry entry = ref _entries.Writable(at);
        _links.Set(row.Ordinal, new Link(entry.Tail, Empty, at));
        if (entry.Tail != Empty) _links.Writable(entry.Tail).Next = row.Ordinal;
        else entry.Head = row.Ordinal;
        entry.Tail = row.Ordinal;
        entry.Count++;
    }

    internal void Remove(T row)
    {
        Link link = _links[row.Ordinal];
        if (link.Entry == Empty) return;
        ref Entry entry = ref _entries.Writable(link.Entry);
        if (link.Previous != Empty) _links.Writable(link.Previous).Next = link.Next;
        else entry.Head = link.Next;
        if (link.Next != Empty) _links.Writable(link.Next).Previous = link.Previous;
        else entry.Tail = link.Previous;
        entry.Count--;
        _links.Set(row.Ordinal, new Link(Empty, Empty, Empty));
    }

    internal void Change(T old, T row)
    {
        if (string.Equals(_key(old), _key(row), StringComparison.Ordinal)) return;
        Remove(old);
        Add(row);
    }

    internal void Clear()
    {
        _entries.Restore(new SegmentedArray<Entry>().Take());
        _links.Restore(new SegmentedArray<Link>().Take());
        _buckets = new SegmentedArray<int>();
        _buckets.Resize(16, Empty);
    }

    internal Captured Capture() => new(_entries.Take(), _links.Take(), _buckets.Take());

    internal void Restore(Captured captured)
    {
        _entries.Restore(captured.Entries);
        _links.Restore(captured.Links);
        _buckets.Restore(captured.Buckets);
    }

    /// <summary>The places of the rows of each key whose order of entry is not that of creation.</summary>
    internal IEnumerable<IReadOnlyList<int>> Reordered()
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            bool differs = false;
            for (int at = _entries[i].Head; at != Empty && !differs; at = _links[at].Next) differs = _links[at].Next != Empty && _links[at].Next < at;
            if (!differs) continue;
            List<int> rows = [];
            for (int at = _entries[i].Head; at != Empty; at = _links[at].Next) rows.Add(at);
            yield return rows;
        }
    }

    /// <summary>Puts the rows of one key into an order.</summary>
    /// <exception cref="FormatException">They are not exactly the rows of one key.</exception>
    internal void Reorder(IReadOnlyList<int> rows)
    {
        int entry = rows.Count > 0 && (uint)rows[0] < (uint)_links.Count ? _links[rows[0]].Entry : Empty;
        if (entry == Empty || rows.Count != _entries[entry].Count || rows.Distinct().Count() < rows.Count || rows.Any(row => (uint)row >= (uint)_links.Count || _links[row].Entry != entry))
            throw new FormatException("its rows are not all those of one key.");
        ref Entry changed = ref _entries.Writable(entry);
        changed.Head = rows[0];
        changed.Tail = rows[^1];
        for (int i = 0; i < rows.Count; i++) _links.Set(rows[i], new Link(i == 0 ? Empty : rows[i - 1], i + 1 == rows.Count ? Empty : rows[i + 1], entry));
    }

    private int FindEntry(string key) => FindEntry(key, HashOf(key));

    private int FindEntry(string key, uint hash)
    {
        int at = _buckets[Bucket(hash)];
        while (at != Empty)
        {
            ref readonly Entry entry = ref _entries[at];
            if (entry.Hash == hash && string.Equals(entry.Key, key, StringComparison.Ordinal)) break;
            at = entry.NextInBucket;
        }

        return at;
    }

    private int AddEntry(string key, uint hash)
    {
        if (_entries.Count >= _buckets.Count) Rehash();
        int bucket = Bucket(hash);
        int at = _entries.Add(new Entry { Key = key, Hash = hash, Head = Empty, Tail = Empty, NextInBucket = _buckets[bucket] });
        _buckets.Set(bucket, at);
        return at;
    }

    private void Rehash()
    {
        int size = _buckets.Count * 2;
        _buckets = new SegmentedArray<int>();
        _buckets.Resize(size, Empty);
        for (int i = 0; i < _entries.Count; i++)
        {
            ref Entry entry = ref _entries.Writable(i);
            int bucket = Bucket(entry.Hash);
            entry.NextInBucket = _buckets[bucket];
            _buckets.Set(bucket, i);
        }
    }

    private int Bucket(uint hash) => (int)(hash & (uint)(_buckets.Count - 1));

    // FNV-1a, so that the layout is the same in every process.
    private static uint HashOf(string key)
    {
        uint hash = 2166136261;
        foreach (char c in key) hash = (hash ^ c) * 16777619;
        return hash ^ (hash >> 15);
    }

    /// <summary>The rows of one key.</summary>
    internal readonly struct Rows(Index<T> index, int entry) : IEnumerable<T>
    {
        /// <summary>How many there are.</summary>
        public int Count => entry == Empty ? 0 : index._entries[entry].Count;

        /// <summary>From the first that got the key to the last; the row just met may be changed or removed meanwhile.</summary>
        public Enumerator GetEnumerator() => new(index, entry == Empty ? Empty : index._entries[entry].Head);

        /// <summary>From the last that got the key to the first.</summary>
        public IEnumerable<T> Newest()
        {
            int at = entry == Empty ? Empty : index._entries[entry].Tail;
            while (at != Empty)
            {
                int previous = index._links[at].Previous;
                if (index._table.At(at) is { } row) yield return row;
                at = previous;
            }
        }

        IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Goes along the rows of one key.</summary>
    internal struct Enumerator(Index<T> index, int head) : IEnumerator<T>
    {
        private int _next = head;

        public T Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (_next != Empty)
            {
                int at = _next;
                _next = index._links[at].Next;
                if (index._table.At(at) is not { } row) continue;
                Current = row;
                return true;
            }

            return false;
        }

        void IEnumerator.Reset() => throw new NotSupportedException();

        readonly void IDisposable.Dispose()
        {
        }
    }

    internal sealed record Captured(SegmentedArray<Entry>.Capture Entries, SegmentedArray<Link>.Capture Links, SegmentedArray<int>.Capture Buckets);

    internal struct Entry
    {
        public string Key;
        public uint Hash;
        public int Head;
        public int Tail;
        public int Count;
        public int NextInBucket;
    }

    internal struct Link(int previous, int next, int entry)
    {
        public int Previous = previous;
        public int Next = next;
        public int Entry = entry;
    }
}
