using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>What a 402 offers: x402 in both versions, and MPP.</summary>
internal static class PaymentOffering
{
    public const string NetworkV1 = "base";
    public const string NetworkV2 = "eip155:8453";
    public const string Scheme = "exact";
    public const string PayTo = "0x209693Bc6afc0C5328bA36FaF03C514EF312287C";
    public const string Realm = "markusai.dev";
    public const string Method = "stripe";
    public const string Intent = "charge";
    private const string Asset = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";
    private const string Resource = "https://markusai.dev/api/v1/agent-credits/purchase";
    private const string Goods = "5 markus agent credits";
    private const string Json = "application/json";
    private const int Seconds = 300;

    /// <summary>Atomic USDC units of a price; USDC has six decimals.</summary>
    public static long Usdc(int cents) => cents * 10_000L;

    /// <summary>The 402 document of version 1.</summary>
    public static X402PaymentRequired V1(int cents, string error) => new()
    {
        X402Version = 1,
        Error = error,
        Accepts =
        [
            new X402PaymentRequirementsV1
            {
                Scheme = Scheme,
                Network = NetworkV1,
                MaxAmountRequired = Usdc(cents).ToString(CultureInfo.InvariantCulture),
                Resource = Resource,
                Description = Goods,
                MimeType = Json,
                PayTo = PayTo,
                MaxTimeoutSeconds = Seconds,
                Asset = Asset,
                Extra = Token,
            },
        ],
    };

    /// <summary>The content of PAYMENT-REQUIRED, version 2.</summary>
    public static string V2(int cents, string error) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new X402PaymentRequiredV2
        {
            X402Version = 2,
            Error = error,
            Resource = new X402ResourceInfo { Url = Resource, Description = Goods, MimeType = Json },
            Accepts =
            [
                new X402PaymentRequirementsV2
                {
                    Scheme = Scheme,
                    Network = NetworkV2,
                    Amount = Usdc(cents).ToString(CultureInfo.InvariantCulture),
                    Asset = Asset,
                    PayTo = PayTo,
                    MaxTimeoutSeconds = Seconds,
                    Extra = Token,
                },
            ],
        },
        MarkusJson.Default.X402PaymentRequiredV2));

    /// <summary>The charge request of an MPP challenge, whose members are in canonical order.</summary>
    public static string Charge(int cents) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new MppChargeRequest
        {
            Amount = cents.ToString(CultureInfo.InvariantCulture),
            Currency = "usd",
            Description = Goods,
            MethodDetails = new MppStripeMethodDetails { NetworkId = "profile_1MarkusQm9g8Yj", PaymentMethodTypes = ["card", "link"] },
        },
        MarkusJson.Default.MppChargeRequest));

    /// <summary>The WWW-Authenticate header of a challenge.</summary>
    public static string Challenge(PaymentChallengeRow challenge)
        => $"Payment id=\"{challenge.Name}\", realm=\"{Realm}\", method=\"{Method}\", intent=\"{Intent}\", header=\"{MppPayment.Header}\", expires=\"{Rfc3339.Write(challenge.ExpiresAt)}\", request=\"{challenge.Request}\"";

    private static X402Extra Token => new() { Name = "USD Coin", Version = "2" };
}
