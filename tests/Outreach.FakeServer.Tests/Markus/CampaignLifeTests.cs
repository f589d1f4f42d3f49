using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Section 6 of the contract, as stories.</summary>
public sealed class CampaignLifeTests
{
    [Fact]
    public async Task A_message_is_drafted_approved_sent_delivered_opened_and_answered()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync("dana+open+reply@acme.example");

        world.Message(message).Status.Should().Be(MessageStatus.Sent);
        world.Fake.Outbox.Should().ContainSingle(mail => mail.To == "dana+open+reply@acme.example" && mail.MessageId == message);
        await world.PassAsync(TimeSpan.FromSeconds(30));
        world.Message(message).Status.Should().Be(MessageStatus.Delivered);
        await world.PassAsync(TimeSpan.FromMinutes(10));
        world.Message(message).Status.Should().Be(MessageStatus.Opened);
        await world.PassAsync(TimeSpan.FromHours(1));

        JsonNode stats = await world.StatsAsync(campaign);
        stats.ToJsonString().Should().Be("""{"contacts":1,"pending_approval":0,"approved":0,"rejected":0,"sent":1,"delivered":1,"opened":1,"bounced":0,"failed":0,"replies":1,"conversations":1,"open_rate":1,"reply_rate":1,"bounce_rate":0}""");
        (await world.GetAsync($"contacts/{contact}")).Data["status"]!.GetValue<string>().Should().Be("replied");
        JsonNode conversation = (await world.GetAsync("conversations")).Items.Single()!;
        conversation["status"]!.GetValue<string>().Should().Be("needs_reply");
        conversation["last_message_preview"]!.GetValue<string>().Should().Be("Sounds great, can we talk Thursday?");
        conversation["unread_count"]!.GetValue<int>().Should().Be(1);
        world.EventTypes.Should().Equal(
            "campaign.created", "contact.created", "campaign.updated", "message.approved", "conversation.created", "message.sent", "message.delivered", "message.opened", "conversation.reply_received");
    }
}
