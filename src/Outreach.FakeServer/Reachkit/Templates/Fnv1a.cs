using System.Buffers;
using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>FNV-1a with 32 bits over UTF-8, which chooses the option of a SPINTAX tag.</summary>
internal static class Fnv1a
{
    /// <summary>The hash of no bytes.</summary>
    public const uint Empty = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>Goes on hashing with the UTF-8 bytes of a text.</summary>
    public static uint Add(uint hash, ReadOnlySpan<char> text)
    {
        byte[]? rented = null;
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(most));
        foreach (byte b in bytes[..Encoding.UTF8.GetBytes(text, bytes)]) hash = (hash ^ b) * Prime;
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }
}
