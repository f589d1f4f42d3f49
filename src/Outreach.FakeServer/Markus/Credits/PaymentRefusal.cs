using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Why a payment was not taken; becomes a 402 with fresh offers.</summary>
internal sealed class PaymentRefusal : Exception
{
    private PaymentRefusal(string message) : base(message)
    {
    }

    /// <summary>The response header of a failed settlement, and its content; null for MPP.</summary>
    public (string Header, X402SettlementResponse Settlement)? Settlement { get; private init; }

    /// <summary>The problem document of an MPP credential; null for x402.</summary>
    public PaymentProblem? Problem { get; private init; }

    /// <summary>An x402 payment that fails a check.</summary>
    public static PaymentRefusal X402(X402Payment payment, string reason) => new(reason)
    {
        Settlement = (payment.ReceiptHeader, new X402SettlementResponse { Success = false, ErrorReason = reason, Transaction = "", Network = payment.OfferedNetwork, Payer = payment.From }),
    };

    /// <summary>An MPP credential that fails a check.</summary>
    public static PaymentRefusal Mpp(string problem, string title, string detail) => new(detail)
    {
        Problem = new PaymentProblem { Type = $"https://paymentauth.org/problems/{problem}", Title = title, Status = 402, Detail = detail },
    };
}
