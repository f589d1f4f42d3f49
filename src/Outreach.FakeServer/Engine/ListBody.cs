using System.Buffers;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// The body of a list, in pieces: lists show the same rows again and again, so the bytes of rows are kept, and are copied just
/// once, to where the answer goes.
/// </summary>
internal sealed class ListBody
{
    private readonly byte[] _envelope;
    private readonly int _place;
    private readonly byte[][] _rows;

    private ListBody(byte[] envelope, byte[][] rows)
    {
        _envelope = envelope;
        _place = envelope.AsSpan().IndexOf("[]"u8) + 1;
        _rows = rows;
        Length = envelope.Length + Math.Max(0, rows.Length - 1);
        foreach (byte[] row in rows) Length += row.Length;
    }

    /// <summary>Makes the body of a page.</summary>
    /// <param name="rows">The page's rows.</param>
    /// <param name="json">The bytes of a row.</param>
    /// <param name="state">What the envelope is written from.</param>
    /// <param name="envelope">Writes the envelope with the list empty, as its first array.</param>
    public static ListBody Of<TRow, TState>(IReadOnlyList<TRow> rows, Func<TRow, byte[]> json, TState state, Action<Utf8JsonWriter, TState> envelope)
    {
        byte[][] pieces = new byte[rows.Count][];
        for (int i = 0; i < pieces.Length; i++) pieces[i] = json(rows[i]);
        return new ListBody(JsonBody.Write(state, envelope), pieces);
    }

    /// <summary>The body's length in bytes.</summary>
    public int Length { get; }

    // The envelope's two parts, and between them the rows with a comma after all but the last.
    private int Pieces => Math.Max(2, (2 * _rows.Length) + 1);

    /// <summary>The whole body.</summary>
    public byte[] Join()
    {
        byte[] whole = GC.AllocateUninitializedArray<byte>(Length);
        Span<byte> free = whole;
        for (int i = 0; i < Pieces; i++)
        {
            ReadOnlySpan<byte> piece = Piece(i);
            piece.CopyTo(free);
            free = free[piece.Length..];
        }

        return whole;
    }

    /// <summary>Writes the body, a whole buffer of the writer at a time.</summary>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        Span<byte> free = writer.GetSpan();
        int filled = 0;
        for (int i = 0; i < Pieces; i++)
        {
            ReadOnlySpan<byte> piece = Piece(i);
            while (piece.Length > free.Length)
            {
                piece[..free.Length].CopyTo(free);
                piece = piece[free.Length..];
                writer.Advance(filled + free.Length);
                filled = 0;
                free = writer.GetSpan();
            }

            piece.CopyTo(free);
            free = free[piece.Length..];
            filled += piece.Length;
        }

        writer.Advance(filled);
    }

    private ReadOnlySpan<byte> Piece(int i)
        => i == 0 ? _envelope.AsSpan(0, _place)
            : i == Pieces - 1 ? _envelope.AsSpan(_place)
            : i % 2 == 1 ? _rows[i / 2]
            : ","u8;
}
