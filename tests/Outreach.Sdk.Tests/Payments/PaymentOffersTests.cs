using System.Buffers.Text;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Payments;

/// <summary>What a 402 says, however it is written, and purchases that cannot be finished.</summary>
public sealed class PaymentOffersTests
{
    private const string Balance = """{"success":true,"data":{"balance":0,"purchased_total":0}}""";
    private const string V1 = """{"x402Version":1,"error":"X-PAYMENT header is required","accepts":[{"scheme":"exact","network":"base","maxAmountRequired":"5000000","payTo":"0x1"}]}""";
    private static readonly string Charge = Base64Url.EncodeToString("""{"amount":"500","currency":"usd","methodDetails":{"networkId":"n","paymentMethodTypes":["card"]}}"""u8);
    private static readonly string Mpp = $"Payment id=\"c1\", realm=\"markusai.dev\", method=\"stripe\", intent=\"charge\", header=\"Payment-Authorization\", expires=\"2026-03-02T09:10:00Z\", request=\"{Charge}\"";

    public static TheoryData<string, bool> Challenges() => new()
    {
        { Mpp, true },
        { $"Bearer realm=\"api\", {Mpp}", true },
        { $"{Mpp}, Bearer realm=\"api\"", true },
        { $"Basic,{Mpp.Replace(", ", ",", StringComparison.Ordinal)}", true },
        { Mpp.Replace("Payment id", "PAYMENT ID", StringComparison.Ordinal), true },
        { Mpp.Replace("=\"", " = \"", StringComparison.Ordinal), true },
        { Mpp.Replace("id=\"c1\"", "id=c1", StringComparison.Ordinal), true },
        { Mpp.Replace("\"c1\"", "\"c\\1\"", StringComparison.Ordinal), true },
        { "Bearer realm=\"Payment id=c1\"", false },
        { Mpp.Replace("id=\"c1\", ", "", StringComparison.Ordinal), false },
        { Mpp.Replace("2026-03-02T09:10:00Z", "soon", StringComparison.Ordinal), false },
        { Mpp.Replace(Charge, "!!!", StringComparison.Ordinal), false },
        { Mpp.Replace(Charge, "bm8ganNvbg", StringComparison.Ordinal), false },
        { "Payment", false },
        { "Payment id=\"", false },
        { "", false },
    };

    [Theory]
    [MemberData(nameof(Challenges))]
    public async Task A_challenge_is_read_in_every_form_that_the_header_may_have(string header, bool readable)
    {
        OutreachPaymentRequiredException thrown = await ThrownAsync(Answers.Json(402, V1, ("WWW-Authenticate", header)));

        (thrown.Offers.Mpp is not null).Should().Be(readable);
        thrown.Offers.X402V1.Should().NotBeNull("the other offers can still be paid");
        if (!readable) return;
        thrown.Offers.Mpp!.Challenge.Should().BeEquivalentTo(new { Id = "c1", Realm = "markusai.dev", Method = "stripe", Intent = "charge", Header = "Payment-Authorization", Request = Charge });
        thrown.Offers.Mpp.Charge.Amount.Should().Be("500");
    }

    [Theory]
    [InlineData("X-PAYMENT", "abc\r\n")]
    [InlineData("X-PAYMENT", "ünits")]
    [InlineData("X-PAYMENT", " ")]
    [InlineData("X-Other", "abc")]
    public void A_payment_that_could_not_travel_in_its_header_is_refused_before_it_is_left_out(string name, string value)
        => FluentActions.Invoking(() => CreditPaymentHeader.Ready(name, value)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("<html>pay</html>", "text/html")]
    [InlineData("", null)]
    [InlineData("[]", "application/json")]
    [InlineData("""{"x402Version":1,"accepts":[]}""", "application/json")]
    [InlineData("""{"x402Version":"one"}""", "application/json")]
    public async Task A_402_that_offers_nothing_is_still_the_typed_exception(string body, string? type)
    {
        OutreachPaymentRequiredException thrown = await ThrownAsync(Answers.Text(402, body, type, ("PAYMENT-REQUIRED", "%%%"), ("PAYMENT-RESPONSE", "bm8ganNvbg==")));

        thrown.Offers.Should().Be(new PaymentOffers());
        (thrown.Settlement, thrown.Problem).Should().Be((null, null));
    }

    [Fact]
    public async Task A_refused_payment_tells_its_settlement()
    {
        string settlement = Convert.ToBase64String("""{"success":false,"errorReason":"insufficient_funds","transaction":"","network":"eip155:8453","payer":"0x1"}"""u8);
        OutreachPaymentRequiredException thrown = await ThrownAsync(Answers.Json(402, V1, ("PAYMENT-RESPONSE", settlement)));

        thrown.Settlement.Should().Be(new X402SettlementResponse { ErrorReason = "insufficient_funds", Transaction = "", Network = "eip155:8453", Payer = "0x1" });
    }

    [Fact]
    public async Task A_purchase_that_is_cancelled_while_the_payer_decides_sends_no_payment()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, Balance), Answers.Json(402, V1));
        using OutreachClient client = Clients.On(handler, time);
        using CancellationTokenSource source = new();
        Payer payer = new(() =>
        {
            source.Cancel();
            return CreditPaymentHeader.Ready("X-PAYMENT", "secret-payment");
        });

        await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(payer, cancellationToken: source.Token)).Should().ThrowAsync<OperationCanceledException>();

        handler.Sent.Should().HaveCount(2).And.NotContain(request => request.Headers.ContainsKey("X-PAYMENT"));
    }

    [Fact]
    public async Task An_unclear_outcome_whose_balance_cannot_be_read_stays_the_first_failure()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, Balance), Answers.Json(402, V1), Answers.Refused, Answers.Error(401, "APIKEY_003"));
        using OutreachClient client = Clients.On(handler, time);

        OutreachConnectionException thrown = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(new Payer(() => CreditPaymentHeader.Ready("X-PAYMENT", "secret-payment"))))
            .Should().ThrowAsync<OutreachConnectionException>()).Which;

        thrown.ToString().Should().NotContain("secret-payment");
        handler.Sent.Count(request => request.Headers.ContainsKey("X-PAYMENT")).Should().Be(1);
    }

    [Theory]
    [InlineData("X-PAYMENT", " ")]
    [InlineData("Authorization", "Bearer x")]
    public void A_payment_goes_in_a_payment_header_only(string name, string value)
        => FluentActions.Invoking(() => CreditPaymentHeader.Ready(name, value)).Should().Throw<ArgumentException>();

    private static async Task<OutreachPaymentRequiredException> ThrownAsync(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, answer);
        using OutreachClient client = Clients.On(handler, time);
        OutreachPaymentRequiredException thrown = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which;
        handler.Sent.Should().ContainSingle("a 402 is not repeated");
        return thrown;
    }

    private sealed class Payer(Func<CreditPaymentHeader?> pay) : IPaymentAuthorizer
    {
        public ValueTask<CreditPaymentHeader?> AuthorizeAsync(PaymentOffers offers, CancellationToken cancellationToken) => new(pay());
    }
}
