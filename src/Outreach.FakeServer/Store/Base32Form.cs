using System.Buffers.Binary;

namespace Outreach.FakeServer;

/// <summary>Ids of 32 letters and digits in Crockford's base 32, lower case, as Convex makes them.</summary>
internal sealed class Base32Form(ulong seed, string table) : IdForm
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 32;
    private readonly Permutation _digits = new(Permutation.Hash(seed, table));
    private readonly Permutation _check = new(Permutation.Hash(seed, table) ^ 0x5bd1e9955bd1e995);

    /// <inheritdoc/>
    public override string Make(int ordinal) => string.Create(Length, (Form: this, Ordinal: ordinal), static (text, state) => state.Form.Fill(state.Ordinal, text));

    /// <inheritdoc/>
    public override bool TryRead(string id, out int ordinal)
    {
        ordinal = 0;
        if (id.Length != Length) return false;
        ulong digits = 0;
        for (int i = 0; i < 13; i++)
        {
            int digit = Alphabet.IndexOf(id[i], StringComparison.Ordinal);
            if (digit < 0) return false;
            digits = (digits << 5) | (uint)digit;
        }

        ulong value = _digits.Back(digits);
        if (value > int.MaxValue) return false;
        Span<char> again = stackalloc char[Length];
        Fill((int)value, again);
        if (!again.SequenceEqual(id)) return false;
        ordinal = (int)value;
        return true;
    }

    private void Fill(int ordinal, Span<char> text)
    {
        ulong digits = _digits.Forward((ulong)ordinal);
        for (int i = 12; i >= 0; i--, digits >>= 5) text[i] = Alphabet[(int)(digits & 31)];
        Span<byte> check = stackalloc byte[16];
        _check.Spread((ulong)ordinal, check);
        UInt128 rest = BinaryPrimitives.ReadUInt128BigEndian(check);
        for (int i = Length - 1; i > 12; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
    }
}
