using System.Buffers.Binary;

namespace Outreach.FakeServer;

/// <summary>Ids as UUIDs of version 4 in lower case; read in any case.</summary>
internal sealed class UuidForm(ulong seed, string table) : IdForm
{
    private readonly Permutation _digits = new(Permutation.Hash(seed, table));

    /// <inheritdoc/>
    public override string Make(int ordinal)
    {
        Span<byte> bytes = stackalloc byte[16];
        Spread(ordinal, bytes);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    /// <inheritdoc/>
    public override bool TryRead(string id, out int ordinal)
    {
        ordinal = 0;
        Span<byte> bytes = stackalloc byte[16];
        // Guid.TryParseExact overlooks blanks around the id.
        if (id.Length != 36 || !Guid.TryParseExact(id, "D", out Guid guid) || !guid.TryWriteBytes(bytes, bigEndian: true, out _)) return false;

        // The version and variant bits stand in bytes 6 and 8; the digits that carry the place fill bytes 0-5 and 9-10.
        Span<byte> digits = [bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[9], bytes[10]];
        ulong value = _digits.Back(BinaryPrimitives.ReadUInt64BigEndian(digits));
        if (value > int.MaxValue) return false;
        Span<byte> again = stackalloc byte[16];
        Spread((int)value, again);
        if (!again.SequenceEqual(bytes)) return false;
        ordinal = (int)value;
        return true;
    }

    private void Spread(int ordinal, Span<byte> bytes)
    {
        Span<byte> spread = stackalloc byte[16];
        _digits.Spread((ulong)ordinal, spread);
        spread[..6].CopyTo(bytes);
        bytes[6] = (byte)(0x40 | (spread[8] & 0x0F));
        bytes[7] = spread[9];
        bytes[8] = (byte)(0x80 | (spread[10] & 0x3F));
        spread[6..8].CopyTo(bytes[9..]);
        spread[11..16].CopyTo(bytes[11..]);
    }
}
