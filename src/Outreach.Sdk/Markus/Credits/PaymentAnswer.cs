using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Markus;

/// <summary>What a 402 says. A part that cannot be read is left out: the others can still be paid.</summary>
internal sealed record PaymentAnswer(PaymentOffers Offers, X402SettlementResponse? Settlement, PaymentProblem? Problem)
{
    public static PaymentAnswer Read(ApiFailure failure)
    {
        X402PaymentRequired? v1 = Parse(failure.Body, MarkusJson.Default.X402PaymentRequired);
        PaymentProblem? problem = Parse(failure.Body, MarkusJson.Default.PaymentProblem);
        return new PaymentAnswer(
            new PaymentOffers
            {
                X402V1 = v1 is { Accepts.Count: > 0 } ? v1 : null,
                X402V2 = Header(failure.Headers, "PAYMENT-REQUIRED", MarkusJson.Default.X402PaymentRequiredV2) is { Accepts.Count: > 0 } v2 ? v2 : null,
                Mpp = Mpp(failure.Headers),
            },
            Header(failure.Headers, "X-PAYMENT-RESPONSE", MarkusJson.Default.X402SettlementResponse) ?? Header(failure.Headers, "PAYMENT-RESPONSE", MarkusJson.Default.X402SettlementResponse),
            problem is { Type.Length: > 0 } ? problem : null);
    }

    private static MppOffer? Mpp(HttpResponseHeaders? headers)
    {
        if (headers is null || !headers.NonValidated.TryGetValues("WWW-Authenticate", out HeaderStringValues values)) return null;
        foreach (string value in values)
        {
            if (AuthenticateChallenge.Find(value, "Payment") is not { } parameters) continue;
            if (!parameters.TryGetValue("id", out string? id) || !parameters.TryGetValue("request", out string? request)
                || !parameters.TryGetValue("expires", out string? expires) || !DateTimeOffset.TryParse(expires, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset until)) continue;
            if (Parse(Decode(request), MarkusJson.Default.MppChargeRequest) is not { } charge) continue;
            return new MppOffer(
                new MppChallenge
                {
                    Id = id,
                    Realm = parameters.GetValueOrDefault("realm", ""),
                    Method = parameters.GetValueOrDefault("method", ""),
                    Intent = parameters.GetValueOrDefault("intent", ""),
                    Request = request,
                    Expires = until,
                    Header = parameters.GetValueOrDefault("header", ""),
                },
                charge);
        }

        return null;
    }

    private static T? Header<T>(HttpResponseHeaders? headers, string name, JsonTypeInfo<T> type) where T : class
    {
        if (headers is null || !headers.NonValidated.TryGetValues(name, out HeaderStringValues values)) return null;
        byte[] bytes = new byte[values.ToString().Length];
        return Convert.TryFromBase64String(values.ToString(), bytes, out int length) ? Parse(bytes.AsMemory(0, length), type) : null;
    }

    private static ReadOnlyMemory<byte> Decode(string base64Url) => Base64Url.IsValid(base64Url) ? Base64Url.DecodeFromChars(base64Url) : default;

    private static T? Parse<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type) where T : class
    {
        if (json.IsEmpty) return null;
        try
        {
            return JsonSerializer.Deserialize(json.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
