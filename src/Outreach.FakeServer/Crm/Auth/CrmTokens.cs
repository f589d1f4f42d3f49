using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Crm;

/// <summary>Issues and checks the JWTs of a world: HS256 with a key that follows from the seed; expiry on the world's clock.</summary>
internal sealed class CrmTokens(World world)
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes($"outreach-fake-crm-signing-key-{world.Options.Seed:x16}");

    // Calls with one token come in rows.
    private Reading? _latest;

    /// <summary>The HS256 key as text, for tests that sign tokens of their own.</summary>
    public string SigningKey => Encoding.ASCII.GetString(_key);

    /// <summary>Makes a signed token.</summary>
    public string Issue(IEnumerable<string> scopes, IReadOnlyList<string> tenants, string subject, string? name, DateTimeOffset expires)
    {
        ReadOnlyMemory<byte> payload = JsonBody.Write((scopes, tenants, subject, name, expires), static (writer, claims) =>
        {
            writer.WriteStartObject();
            writer.WriteString("sub", claims.subject);
            if (claims.name is not null) writer.WriteString("name", claims.name);
            if (claims.tenants.Count == 1)
            {
                writer.WriteString("tenantId", claims.tenants[0]);
            }
            else
            {
                writer.WriteStartArray("tenantIds");
                foreach (string tenant in claims.tenants) writer.WriteStringValue(tenant);
                writer.WriteEndArray();
            }

            writer.WriteString("scope", string.Join(' ', claims.scopes));
            writer.WriteNumber("exp", claims.expires.ToUnixTimeSeconds());
            writer.WriteEndObject();
        });
        string signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(payload.Span)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Reads the caller from an Authorization header.</summary>
    /// <exception cref="CrmError">401.</exception>
    public CrmCaller Read(string? header)
    {
        if (TokenOf(header) is not { } token) throw CrmError.Unauthorized("Missing bearer token");
        return Read(token, !world.Options.AcceptAnyKey, out long expires) is { } caller && world.Clock.Now.ToUnixTimeSeconds() < expires
            ? caller
            : throw CrmError.Unauthorized("Invalid or expired token");
    }

    /// <summary>Whether this world would take a token, its expiry aside.</summary>
    public bool Knows(string token) => Read(token, !world.Options.AcceptAnyKey, out _) is not null;

    /// <summary>Whether this world signed a token, or a test did with its key.</summary>
    public bool Signed(string token) => Read(token, checkSignature: true, out _) is not null;

    /// <summary>The token of a <c>Bearer x</c> header; null when it is none.</summary>
    public static string? TokenOf(string? header)
        => header is not null && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header[7..].Trim() is { Length: > 0 } token && !token.Contains(' ', StringComparison.Ordinal)
            ? token
            : null;

    private CrmCaller? Read(string token, bool checkSignature, out long expires)
    {
        Reading reading = _latest is { } latest && latest.Token == token && latest.IsChecked == checkSignature
            ? latest
            : _latest = new Reading(token, checkSignature, Parse(token, checkSignature, out long until), until);
        expires = reading.Expires;
        return reading.Caller;
    }

    private CrmCaller? Parse(string token, bool checkSignature, out long expires)
    {
        expires = 0;
        int first = token.IndexOf('.', StringComparison.Ordinal);
        int last = token.LastIndexOf('.');
        if (first <= 0 || last <= first || token.IndexOf('.', first + 1) != last) return null;
        if (checkSignature && !IsSigned(token, first, last)) return null;
        try
        {
            using JsonDocument payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(first + 1, last - first - 1)));
            JsonElement claims = payload.RootElement;
            if (claims.ValueKind != JsonValueKind.Object || Text(claims, "sub") is not { Length: > 0 } subject) return null;
            if (!claims.TryGetProperty("exp", out JsonElement exp) || exp.ValueKind != JsonValueKind.Number) return null;
            expires = (long)Math.Clamp(exp.GetDouble(), long.MinValue / 2, long.MaxValue / 2);
            string[] tenants = Text(claims, "tenantId") is { } tenant ? [tenant] : Texts(claims, "tenantIds");
            string[] scopes = Text(claims, "scope") is { } scope ? scope.Split(' ', StringSplitOptions.RemoveEmptyEntries) : Texts(claims, "scopes");
            bool complete = tenants.Length > 0 && (claims.TryGetProperty("scope", out _) || claims.TryGetProperty("scopes", out _));
            return complete ? new CrmCaller(subject, Text(claims, "name"), scopes.ToFrozenSet(StringComparer.Ordinal), tenants.ToFrozenSet(StringComparer.Ordinal)) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private bool IsSigned(string token, int first, int last)
    {
        try
        {
            using JsonDocument header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, first)));
            if (header.RootElement.ValueKind != JsonValueKind.Object || Text(header.RootElement, "alg") != "HS256") return false;
            byte[] expected = HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(token[..last]));
            return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(token.AsSpan(last + 1)));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement claims, string name)
        => claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement claims, string name)
        => claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private sealed record Reading(string Token, bool IsChecked, CrmCaller? Caller, long Expires);
}
