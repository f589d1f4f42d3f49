using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Buying agent credits through the client.</summary>
public sealed class CreditPurchaseTests
{
    public static TheoryData<string> Protocols => ["v1", "v2", "mpp"];

    [Fact]
    public async Task Without_an_authorizer_the_exception_carries_all_offers()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Markus.Account.CreditPriceCents = 750;
        using OutreachClient client = fake.CreateClient();

        OutreachPaymentRequiredException thrown = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which;

        thrown.Operation.Should().Be("markus.credits.purchase");
        thrown.Text.Should().Be("X-PAYMENT header is required");
        thrown.Offers.X402V1!.Accepts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Scheme = "exact", Network = "base", MaxAmountRequired = "7500000", Payments.PayTo });
        thrown.Offers.X402V2!.Accepts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Scheme = "exact", Network = "eip155:8453", Amount = "7500000", Payments.PayTo });
        thrown.Offers.X402V2.Error.Should().Be("PAYMENT-SIGNATURE header is required");
        thrown.Offers.Mpp!.Challenge.Should().BeEquivalentTo(new { Realm = "markusai.dev", Method = "stripe", Intent = "charge", Header = "Payment-Authorization", Expires = fake.Clock.Now.AddMinutes(10) });
        thrown.Offers.Mpp.Charge.Should().BeEquivalentTo(new { Amount = "750", Currency = "usd" });
        thrown.Settlement.Should().BeNull();
        thrown.Problem.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task An_authorizer_buys_five_credits(string protocol)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Wallet wallet = new(protocol);

        CreditPurchase purchase = await client.Markus.Credits.PurchaseAsync(wallet);

        (purchase.CreditsPurchased, purchase.Balance, purchase.PurchasedAt).Should().Be((5, 5, fake.Clock.Now));
        purchase.Payment.Should().BeEquivalentTo(protocol == "mpp"
            ? new { Protocol = PaymentProtocol.Mpp, Amount = "500", Currency = "usd", Network = (string?)null, Payer = "did:example:dana" }
            : new { Protocol = PaymentProtocol.X402, Amount = "5000000", Currency = "USDC", Network = (string?)(protocol == "v1" ? "base" : "eip155:8453"), Payer = Payments.Payer });
        purchase.Payment.Reference.Should().MatchRegex(protocol == "mpp" ? "^pi_[A-Za-z0-9]{24}$" : "^0x[0-9a-f]{64}$");
        wallet.Asked.Should().Be(1);
        CreditBalance balance = await client.Markus.Credits.BalanceAsync();
        (balance.Balance, balance.PurchasedTotal, balance.UsedTotal, balance.LastPurchaseAt).Should().Be((5, 5, 0, fake.Clock.Now));
        balance.Package.Should().Be(new CreditPackage { Credits = 5, PriceUsd = "5.00", UsdcAmount = "5000000" });
        balance.CreditValue.Should().Be(new CreditAllowance { Campaigns = 1, Contacts = 30, Messages = 300, AiGenerations = 50 });
    }

    [Theory]
    [InlineData("v1", "X-PAYMENT-RESPONSE")]
    [InlineData("v2", "PAYMENT-RESPONSE")]
    [InlineData("mpp", "Payment-Receipt")]
    public async Task Every_protocol_gives_its_receipt(string protocol, string header)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        CreditPurchase purchase = await client.Markus.Credits.PurchaseAsync(new Wallet(protocol));

        string receipt = fake.Journal.Of("markus.credits.purchase").Single(entry => entry.Status == 200).ResponseHeaders.Single(one => one.Key == header).Value;
        string json = System.Text.Encoding.UTF8.GetString(protocol == "mpp" ? System.Buffers.Text.Base64Url.DecodeFromChars(receipt) : Convert.FromBase64String(receipt));
        json.Should().Contain(purchase.Payment.Reference).And.Contain("success");
    }

    [Fact]
    public async Task An_authorizer_that_declines_leaves_the_offers()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(new Wallet("none"))).Should().ThrowAsync<OutreachPaymentRequiredException>();

        fake.Markus.Account.Credits.Should().Be(0);
    }

    [Fact]
    public async Task A_refused_payment_is_not_tried_again()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Wallet wallet = new("declined");

        OutreachPaymentRequiredException thrown = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(wallet)).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which;

        thrown.Problem!.Type.Should().Be("https://paymentauth.org/problems/verification-failed");
        thrown.Text.Should().Be("the payment token was declined");
        thrown.Offers.Mpp.Should().NotBeNull();
        wallet.Asked.Should().Be(1);
        Sent(fake).Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_lost_answer_to_a_payment_that_went_through_is_found_in_the_balance(string protocol)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        fake.Faults.Add(new Fault { Operation = "markus.credits.purchase", Skip = 1, Effect = FaultEffect.CommitThenDrop() });

        CreditPurchase purchase = await client.Markus.Credits.PurchaseAsync(new Wallet(protocol));

        (purchase.Id, purchase.CreditsPurchased, purchase.Balance).Should().Be(("", 5, 5));
        Sent(fake).Should().Be(2);
    }

    public static TheoryData<string> Losses => ["drop", "garbage after work", "500", "504"];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task An_unclear_outcome_is_settled_by_the_balance_and_the_payment_is_never_sent_again(string loss)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        fake.Faults.Add(new Fault
        {
            Operation = "markus.credits.purchase",
            Skip = 1,
            Effect = loss switch
            {
                "drop" => FaultEffect.Drop(),
                "garbage after work" => FaultEffect.Garbage(),
                "500" => FaultEffect.Error("SERVER_001"),
                _ => FaultEffect.Error("SERVER_008"),
            },
        });
        Wallet wallet = new("v1");

        Func<Task<CreditPurchase>> buying = () => client.Markus.Credits.PurchaseAsync(wallet);

        if (loss == "garbage after work") (await buying()).Balance.Should().Be(5);
        else await buying.Should().ThrowAsync<OutreachException>();
        Sent(fake).Should().Be(2);
        fake.Markus.Account.Credits.Should().Be(loss == "garbage after work" ? 5 : 0);
    }

    [Fact]
    public async Task A_payment_that_was_sent_is_never_sent_again()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        CreditPaymentHeader payment = Payments.V1();
        Wallet wallet = new(_ => payment);
        await client.Markus.Credits.PurchaseAsync(wallet);

        await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(wallet)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*sent before*");

        Sent(fake).Should().Be(3, "the second purchase asked for offers only");
        fake.Markus.Account.Credits.Should().Be(5);
    }

    [Fact]
    public async Task A_throttled_payment_waits_and_pays_once()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        fake.Faults.Add(new Fault { Operation = "markus.credits.purchase", Skip = 1, Effect = FaultEffect.Throttle(TimeSpan.FromSeconds(5)) });

        (await client.Markus.Credits.PurchaseAsync(new Wallet("mpp"))).Balance.Should().Be(5);
    }

    [Fact]
    public async Task A_credit_pays_for_a_campaign_when_the_plan_does_not()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Markus.Account.PlanId = null;
        using OutreachClient client = fake.CreateClient();
        await client.Markus.Credits.PurchaseAsync(new Wallet("v2"));

        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "Paid", ObjectiveType = ObjectiveType.Custom });

        campaign.Funding.Should().Be(CampaignFunding.Credit);
        CreditBalance balance = await client.Markus.Credits.BalanceAsync();
        (balance.Balance, balance.PurchasedTotal, balance.UsedTotal).Should().Be((4, 5, 1));
    }

    private static int Sent(OutreachFake fake) => fake.Journal.Of("markus.credits.purchase").Count;

    private sealed class Wallet(Func<PaymentOffers, CreditPaymentHeader?> pay) : IPaymentAuthorizer
    {
        public Wallet(string protocol)
            : this(offers => protocol switch
            {
                "v1" => Payments.V1(),
                "v2" => Payments.V2(offers),
                "mpp" => Payments.Mpp(offers, externalId: "run-1"),
                "declined" => Payments.Mpp(offers, "spt_declined"),
                _ => null,
            })
        {
        }

        public int Asked { get; private set; }

        public ValueTask<CreditPaymentHeader?> AuthorizeAsync(PaymentOffers offers, CancellationToken cancellationToken)
        {
            Asked++;
            return new(pay(offers));
        }
    }
}
