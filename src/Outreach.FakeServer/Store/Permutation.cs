using System.Buffers.Binary;
using System.Numerics;

namespace Outreach.FakeServer;

/// <summary>A keyed bijection of 64-bit numbers: turns a counter into digits that look random and can be turned back.</summary>
internal readonly struct Permutation(ulong key)
{
    private const ulong M1 = 0xbf58476d1ce4e5b9;
    private const ulong M2 = 0x94d049bb133111eb;
    private static readonly ulong I1 = Inverse(M1);
    private static readonly ulong I2 = Inverse(M2);

    public ulong Forward(ulong x)
    {
        x ^= key;
        x = (x ^ (x >> 30)) * M1;
        x = (x ^ (x >> 27)) * M2;
        return x ^ (x >> 31) ^ BitOperations.RotateLeft(key, 17);
    }

    public ulong Back(ulong x)
    {
        x ^= BitOperations.RotateLeft(key, 17);
        x = (x ^ (x >> 31) ^ (x >> 62)) * I2;
        x = (x ^ (x >> 27) ^ (x >> 54)) * I1;
        x = x ^ (x >> 30) ^ (x >> 60);
        return x ^ key;
    }

    /// <summary>A 64-bit digest of a text, the same in every process.</summary>
    public static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037 ^ seed;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211;
        return new Permutation(seed).Forward(hash);
    }

    private static ulong Inverse(ulong odd)
    {
        ulong x = odd;
        for (int i = 0; i < 6; i++) x *= 2 - (odd * x);
        return x;
    }

    /// <summary>Sixteen bytes that stand for a number: its permuted form, and as many check bits.</summary>
    public void Spread(ulong value, Span<byte> sixteen)
    {
        BinaryPrimitives.WriteUInt64BigEndian(sixteen, Forward(value));
        BinaryPrimitives.WriteUInt64BigEndian(sixteen[8..], new Permutation(key ^ M1).Forward(~value));
    }
}
