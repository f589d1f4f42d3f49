using System.Buffers.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Markus;

/// <summary>An MPP credential as its header carries it.</summary>
internal sealed record MppPayment
{
    public const string Header = "Payment-Authorization";
    private const string Scheme = "Payment ";

    public required string Id { get; init; }

    public required string Realm { get; init; }

    public required string Method { get; init; }

    public required string Intent { get; init; }

    public required string Request { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string CarriedBy { get; init; }

    /// <summary>The payment token.</summary>
    public required string Token { get; init; }

    /// <summary>The caller's own reference.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Who pays, when told.</summary>
    public string? Source { get; init; }

    /// <summary>Reads the header.</summary>
    /// <exception cref="PaymentRefusal">malformed-credential.</exception>
    public static MppPayment Read(string header)
    {
        try
        {
            if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) throw new FormatException();
            using JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(header.AsSpan(Scheme.Length).Trim()));
            JsonElement root = document.RootElement;
            JsonElement challenge = root.GetProperty("challenge");
            JsonElement payload = root.GetProperty("payload");
            return new MppPayment
            {
                Id = Text(challenge, "id"),
                Realm = Text(challenge, "realm"),
                Method = Text(challenge, "method"),
                Intent = Text(challenge, "intent"),
                Request = Text(challenge, "request"),
                Expires = Rfc3339.TryRead(Text(challenge, "expires"), out DateTimeOffset expires) ? expires : throw new FormatException(),
                CarriedBy = Text(challenge, "header"),
                Token = Text(payload, "spt"),
                ExternalId = Optional(payload, "externalId"),
                Source = Optional(root, "source"),
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw PaymentRefusal.Mpp("malformed-credential", "Malformed Payment Credential", "the credential cannot be decoded");
        }
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? throw new FormatException(member);

    private static string? Optional(JsonElement element, string member) => element.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
