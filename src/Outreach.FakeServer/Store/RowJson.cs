using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>
/// Writes rows as they stand on the wire and keeps the bytes of some, as lists show the same rows again and again. A row never
/// changes, so neither do its bytes; they are the same in all worlds.
/// </summary>
/// <param name="view">The row on the wire, made from the row alone.</param>
/// <param name="type">How that is written.</param>
internal sealed class RowJson<TRow, T>(Func<TRow, T> view, JsonTypeInfo<T> type) where TRow : Row
{
    private const int Places = 1024;

    private readonly Kept?[] _kept = new Kept?[Places];

    /// <summary>Writes a row.</summary>
    public void Write(Utf8JsonWriter writer, TRow row)
    {
        ref Kept? place = ref _kept[RuntimeHelpers.GetHashCode(row) & (Places - 1)];
        if (place is not { } kept || !ReferenceEquals(kept.Row, row)) place = kept = new Kept(row, JsonBody.Write(view(row), type));
        writer.WriteRawValue(kept.Json.Span, skipInputValidation: true);
    }

    private sealed record Kept(TRow Row, ReadOnlyMemory<byte> Json);
}
