using System.Globalization;
using System.Text.Json.Nodes;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The times of Markus are whole seconds: what the wire shows is what holds, wherever within a second the clock stands.</summary>
public sealed class WholeSecondTests
{
    [Fact]
    public async Task A_challenge_that_was_given_within_a_second_can_be_paid()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        await fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(250));
        OutreachPaymentRequiredException required = (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which;
        await fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(500));
        CreditPurchase bought = await client.Markus.Credits.PurchaseAsync(new Wallet(Payments.Mpp(required.Offers)));
        bought.Balance.Should().Be(5);
    }

    [Fact]
    public async Task A_message_is_sent_at_the_time_that_it_is_scheduled_for()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-02T10:00:00.75Z\",\"end_date\":\"2026-03-02T11:00:00.5Z\"");
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string message = (await world.PendingAsync()).Single();
        string slot = (string)(await world.ApproveAsync(message)).Data["scheduled_at"]!;
        await world.PassToAsync(slot);
        world.Message(message).Status.Should().Be(MessageStatus.Sent, $"it is {slot}");
        await world.PassToAsync((string)(await world.GetAsync($"campaigns/{campaign}")).Data["end_date"]!);
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["status"]!).Should().Be("completed");
    }

    [Fact]
    public async Task A_key_expires_at_the_time_that_is_shown()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer key = await world.PostAsync("api-keys", """{"name":"x","scopes":["*"],"expires_at":"2026-03-02T10:00:00.9Z"}""");
        await world.PassToAsync((string)key.Data["expires_at"]!);
        (await world.SendAsync("GET", "auth/me", authorization: $"Bearer {(string)key.Data["key"]!}")).Code.Should().Be("APIKEY_002");
        (await world.PostAsync("api-keys", """{"name":"x","scopes":["*"],"expires_at":"2026-03-02T10:00:00.9Z"}""")).Fields.Should().Equal("expires_at");
    }

    [Fact]
    public async Task What_was_read_changes_nothing_when_it_is_written_back()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-02T10:00:00.75Z\",\"end_date\":\"2026-03-12T11:00:00.5+01:00\",\"venue\":{\"artist_name\":\"a\"}", "venue_dj");
        string contact = await world.ContactAsync(campaign, "dana@acme.example", "\"social\":{\"twitter\":\"d\"},\"location\":{\"city\":\"Oslo\"},\"tags\":[\"a\"],\"custom_fields\":{\"k\":\"v\"}");
        string webhook = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["message.sent"]}""")).Id;
        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.Events.Clear();
        foreach (string path in (string[])[$"campaigns/{campaign}", $"contacts/{contact}", $"webhooks/{webhook}"])
        {
            string before = (await world.GetAsync(path)).Data.ToJsonString();
            MarkusAnswer answer = await world.PatchAsync(path, before);
            answer.Status.Should().Be(200, answer.Text);
            (await world.GetAsync(path)).Data.ToJsonString().Should().Be(before);
        }

        world.EventTypes.Should().BeEmpty();
    }

    [Fact]
    public async Task Everything_keeps_to_the_seconds_that_are_shown()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = DateTimeOffset.Parse("2026-03-02T09:00:00.9Z", CultureInfo.InvariantCulture) });
        (_, string contact, string message) = await world.SentAsync("dana+open+reply@acme.example");
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["last_contacted_at"]!).Should().Be("2026-03-02T09:00:00Z");
        string job = (await world.PostAsync("discovery/search", """{"query":"bars","sources":["web"]}""")).Id;
        await world.PassToAsync("2026-03-02T09:00:02Z");
        ((string)(await world.GetAsync($"discovery/jobs/{job}")).Data["status"]!).Should().Be("running");
        await world.PassToAsync("2026-03-02T09:00:30Z");
        world.Message(message).Status.Should().Be(MessageStatus.Delivered);
        await world.PassToAsync("2026-03-02T10:00:00Z");
        JsonNode conversation = (await world.GetAsync($"conversations/{world.Message(message).ConversationId}")).Data;
        ((long)conversation["engagement"]!["first_response_seconds"]!, (string)conversation["last_message_at"]!).Should().Be((3600, "2026-03-02T10:00:00Z"));
        MarkusBooks.Faults(world).Should().BeEmpty();
    }

    [Theory]
    [InlineData("W. Europe Standard Time")]
    [InlineData("Eastern Standard Time")]
    [InlineData("../zoneinfo/UTC")]
    [InlineData("/usr/share/zoneinfo/UTC")]
    [InlineData(" UTC")]
    [InlineData("Europe/Berlin ")]
    [InlineData("europe/Berlin\\u0000")]
    [InlineData("GMT+25:00")]
    public async Task A_time_zone_has_an_IANA_name(string zone)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.PostAsync("campaigns", $$$"""{"name":"x","objective_type":"custom","settings":{"timezone":"{{{zone}}}"}}""")).Fields.Should().Equal("settings.timezone");
    }

    private sealed class Wallet(CreditPaymentHeader payment) : IPaymentAuthorizer
    {
        public ValueTask<CreditPaymentHeader?> AuthorizeAsync(PaymentOffers offers, CancellationToken cancellationToken) => new(payment);
    }
}
