using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The payment checks of section 5, row by row.</summary>
public sealed class PaymentCheckTests
{
    /// <summary>A change of one member of a good payment, and the reason that it is refused for; each also breaks every later row that it can.</summary>
    public static TheoryData<string, string, string> X402Rows() => new()
    {
        { "x402Version", "3", "invalid_x402_version" },
        { "scheme", "\"upto\"", "unsupported_scheme" },
        { "network", "\"solana\"", "invalid_network" },
        { "to", "\"0x0000000000000000000000000000000000000001\"", "invalid_exact_evm_payload_recipient_mismatch" },
        { "value", "\"4999999\"", "invalid_exact_evm_payload_authorization_value" },
        { "validAfter", "\"1772442001\"", "invalid_exact_evm_payload_authorization_valid_after" },
        { "validBefore", "\"1772442000\"", "invalid_exact_evm_payload_authorization_valid_before" },
        { "signature", "\"0x1234\"", "invalid_exact_evm_payload_signature" },
        { "signature", $"\"0x{new string('0', 130)}\"", "invalid_exact_evm_payload_signature" },
        { "from", "\"0x000000000000000000000000000000000000dEaD\"", "insufficient_funds" },
    };

    [Theory]
    [MemberData(nameof(X402Rows))]
    public async Task A_version_1_payment_that_fails_a_check_is_told_which(string member, string value, string reason)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        Set(payment, member, value);

        MarkusAnswer answer = await PayAsync(world, "X-PAYMENT", Payments.Base64(payment.ToJsonString()));

        answer.Status.Should().Be(402, answer.Text);
        ((string)answer.Body["error"]!).Should().Be($"Payment failed: {reason}");
        JsonNode settlement = Decoded(answer.Header("X-PAYMENT-RESPONSE")!);
        ((bool)settlement["success"]!, (string)settlement["errorReason"]!, (string)settlement["transaction"]!, (string)settlement["network"]!).Should().Be((false, reason, "", "base"));
        await ShouldOfferAsync(world, answer);
        (await BalanceAsync(world)).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(X402Rows))]
    public async Task A_version_2_payment_that_fails_a_check_is_told_which(string member, string value, string reason)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = await V2Async(world);
        Set(payment, member, value);

        MarkusAnswer answer = await PayAsync(world, "PAYMENT-SIGNATURE", Payments.Base64(payment.ToJsonString()));

        answer.Status.Should().Be(402, answer.Text);
        ((string)answer.Body["error"]!).Should().Be($"Payment failed: {reason}");
        JsonNode settlement = Decoded(answer.Header("PAYMENT-RESPONSE")!);
        ((bool)settlement["success"]!, (string)settlement["errorReason"]!, (string)settlement["network"]!).Should().Be((false, reason, "eip155:8453"));
        answer.Header("X-PAYMENT-RESPONSE").Should().BeNull();
        await ShouldOfferAsync(world, answer);
        (await BalanceAsync(world)).Should().Be(0);
    }

    [Fact]
    public async Task The_first_failing_check_answers()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        List<string> reasons = [];
        List<(string Member, string Value)> rows = [.. X402Rows().Select(row => (row.Data.Item1, row.Data.Item2))];
        foreach ((string member, string value) in Enumerable.Reverse(rows))
        {
            Set(payment, member, value);
            reasons.Add((string)(await PayAsync(world, "X-PAYMENT", Payments.Base64(payment.ToJsonString()))).Body["error"]!);
        }

        reasons.Should().Equal(Enumerable.Reverse(X402Rows().Select(row => "Payment failed: " + row.Data.Item3).ToList()));
    }

    [Theory]
    [InlineData("X-PAYMENT", "%%%")]
    [InlineData("X-PAYMENT", "bm8ganNvbg==")]
    [InlineData("X-PAYMENT", "W10=")]
    [InlineData("PAYMENT-SIGNATURE", "e30=")]
    public async Task A_header_that_cannot_be_read_is_a_bad_request(string header, string value)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await PayAsync(world, header, value);

        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Theory]
    [InlineData("scheme")]
    [InlineData("network")]
    [InlineData("signature")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("value")]
    [InlineData("validAfter")]
    [InlineData("validBefore")]
    [InlineData("nonce")]
    public async Task A_payment_that_lacks_a_member_is_a_bad_request(string member)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        Owner(payment, member).Remove(member);

        MarkusAnswer answer = await PayAsync(world, "X-PAYMENT", Payments.Base64(payment.ToJsonString()));

        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Fact]
    public async Task Two_payment_headers_are_a_bad_request()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await PayAsync(world, "X-PAYMENT", Payments.Base64(V1().ToJsonString()), ("PAYMENT-SIGNATURE", "e30="));

        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
        (await BalanceAsync(world)).Should().Be(0);
    }

    [Fact]
    public async Task A_nonce_pays_once_in_either_version_whatever_its_case()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject payment = V1();
        Set(payment, "nonce", $"\"0x{new string('A', 64)}\"");
        MarkusAnswer first = await PayAsync(world, "X-PAYMENT", Payments.Base64(payment.ToJsonString()));
        first.Status.Should().Be(200, first.Text);
        JsonObject again = await V2Async(world);
        Set(again, "nonce", $"\"0x{new string('a', 64)}\"");

        MarkusAnswer second = await PayAsync(world, "PAYMENT-SIGNATURE", Payments.Base64(again.ToJsonString()));

        ((string)second.Body["error"]!).Should().Be("Payment failed: invalid_transaction_state");
        (await BalanceAsync(world)).Should().Be(5);
    }

    [Theory]
    [InlineData("id", "\"another\"", "invalid-challenge")]
    [InlineData("realm", "\"elsewhere\"", "invalid-challenge")]
    [InlineData("intent", "\"session\"", "invalid-challenge")]
    [InlineData("request", "\"e30\"", "invalid-challenge")]
    [InlineData("header", "\"Authorization\"", "invalid-challenge")]
    [InlineData("expires", "\"2026-03-02T09:11:00Z\"", "invalid-challenge")]
    [InlineData("expires", "\"soon\"", "malformed-credential")]
    [InlineData("method", "\"tempo\"", "verification-failed")]
    [InlineData("spt", "\"tok_1\"", "verification-failed")]
    [InlineData("spt", "\"spt_declined_card\"", "verification-failed")]
    [InlineData("spt", "7", "malformed-credential")]
    public async Task An_MPP_credential_that_fails_a_check_gets_a_problem_and_a_fresh_challenge(string member, string value, string problem)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject credential = await CredentialAsync(world);
        JsonObject owner = member == "spt" ? credential["payload"]!.AsObject() : credential["challenge"]!.AsObject();
        owner[member] = JsonNode.Parse(value);

        MarkusAnswer answer = await PayAsync(world, "Payment-Authorization", "Payment " + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(credential.ToJsonString())));

        answer.Status.Should().Be(402, answer.Text);
        answer.Message.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        ((string)answer.Body["type"]!).Should().Be($"https://paymentauth.org/problems/{problem}");
        answer.Header("WWW-Authenticate").Should().StartWith("Payment id=\"").And.NotContain((string)credential["challenge"]!["id"]!);
        answer.Header("Payment-Receipt").Should().BeNull();
        answer.Header("Cache-Control").Should().Be("no-store");
        answer.Header("PAYMENT-REQUIRED").Should().NotBeNull();
        (await BalanceAsync(world)).Should().Be(0);
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Payment !!!")]
    [InlineData("Payment bm8ganNvbg")]
    public async Task An_MPP_header_that_cannot_be_read_is_malformed(string header)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await PayAsync(world, "Payment-Authorization", header);

        ((string)answer.Body["type"]!).Should().Be("https://paymentauth.org/problems/malformed-credential");
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task A_challenge_lives_ten_minutes(int seconds, bool lives)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject credential = await CredentialAsync(world);
        await world.PassAsync(TimeSpan.FromSeconds(seconds));

        MarkusAnswer answer = await PayAsync(world, "Payment-Authorization", "Payment " + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(credential.ToJsonString())));

        answer.Status.Should().Be(lives ? 200 : 402, answer.Text);
    }

    [Fact]
    public async Task A_challenge_is_used_up_by_success_only_and_a_token_pays_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject credential = await CredentialAsync(world);
        credential["payload"]!["spt"] = "spt_declined";
        (await PayAsync(world, credential)).Status.Should().Be(402);
        credential["payload"]!["spt"] = "spt_1";
        (await PayAsync(world, credential)).Status.Should().Be(200);
        credential["payload"]!["spt"] = "spt_2";
        ((string)(await PayAsync(world, credential)).Body["type"]!).Should().EndWith("invalid-challenge");

        JsonObject fresh = await CredentialAsync(world);
        MarkusAnswer reused = await PayAsync(world, fresh);

        ((string)reused.Body["type"]!, (string)reused.Body["detail"]!).Should().Be(("https://paymentauth.org/problems/verification-failed", "the payment token was used"));
        (await BalanceAsync(world)).Should().Be(5);
    }

    [Fact]
    public async Task A_challenge_belongs_to_the_account_that_got_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        JsonObject credential = await CredentialAsync(world);
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;

        ((string)(await PayAsync(world, credential)).Body["type"]!).Should().EndWith("invalid-challenge");
    }

    private static JsonObject V1() => JsonSerializer.SerializeToNode(new X402PaymentPayloadV1 { X402Version = 1, Scheme = "exact", Network = "base", Payload = Payments.Payload() }, MarkusJson.Default.X402PaymentPayloadV1)!.AsObject();

    private static async Task<JsonObject> V2Async(MarkusWorld world)
        => JsonSerializer.SerializeToNode(new X402PaymentPayloadV2 { X402Version = 2, Accepted = (await OffersAsync(world)).X402V2!.Accepts[0], Payload = Payments.Payload() }, MarkusJson.Default.X402PaymentPayloadV2)!.AsObject();

    private static async Task<JsonObject> CredentialAsync(MarkusWorld world)
        => JsonSerializer.SerializeToNode(new MppCredential { Challenge = (await OffersAsync(world)).Mpp!.Challenge, Payload = new MppStripePayload { Spt = "spt_1" } }, MarkusJson.Default.MppCredential)!.AsObject();

    private static async Task<PaymentOffers> OffersAsync(MarkusWorld world)
    {
        using OutreachClient client = world.Fake.CreateClient(options => options.Markus.ApiKey = world.Key);
        return (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which.Offers;
    }

    private static void Set(JsonObject payment, string member, string value) => Owner(payment, member)[member] = JsonNode.Parse(value);

    private static JsonObject Owner(JsonObject payment, string member)
    {
        if (member == "x402Version") return payment;
        if (member == "signature") return payment["payload"]!.AsObject();
        if (member is "scheme" or "network") return (payment["accepted"] ?? payment).AsObject();
        return payment["payload"]!["authorization"]!.AsObject();
    }

    private static Task<MarkusAnswer> PayAsync(MarkusWorld world, JsonObject credential)
        => PayAsync(world, "Payment-Authorization", "Payment " + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(credential.ToJsonString())));

    private static async Task<MarkusAnswer> PayAsync(MarkusWorld world, string header, string value, params (string Name, string Value)[] more)
    {
        using HttpClient http = world.Fake.CreateHttpClientWithKey("markus", world.Key);
        using HttpRequestMessage request = new(HttpMethod.Post, "agent-credits/purchase");
        request.Headers.TryAddWithoutValidation(header, value).Should().BeTrue();
        foreach ((string name, string text) in more) request.Headers.TryAddWithoutValidation(name, text);
        HttpResponseMessage message = await http.SendAsync(request);
        return new MarkusAnswer((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message);
    }

    private static async Task<int> BalanceAsync(MarkusWorld world) => (int)(await world.GetAsync("agent-credits")).Data["balance"]!;

    private static JsonNode Decoded(string base64) => JsonNode.Parse(Convert.FromBase64String(base64))!;

    private static async Task ShouldOfferAsync(MarkusWorld world, MarkusAnswer answer)
    {
        answer.Header("Cache-Control").Should().Be("no-store");
        answer.Header("WWW-Authenticate").Should().StartWith("Payment id=\"");
        ((string)Decoded(answer.Header("PAYMENT-REQUIRED")!)["accepts"]![0]!["amount"]!).Should().Be("5000000");
        ((string)answer.Body["accepts"]![0]!["maxAmountRequired"]!).Should().Be((string)(await world.GetAsync("agent-credits")).Data["package"]!["usdc_amount"]!);
    }
}
