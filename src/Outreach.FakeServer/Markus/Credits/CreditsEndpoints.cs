using System.Buffers.Text;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Agent credits, which are paid by x402 or MPP.</summary>
internal static class CreditsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("credits.balance", Balance);
        routes.Map("credits.purchase", Purchase);
    }

    private static FakeResponse Balance(MarkusCall call) => call.Ok(call.State.Credits.Balance(call.Account), MarkusJson.Default.CreditBalance);

    private static FakeResponse Purchase(MarkusCall call)
    {
        string? v1 = call.Request.Header(X402Payment.HeaderV1);
        string? v2 = call.Request.Header(X402Payment.HeaderV2);
        string? mpp = call.Request.Header(MppPayment.Header);
        if ((v1 is null ? 0 : 1) + (v2 is null ? 0 : 1) + (mpp is null ? 0 : 1) > 1) throw MarkusError.Invalid("only one payment header may be sent");
        try
        {
            if (mpp is not null) return Paid(call, MppPayment.Read(mpp));
            if (v1 is not null) return Paid(call, X402Payment.Read(v1, 1));
            return v2 is not null ? Paid(call, X402Payment.Read(v2, 2)) : Required(call, $"{X402Payment.HeaderV1} header is required", $"{X402Payment.HeaderV2} header is required");
        }
        catch (PaymentRefusal refusal)
        {
            return Refused(call, refusal);
        }
    }

    private static FakeResponse Paid(MarkusCall call, X402Payment payment)
    {
        CreditPurchaseRow row = call.State.Credits.Pay(call.Account, payment);
        X402SettlementResponse receipt = new() { Success = true, Transaction = row.Payment.Reference, Network = payment.OfferedNetwork, Payer = payment.From };
        return View(call, row).With(payment.ReceiptHeader, Encode(receipt));
    }

    private static FakeResponse Paid(MarkusCall call, MppPayment payment)
    {
        CreditPurchaseRow row = call.State.Credits.Pay(call.Account, payment);
        MppReceipt receipt = new() { Status = "success", Method = PaymentOffering.Method, Reference = row.Payment.Reference, Timestamp = row.PurchasedAt, ExternalId = payment.ExternalId };
        return View(call, row).With("Payment-Receipt", Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(receipt, MarkusJson.Default.MppReceipt)));
    }

    private static FakeResponse View(MarkusCall call, CreditPurchaseRow row) => call.Ok(
        new CreditPurchase { Id = row.Id, CreditsPurchased = CreditRules.PerPurchase, Balance = row.Balance, Payment = row.Payment, PurchasedAt = row.PurchasedAt },
        MarkusJson.Default.CreditPurchase);

    private static FakeResponse Refused(MarkusCall call, PaymentRefusal refusal)
    {
        string error = $"Payment failed: {refusal.Message}";
        FakeResponse response = Required(call, error, error);
        if (refusal.Settlement is { } settlement) return response.With(settlement.Header, Encode(settlement.Settlement));
        return response.Copy(body: JsonBody.Write(refusal.Problem!, MarkusJson.Default.PaymentProblem), contentType: "application/problem+json");
    }

    private static FakeResponse Required(MarkusCall call, string errorV1, string errorV2)
    {
        AccountRow account = call.Account;
        return new FakeResponse
        {
            Status = 402,
            ContentType = "application/json; charset=utf-8",
            Body = JsonBody.Write(PaymentOffering.V1(account.CreditPriceCents, errorV1), MarkusJson.Default.X402PaymentRequired),
        }
            .With("Cache-Control", "no-store")
            .With("PAYMENT-REQUIRED", PaymentOffering.V2(account.CreditPriceCents, errorV2))
            .With("WWW-Authenticate", PaymentOffering.Challenge(call.State.Credits.Challenge(account)));
    }

    private static string Encode(X402SettlementResponse settlement) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(settlement, MarkusJson.Default.X402SettlementResponse));
}
