using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Sells agent credits: takes payments once, and only good ones.</summary>
internal sealed class CreditRules(MarkusState state)
{
    /// <summary>Credits of one purchase.</summary>
    public const int PerPurchase = 5;

    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Hex = "0123456789abcdef";
    private const string EmptyWallet = "0x000000000000000000000000000000000000dEaD";
    private static readonly TimeSpan ChallengeLife = TimeSpan.FromMinutes(10);

    /// <summary>A fresh challenge; those that nobody used in time are forgotten.</summary>
    public PaymentChallengeRow Challenge(AccountRow account)
    {
        while (state.PaymentChallengesByAge.First("") is { } oldest && oldest.ExpiresAt <= state.Now) state.PaymentChallenges.Remove(oldest);
        return state.PaymentChallenges.Add(new PaymentChallengeRow
        {
            AccountId = account.Id,
            Name = state.World.Ids.Text("markus.challenges", 22, Base58),
            Request = PaymentOffering.Charge(account.CreditPriceCents),
            Cents = account.CreditPriceCents,
            ExpiresAt = state.Now + ChallengeLife,
        });
    }

    /// <summary>Takes an x402 payment: the checks in the contract's order.</summary>
    /// <exception cref="PaymentRefusal">A check fails.</exception>
    public CreditPurchaseRow Pay(AccountRow account, X402Payment payment)
    {
        long now = state.Now.ToUnixTimeSeconds();
        string? reason =
            payment.Version != payment.Protocol ? "invalid_x402_version"
            : payment.Scheme != PaymentOffering.Scheme ? "unsupported_scheme"
            : payment.Network != payment.OfferedNetwork ? "invalid_network"
            : !payment.To.Equals(PaymentOffering.PayTo, StringComparison.OrdinalIgnoreCase) ? "invalid_exact_evm_payload_recipient_mismatch"
            : payment.Value < PaymentOffering.Usdc(account.CreditPriceCents) ? "invalid_exact_evm_payload_authorization_value"
            : now < payment.ValidAfter ? "invalid_exact_evm_payload_authorization_valid_after"
            : now >= payment.ValidBefore ? "invalid_exact_evm_payload_authorization_valid_before"
            : !payment.IsSigned ? "invalid_exact_evm_payload_signature"
            : state.CreditPurchasesBySpent.First(payment.SpentKey) is not null ? "invalid_transaction_state"
            : payment.From.Equals(EmptyWallet, StringComparison.OrdinalIgnoreCase) ? "insufficient_funds"
            : null;
        if (reason is not null) throw PaymentRefusal.X402(payment, reason);
        return Settle(account, payment.SpentKey, new CreditPayment
        {
            Protocol = PaymentProtocol.X402,
            Amount = payment.Value.ToString(CultureInfo.InvariantCulture),
            Currency = "USDC",
            Network = payment.OfferedNetwork,
            Reference = "0x" + state.World.Ids.Text("markus.transactions", 64, Hex),
            Payer = payment.From,
        });
    }

    /// <summary>Takes an MPP credential: the checks in the contract's order. Success uses the challenge up.</summary>
    /// <exception cref="PaymentRefusal">A check fails.</exception>
    public CreditPurchaseRow Pay(AccountRow account, MppPayment payment)
    {
        PaymentChallengeRow challenge = state.PaymentChallengesByName.First(payment.Id) is { } row && row.AccountId == account.Id && row.ExpiresAt > state.Now
            ? row
            : throw PaymentRefusal.Mpp("invalid-challenge", "Invalid Payment Challenge", "the challenge is unknown, expired or used");
        bool echoes = payment.Realm == PaymentOffering.Realm && payment.Intent == PaymentOffering.Intent && payment.CarriedBy == MppPayment.Header
            && payment.Request == challenge.Request && payment.Expires == challenge.ExpiresAt;
        if (!echoes) throw PaymentRefusal.Mpp("invalid-challenge", "Invalid Payment Challenge", "the credential does not echo the challenge");
        if (payment.Method != PaymentOffering.Method) throw Unverified("the payment method is not stripe");
        if (!payment.Token.StartsWith("spt_", StringComparison.Ordinal)) throw Unverified("the payment token is unknown");
        if (payment.Token.StartsWith("spt_declined", StringComparison.Ordinal)) throw Unverified("the payment token was declined");
        if (state.CreditPurchasesBySpent.First(payment.Token) is not null) throw Unverified("the payment token was used");
        state.PaymentChallenges.Remove(challenge);
        return Settle(account, payment.Token, new CreditPayment
        {
            Protocol = PaymentProtocol.Mpp,
            Amount = challenge.Cents.ToString(CultureInfo.InvariantCulture),
            Currency = "usd",
            Reference = "pi_" + state.World.Ids.Text("markus.paymentIntents", 24, Base58),
            Payer = payment.Source,
        });
    }

    /// <summary>The balance as it stands on the wire.</summary>
    public CreditBalance Balance(AccountRow account) => new()
    {
        Balance = account.Credits,
        PurchasedTotal = state.CreditPurchasesByAccount.Count(account.Id) * PerPurchase,
        UsedTotal = state.CampaignsByAccount[account.Id].Concat(state.DeletedCampaigns[account.Id]).Count(AllowanceRules.IsCredit),
        CreditValue = new CreditAllowance { Campaigns = 1, Contacts = AllowanceRules.CreditContacts, Messages = AllowanceRules.CreditMessages, AiGenerations = AllowanceRules.CreditGenerations },
        Package = new CreditPackage
        {
            Credits = PerPurchase,
            PriceUsd = (account.CreditPriceCents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            UsdcAmount = PaymentOffering.Usdc(account.CreditPriceCents).ToString(CultureInfo.InvariantCulture),
        },
        PaymentProtocols = PaymentProtocol.Known,
        LastPurchaseAt = state.CreditPurchasesByAccount.Last(account.Id)?.PurchasedAt,
    };

    private CreditPurchaseRow Settle(AccountRow account, string spent, CreditPayment payment)
    {
        AccountRow paid = state.Change(account.Id, row => row with { Credits = row.Credits + PerPurchase });
        return state.CreditPurchases.Add(new CreditPurchaseRow { AccountId = account.Id, Balance = paid.Credits, Payment = payment, Spent = spent, PurchasedAt = state.Now });
    }

    private static PaymentRefusal Unverified(string detail) => PaymentRefusal.Mpp("verification-failed", "Payment Verification Failed", detail);
}
