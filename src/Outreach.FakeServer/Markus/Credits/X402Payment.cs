using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Markus;

/// <summary>An x402 payment as a header carries it, of version 1 or 2.</summary>
internal sealed partial record X402Payment
{
    public const string HeaderV1 = "X-PAYMENT";
    public const string HeaderV2 = "PAYMENT-SIGNATURE";

    /// <summary>The version whose header was used.</summary>
    public required int Protocol { get; init; }

    public required int Version { get; init; }

    public required string Scheme { get; init; }

    public required string Network { get; init; }

    public required string Signature { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required BigInteger Value { get; init; }

    public required BigInteger ValidAfter { get; init; }

    public required BigInteger ValidBefore { get; init; }

    public required string Nonce { get; init; }

    /// <summary>The chain as this version names it.</summary>
    public string OfferedNetwork => Protocol == 1 ? PaymentOffering.NetworkV1 : PaymentOffering.NetworkV2;

    /// <summary>The header that the outcome is told in.</summary>
    public string ReceiptHeader => Protocol == 1 ? "X-PAYMENT-RESPONSE" : "PAYMENT-RESPONSE";

    /// <summary>What cannot be spent twice, whatever the case of its hex digits.</summary>
    public string SpentKey => $"{From.ToLowerInvariant()} {Nonce.ToLowerInvariant()}";

    /// <summary>Whether the signature has 65 bytes that are not all zero; the curve is not checked.</summary>
    public bool IsSigned => SignatureForm().IsMatch(Signature) && Signature.AsSpan(2).ContainsAnyExcept('0');

    /// <summary>Reads a header.</summary>
    /// <exception cref="MarkusError">SERVER_005: it cannot be decoded, or a member is missing or malformed.</exception>
    public static X402Payment Read(string header, int protocol)
    {
        string name = protocol == 1 ? HeaderV1 : HeaderV2;
        try
        {
            using JsonDocument document = JsonDocument.Parse(Convert.FromBase64String(header));
            JsonElement root = document.RootElement;
            JsonElement terms = protocol == 1 ? root : root.GetProperty("accepted");
            JsonElement payload = root.GetProperty("payload");
            JsonElement authorization = payload.GetProperty("authorization");
            if (protocol == 2) CheckAccepted(terms);
            return new X402Payment
            {
                Protocol = protocol,
                Version = root.GetProperty("x402Version").GetInt32(),
                Scheme = Text(terms, "scheme"),
                Network = Text(terms, "network"),
                Signature = Text(payload, "signature"),
                From = Formed(authorization, "from", Address()),
                To = Text(authorization, "to"),
                Value = Number(authorization, "value"),
                ValidAfter = Number(authorization, "validAfter"),
                ValidBefore = Number(authorization, "validBefore"),
                Nonce = Formed(authorization, "nonce", Bytes32()),
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw MarkusError.Invalid($"{name} is not a payment that can be read");
        }
    }

    private static void CheckAccepted(JsonElement accepted)
    {
        Text(accepted, "amount");
        Text(accepted, "asset");
        Text(accepted, "payTo");
        accepted.GetProperty("maxTimeoutSeconds").GetInt32();
        JsonElement extra = accepted.GetProperty("extra");
        Text(extra, "name");
        Text(extra, "version");
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? throw new FormatException(member);

    private static string Formed(JsonElement element, string member, Regex form) => Text(element, member) is var text && form.IsMatch(text) ? text : throw new FormatException(member);

    // A uint256 has at most 78 digits.
    private static BigInteger Number(JsonElement element, string member)
        => Text(element, member) is { Length: > 0 and <= 78 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException(member);

    [GeneratedRegex(@"^0x[0-9a-fA-F]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^0x[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes32();

    [GeneratedRegex(@"^0x[0-9a-fA-F]{130}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignatureForm();
}
