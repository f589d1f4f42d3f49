using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>
/// The rows of one kind in order of creation. Ids are made from the row's place and lead back to it without a look-up table;
/// further keys are looked up by an <see cref="Index{T}"/>.
/// </summary>
internal sealed class Table<T> : IOrderedPart, IRows, IEnumerable<T> where T : Row
{
    private readonly SegmentedArray<T?> _rows = new();
    private readonly List<Index<T>> _indexes = [];
    private readonly IdForm _ids;
    private readonly Func<JsonTypeInfo<T>> _rowType;

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">Its name in a state file, such as <c>markus.campaigns</c>.</param>
    /// <param name="ids">How its ids are made and read back.</param>
    /// <param name="rowType">How a row is written to a state file; asked for when one is, since most worlds never meet one.</param>
    public Table(string name, IdForm ids, Func<JsonTypeInfo<T>> rowType)
    {
        Name = name;
        _ids = ids;
        _rowType = rowType;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Rows that are there, removed ones not counted.</summary>
    public int Count { get; private set; }

    /// <summary>One more than the place of the newest row, removed ones counted: the bounds of <see cref="At"/>.</summary>
    public int Extent => _rows.Count;

    /// <summary>Grows with every change, restores included: what was made of the rows at one value holds while it stays.</summary>
    public long Version { get; private set; }

    /// <summary>The id that the next row will get.</summary>
    public string NextId => _ids.Make(_rows.Count);

    /// <summary>Keeps rows findable by a key; null keys are not kept.</summary>
    public Index<T> IndexBy(Func<T, string?> key)
    {
        Index<T> index = new(this, key);
        _indexes.Add(index);
        foreach (T row in this) index.Add(row);
        return index;
    }

    /// <summary>Stores a new row, which gets its place and, unless it brings the same, its id.</summary>
    public T Add(T row)
    {
        Version++;
        row.Ordinal = _rows.Count;
        if (row.Id.Length == 0) row.Id = _ids.Make(row.Ordinal);
        _rows.Add(row);
        Count++;
        foreach (Index<T> index in _indexes) index.Add(row);
        return row;
    }

    /// <summary>Puts a changed row in the place of the one with the same ordinal.</summary>
    public T Update(T row)
    {
        T old = _rows[row.Ordinal] ?? throw new InvalidOperationException($"{Name} {row.Id} is gone.");
        Version++;
        _rows.Set(row.Ordinal, row);
        foreach (Index<T> index in _indexes) index.Change(old, row);
        return row;
    }

    /// <summary>Removes a row for good; its place stays empty.</summary>
    public void Remove(T row)
    {
        T? old = _rows[row.Ordinal];
        if (old is null) return;
        Version++;
        foreach (Index<T> index in _indexes) index.Remove(old);
        _rows.Set(row.Ordinal, null);
        Count--;
    }

    /// <summary>The row at a place, or null when it was removed.</summary>
    public T? At(int ordinal) => (uint)ordinal < (uint)_rows.Count ? _rows[ordinal] : null;

    /// <summary>The present form of a row that was read earlier, or null when it was removed.</summary>
    public T? Current(T row) => At(row.Ordinal);

    /// <summary>The row with an id, which is compared without case; null when there is none.</summary>
    public T? Find(string? id) => id is not null && _ids.TryRead(id, out int ordinal) ? At(ordinal) : null;

    /// <summary>Looks a row up by its id.</summary>
    public bool TryFind(string? id, [NotNullWhen(true)] out T? row) => (row = Find(id)) is not null;

    /// <inheritdoc/>
    public bool Has(string id) => Find(id) is not null;

    /// <inheritdoc/>
    public bool Has(int place) => At(place) is not null;

    /// <summary>The rows from the newest to the oldest.</summary>
    public IEnumerable<T> Newest()
    {
        for (int i = _rows.Count - 1; i >= 0; i--)
            if (_rows[i] is { } row) yield return row;
    }

    /// <summary>The rows from the oldest to the newest; rows added meanwhile are met too.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < _rows.Count; i++)
            if (_rows[i] is { } row) yield return row;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    object IStatePart.Capture() => new Captured(_rows.Take(), Count, [.. _indexes.Select(index => index.Capture())]);

    void IStatePart.Restore(object capture)
    {
        Captured captured = (Captured)capture;
        Version++;
        _rows.Restore(captured.Rows);
        Count = captured.Count;
        for (int i = 0; i < _indexes.Count; i++) _indexes[i].Restore(captured.Indexes[i]);
    }

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        JsonTypeInfo<T> rowType = _rowType();
        writer.WriteStartArray();
        for (int i = 0; i < _rows.Count; i++)
        {
            if (_rows[i] is { } row) JsonSerializer.Serialize(writer, row, rowType);
            else writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }

    void IStatePart.Read(JsonElement value)
    {
        JsonTypeInfo<T> rowType = StateJson.Of(_rowType());
        Version++;
        _rows.Restore(new SegmentedArray<T?>().Take());
        Count = 0;
        foreach (Index<T> index in _indexes) index.Clear();
        if (value.ValueKind != JsonValueKind.Array) throw new FormatException("is no list.");
        foreach (JsonElement item in value.EnumerateArray())
        {
            T? row = item.ValueKind == JsonValueKind.Null ? null : StateJson.Read(item, rowType, _rows.Count);
            int ordinal = _rows.Add(row);
            if (row is null) continue;
            if (row.Ordinal != ordinal) throw new FormatException($"[{ordinal}].ordinal: is {row.Ordinal}; rows stand in the place of their number, null in that of a row that is gone.");
            if (_ids.Make(ordinal) is var id && row.Id != id) throw new FormatException($"[{ordinal}].id: is '{row.Id}'; the id of this place, with this seed, is '{id}'.");
            Count++;
            foreach (Index<T> index in _indexes) index.Add(row);
        }
    }

    // Keys in the order of their oldest rows, not of their entry into the index, so that a world that was read is written as it was.
    IEnumerable<(int Index, IReadOnlyList<int> Rows)> IOrderedPart.Reordered()
        => _indexes.SelectMany((index, i) => index.Reordered().OrderBy(rows => rows.Min()).Select(rows => (i, rows)));

    void IOrderedPart.Reorder(int index, IReadOnlyList<int> rows)
    {
        if ((uint)index >= (uint)_indexes.Count) throw new FormatException($"there is no index {index}.");
        _indexes[index].Reorder(rows);
    }

    private sealed record Captured(SegmentedArray<T?>.Capture Rows, int Count, Index<T>.Captured[] Indexes);
}
