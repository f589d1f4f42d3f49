using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Markus;

/// <summary>The credential table of section 1.</summary>
internal static class MarkusCredentials
{
    /// <summary>The Bearer token of a request; null when there is none.</summary>
    public static string? Token(FakeRequest request)
    {
        if (request.Header("Authorization") is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        string token = header[7..].Trim();
        return token.Length == 0 ? null : token;
    }

    /// <summary>The key that authenticates a request, which is marked as used.</summary>
    /// <exception cref="MarkusError">401.</exception>
    public static ApiKeyRow Authenticate(MarkusState state, FakeRequest request)
    {
        string token = Token(request) ?? throw new MarkusError("AUTH_001");
        DateTimeOffset now = state.Now;
        ApiKeyRow? key = state.Keys.Find(token);
        if (key is null && state.World.Options.AcceptAnyKey && IsPlausible(token)) key = state.Keys.OpenAccount(token);
        if (key is null)
        {
            if (token.StartsWith("mk_live_", StringComparison.Ordinal)) throw new MarkusError("APIKEY_001");
            throw new MarkusError(IsExpiredSession(token, state.World.Clock.Now) ? "AUTH_003" : "AUTH_001");
        }

        if (key.RevokedAt is not null) throw new MarkusError("APIKEY_003");
        if (key.ExpiresAt <= now) throw new MarkusError("APIKEY_002");
        return state.ApiKeys.Update(key with { LastUsedAt = now });
    }

    /// <summary>Whether a token could be a key.</summary>
    public static bool IsPlausible(string token) => token.StartsWith("mk_", StringComparison.Ordinal) && token.Length > 3;

    private static bool IsExpiredSession(string token, DateTimeOffset now)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0 || !Base64Url.IsValid(part))) return false;
        try
        {
            using JsonDocument payload = JsonDocument.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])));
            return payload.RootElement.ValueKind == JsonValueKind.Object
                && payload.RootElement.TryGetProperty("exp", out JsonElement exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetDouble(out double seconds)
                && seconds <= now.ToUnixTimeMilliseconds() / 1000d;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return false;
        }
    }
}
