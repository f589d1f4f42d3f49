using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Sdk;

/// <summary>
/// Tells whether a webhook comes from Markus: its <c>X-Webhook-Signature</c> header is the HMAC-SHA256 of the raw body bytes, in
/// hex, under the endpoint's secret. Holds several secrets at once, which may change while it is in use, and fails closed:
/// whatever is missing or malformed is not <see cref="WebhookVerification.Valid"/>. Safe for use by many threads.
/// </summary>
/// <remarks>
/// Verify the bytes as they came, before anything decodes or parses them. No timestamp is signed, so a copied request stays valid:
/// drop events whose id was handled before. Contract: Markus, section 8.
/// </remarks>
public sealed class WebhookVerifier
{
    /// <summary>The header that carries the signature.</summary>
    public const string SignatureHeader = "X-Webhook-Signature";

    private readonly Lock _changes = new();
    private volatile byte[][] _keys;

    /// <summary>Makes a verifier.</summary>
    /// <param name="secrets">The secrets in force, as Markus showed them (<c>whsec_…</c>); none means that nothing is valid.</param>
    /// <exception cref="ArgumentException">A secret is empty or blank.</exception>
    public WebhookVerifier(params IEnumerable<string> secrets) => _keys = Keys(secrets);

    /// <summary>Puts other secrets in force, all at once, for every verification that begins afterwards.</summary>
    /// <param name="secrets">The secrets in force from now on.</param>
    /// <exception cref="ArgumentException">A secret is empty or blank; the old ones stay in force.</exception>
    public void Replace(params IEnumerable<string> secrets)
    {
        byte[][] keys = Keys(secrets);
        lock (_changes) _keys = keys;
    }

    /// <summary>Puts one more secret in force, beside those that are; the first step of a rotation.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentException">The secret is empty or blank.</exception>
    public void Add(string secret)
    {
        byte[] key = Key(secret);
        lock (_changes)
            if (!_keys.Any(known => Same(known, key))) _keys = [.. _keys, key];
    }

    /// <summary>Revokes a secret; the last step of a rotation.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns>Whether it was in force.</returns>
    public bool Remove(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] key = Encoding.UTF8.GetBytes(secret);
        lock (_changes)
        {
            byte[][] rest = [.. _keys.Where(known => !Same(known, key))];
            bool found = rest.Length < _keys.Length;
            _keys = rest;
            return found;
        }
    }

    /// <summary>Verifies a webhook.</summary>
    /// <param name="body">The raw bytes of the body.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>: 64 hex digits of either case, nothing around them.</param>
    /// <remarks>
    /// Takes the same time whichever secret fits, and whether one does: every secret is tried, each in constant time. Allocates
    /// nothing.
    /// </remarks>
    public WebhookVerification Verify(ReadOnlySpan<byte> body, ReadOnlySpan<char> signature)
    {
        byte[][] keys = _keys;
        if (keys.Length == 0) return WebhookVerification.NoSecret;
        if (signature.IsEmpty) return WebhookVerification.MissingSignature;
        if (signature.Length != 2 * HMACSHA256.HashSizeInBytes) return WebhookVerification.MalformedSignature;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(signature, given, out _, out _) != OperationStatus.Done) return WebhookVerification.MalformedSignature;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        bool valid = false;
        foreach (byte[] key in keys)
        {
            HMACSHA256.HashData(key, body, expected);
            valid |= Difference(expected, given) == 0;
        }

        return valid ? WebhookVerification.Valid : WebhookVerification.Invalid;
    }

    /// <summary>Signs a body as Markus does; for tests of a receiver, and what the reference server uses.</summary>
    /// <param name="body">The raw bytes of the body.</param>
    /// <param name="secret">The endpoint's secret.</param>
    /// <returns>64 lower-case hex digits: the value of <see cref="SignatureHeader"/>.</returns>
    /// <exception cref="ArgumentException">The secret is empty or blank.</exception>
    public static string Sign(ReadOnlySpan<byte> body, string secret)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key(secret), body, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static byte[][] Keys(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return [.. secrets.Distinct(StringComparer.Ordinal).Select(Key)];
    }

    // An empty key would let everybody sign, so a blank secret is a mistake that must not pass.
    private static byte[] Key(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return Encoding.UTF8.GetBytes(secret);
    }

    // Every byte is looked at, and no step depends on what it holds. CryptographicOperations.FixedTimeEquals says the same of spans of
    // any length, unoptimised, which costs a twentieth of the hash of a small body.
    private static ulong Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        ReadOnlySpan<ulong> ones = MemoryMarshal.Cast<byte, ulong>(one);
        ReadOnlySpan<ulong> others = MemoryMarshal.Cast<byte, ulong>(other);
        return (ones[0] ^ others[0]) | (ones[1] ^ others[1]) | (ones[2] ^ others[2]) | (ones[3] ^ others[3]);
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
