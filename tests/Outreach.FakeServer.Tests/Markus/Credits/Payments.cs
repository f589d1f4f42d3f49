using System.Globalization;
using System.Text;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Payments as a wallet would make them.</summary>
internal static class Payments
{
    public const string Payer = "0x857b06519E91e3A54538791bDbb0E22373e36b66";
    public const string PayTo = "0x209693Bc6afc0C5328bA36FaF03C514EF312287C";
    public static readonly string Signature = "0x" + new string('a', 130);

    public static string Nonce(int n) => "0x" + n.ToString("x64", CultureInfo.InvariantCulture);

    public static X402ExactPayload Payload(int nonce = 1, string payer = Payer) => new()
    {
        Signature = Signature,
        Authorization = new Eip3009Authorization { From = payer, To = PayTo, Value = "5000000", ValidAfter = "0", ValidBefore = "4000000000", Nonce = Nonce(nonce) },
    };

    public static CreditPaymentHeader V1(int nonce = 1) => CreditPaymentHeader.X402(new X402PaymentPayloadV1 { X402Version = 1, Scheme = "exact", Network = "base", Payload = Payload(nonce) });

    public static CreditPaymentHeader V2(PaymentOffers offers, int nonce = 1) => CreditPaymentHeader.X402(new X402PaymentPayloadV2 { X402Version = 2, Accepted = offers.X402V2!.Accepts[0], Payload = Payload(nonce) });

    public static CreditPaymentHeader Mpp(PaymentOffers offers, string token = "spt_1", string? externalId = null)
        => CreditPaymentHeader.Mpp(new MppCredential { Challenge = offers.Mpp!.Challenge, Source = "did:example:dana", Payload = new MppStripePayload { Spt = token, ExternalId = externalId } });

    public static string Base64(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
