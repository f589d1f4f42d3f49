using System.Security.Cryptography;
using System.Text;

namespace Outreach.FakeServer;

/// <summary>What is stored of a key in its place: its SHA-256 in hexadecimal digits.</summary>
internal static class KeyHash
{
    // Calls with one key come in rows.
    [ThreadStatic]
    private static (string? Key, string Hash) _latest;

    /// <summary>The hash of a key.</summary>
    public static string Of(string key)
    {
        if (_latest.Key != key) _latest = (key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        return _latest.Hash;
    }
}
