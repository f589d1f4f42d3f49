using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>What the ledger says of payments beyond the checks.</summary>
public sealed class PaymentDetailTests
{
    [Fact]
    public async Task More_than_the_price_may_be_paid_to_the_address_in_any_case_and_is_receipted_as_paid()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        payment["payload"]!["authorization"]!["value"] = "123456789012345678901234567890";
        payment["payload"]!["authorization"]!["to"] = Payments.PayTo.ToLowerInvariant();
        (int status, JsonNode body) = await PayAsync(world, payment);
        (status, (string)body["data"]!["payment"]!["amount"]!, (int)body["data"]!["credits_purchased"]!).Should().Be((200, "123456789012345678901234567890", 5));
    }

    [Fact]
    public async Task A_nonce_counts_once_over_all_accounts_and_a_refused_payment_does_not_use_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        payment["payload"]!["signature"] = "0x00";
        (await PayAsync(world, payment)).Status.Should().Be(402);
        (await PayAsync(world, V1())).Status.Should().Be(200);
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;
        (int status, JsonNode body) = await PayAsync(world, V1());
        (status, (string)body["error"]!).Should().Be((402, "Payment failed: invalid_transaction_state"));
        ((int)(await world.GetAsync("agent-credits")).Data["balance"]!).Should().Be(0);
    }

    [Fact]
    public async Task A_changed_price_holds_for_new_offers_only()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        PaymentOffers old = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which.Offers;
        fake.Markus.Account.CreditPriceCents = 900;
        (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(new Paying(Payments.V1()))).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which.Text.Should().Be("Payment failed: invalid_exact_evm_payload_authorization_value");
        (await client.Markus.Credits.PurchaseAsync(new Paying(Payments.Mpp(old)))).Payment.Amount.Should().Be("500");
        (await client.Markus.Credits.BalanceAsync()).Package.Should().Be(new CreditPackage { Credits = 5, PriceUsd = "9.00", UsdcAmount = "9000000" });
    }

    [Theory]
    [InlineData("validAfter", 0, 200)]
    [InlineData("validAfter", 1, 402)]
    [InlineData("validBefore", 0, 402)]
    [InlineData("validBefore", 1, 200)]
    public async Task An_authorization_is_valid_from_its_first_second_until_before_its_last(string member, int seconds, int status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        payment["payload"]!["authorization"]![member] = $"{world.Fake.Clock.Now.ToUnixTimeSeconds() + seconds}";
        (await PayAsync(world, payment)).Status.Should().Be(status);
    }

    [Fact]
    public async Task The_fixture_is_that_of_the_contract()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.GetAsync("agent-credits")).Data.ToJsonString().Should().Be(
            """{"balance":0,"purchased_total":0,"used_total":0,"credit_value":{"campaigns":1,"contacts":30,"messages":300,"ai_generations":50},"package":{"credits":5,"price_usd":"5.00","usdc_amount":"5000000"},"payment_protocols":["x402","mpp"],"last_purchase_at":null}""");
        JsonNode key = (await world.GetAsync("api-keys")).Items.Should().ContainSingle().Subject!;
        (key["scopes"]!.ToJsonString(), (string?)key["expires_at"]).Should().Be(("""["*"]""", null));
        (await world.GetAsync("channels/accounts")).Items.Select(item => $"{item!["channel"]} {item["status"]} {item["daily_limit"]} {item["is_default"]}").Should().Equal("email connected 200 true", "instagram connected 40 true", "twitter connected 40 true", "linkedin expired 20 true");
    }

    private static JsonObject V1() => JsonSerializer.SerializeToNode(new X402PaymentPayloadV1 { X402Version = 1, Scheme = "exact", Network = "base", Payload = Payments.Payload() }, MarkusJson.Default.X402PaymentPayloadV1)!.AsObject();

    private static async Task<(int Status, JsonNode Body)> PayAsync(MarkusWorld world, JsonObject payment)
    {
        using HttpClient http = world.Fake.CreateHttpClientWithKey("markus", world.Key);
        using HttpRequestMessage request = new(HttpMethod.Post, "agent-credits/purchase");
        request.Headers.TryAddWithoutValidation("X-PAYMENT", Payments.Base64(payment.ToJsonString()));
        using HttpResponseMessage message = await http.SendAsync(request);
        return ((int)message.StatusCode, JsonNode.Parse(await message.Content.ReadAsStringAsync())!);
    }

    private sealed class Paying(CreditPaymentHeader header) : IPaymentAuthorizer
    {
        public ValueTask<CreditPaymentHeader?> AuthorizeAsync(PaymentOffers offers, CancellationToken cancellationToken) => new(header);
    }
}
