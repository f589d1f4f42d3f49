using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>
/// Keeps the bytes of some rows as they stand on the wire, as lists show the same rows again and again. A row never changes, so
/// neither do its bytes; they are the same in all worlds.
/// </summary>
/// <param name="view">The row on the wire, made from the row, and the one beside it, alone.</param>
/// <param name="type">How that is written.</param>
internal class RowJson<TRow, TBeside, T>(Func<TRow, TBeside, T> view, JsonTypeInfo<T> type)
    where TRow : Row
    where TBeside : Row
{
    private const int Places = 1024;

    private readonly Kept?[] _kept = new Kept?[Places];

    /// <summary>The bytes of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="beside">The row of another table that the view needs; the row itself where it needs none.</param>
    public byte[] Of(TRow row, TBeside beside)
    {
        // Neighbours in a table stand side by side in lists: by their places, they never push each other out.
        ref Kept? place = ref _kept[row.Ordinal & (Places - 1)];
        if (place is not { } kept || !ReferenceEquals(kept.Row, row) || !ReferenceEquals(kept.Beside, beside)) place = kept = new Kept(row, beside, JsonBody.Write(view(row, beside), type));
        return kept.Json;
    }

    private sealed record Kept(TRow Row, TBeside Beside, byte[] Json);
}

/// <summary>The same for rows that are shown by themselves.</summary>
internal sealed class RowJson<TRow, T>(Func<TRow, T> view, JsonTypeInfo<T> type) : RowJson<TRow, TRow, T>((row, _) => view(row), type)
    where TRow : Row
{
    /// <summary>The bytes of a row.</summary>
    public byte[] Of(TRow row) => Of(row, row);
}
