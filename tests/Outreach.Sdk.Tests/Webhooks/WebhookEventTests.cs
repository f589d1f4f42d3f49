using System.Text;
using System.Text.Json;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Sdk.Tests.Webhooks;

public sealed class WebhookEventTests
{
    private const string Opened = """{"id":"evt_1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f","type":"message.opened","created_at":"2026-03-02T09:15:00Z","data":{"id":"7d3c2f0e-5b1a-4c8e-9f47-2a6b8c1d0e11","status":"opened","channel":"email","opened_at":"2026-03-02T09:15:00Z"}}""";

    [Fact]
    public void An_event_of_a_known_type_is_typed()
    {
        MessageOpenedEvent opened = WebhookEvent.Parse(Encoding.UTF8.GetBytes(Opened)).Should().BeOfType<MessageOpenedEvent>().Subject;

        opened.Id.Should().Be("evt_1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f");
        opened.Type.Should().Be(WebhookEventType.MessageOpened);
        opened.CreatedAt.Should().Be(new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero));
        opened.Data.Status.Should().Be(MessageStatus.Opened);
        opened.Data.OpenedAt.Should().Be(opened.CreatedAt);
        opened.Data.SequenceStep.Should().BeNull();
    }

    [Fact]
    public void New_members_and_new_values_of_enums_disturb_nothing()
    {
        string tomorrow = Opened.Replace("\"status\":\"opened\"", "\"status\":\"framed\",\"mood\":{\"score\":[1]}", StringComparison.Ordinal).Replace("\"data\"", "\"region\":\"eu\",\"data\"", StringComparison.Ordinal);

        WebhookEvent.Parse(Encoding.UTF8.GetBytes(tomorrow)).Should().BeOfType<MessageOpenedEvent>().Which.Data.Status.Value.Should().Be("framed");
    }

    [Fact]
    public void An_event_of_an_unknown_type_keeps_its_JSON()
    {
        UnknownWebhookEvent unknown = WebhookEvent.Parse("""{"data":[1,2],"type":"campaign.cloned","id":"evt_9","created_at":"2026-03-02T10:15:00+01:00"}"""u8).Should().BeOfType<UnknownWebhookEvent>().Subject;

        unknown.Id.Should().Be("evt_9");
        unknown.Type.Value.Should().Be("campaign.cloned");
        unknown.CreatedAt.Should().Be(new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero));
        unknown.Json.GetProperty("data")[1].GetInt32().Should().Be(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message.opened\"")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1","type":"message.opened"}""")]
    [InlineData("""{"id":"evt_1","type":"message.opened","data":null}""")]
    [InlineData("""{"id":"evt_1","type":"message.opened","data":[]}""")]
    [InlineData("""{"id":"evt_1","type":"message.opened","data":{"id":5}}""")]
    [InlineData("""{"id":"evt_1","type":"message.opened","data":{"id":"m1"},"data":null}""")]
    [InlineData("""{"id":"evt_1","type":"message.opened","created_at":"yesterday","data":{}}""")]
    [InlineData("""{"id":"evt_1","type":null,"data":{}}""")]
    [InlineData("""{"id":"evt_1","type":7,"data":{}}""")]
    [InlineData("""{"id":"","type":"message.opened","data":{}}""")]
    [InlineData("""{"id":null,"type":"message.opened","data":{}}""")]
    [InlineData("""{"type":"campaign.cloned","data":{}}""")]
    [InlineData("""{"id":"\ud800","type":"campaign.cloned","data":{}}""")]
    [InlineData("""{"id":"evt_1","type":"campaign.cloned","data":{}} {}""")]
    [InlineData("""{"id":"evt_1","type":"campaign.cloned","data":{}}}""")]
    [InlineData("""{"id":"evt_1","type":"campaign.cloned",}""")]
    [InlineData("<html></html>")]
    public void What_is_no_event_is_refused_as_JSON(string body)
    {
        FluentActions.Invoking(() => WebhookEvent.Parse(Encoding.UTF8.GetBytes(body))).Should().Throw<JsonException>();
        WebhookEvent.TryParse(Encoding.UTF8.GetBytes(body), out WebhookEvent? none).Should().BeFalse();
        none.Should().BeNull();
    }

    [Fact]
    public void Depth_without_end_is_refused()
        => WebhookEvent.TryParse(Encoding.UTF8.GetBytes($$"""{"id":"evt_1","type":"campaign.cloned","data":{{new string('[', 100_000)}}"""), out _).Should().BeFalse();

    [Fact]
    public void No_mutation_of_an_event_throws_anything_but_a_JsonException()
    {
        byte[] original = Encoding.UTF8.GetBytes(Opened);
        byte[] odd = [0, (byte)'"', (byte)'\\', (byte)'{', (byte)'}', (byte)'[', (byte)',', (byte)'u', 0x80, 0xC3, 0xFF];
        for (int at = 0; at < original.Length; at++)
        {
            foreach (byte value in odd)
            {
                byte[] changed = [.. original];
                changed[at] = value;
                FluentActions.Invoking(() => WebhookEvent.TryParse(changed, out _)).Should().NotThrow();
                FluentActions.Invoking(() => ReachkitWebhookEvent.TryParse(changed, out _)).Should().NotThrow();
            }

            WebhookEvent.TryParse(original.AsSpan(0, at), out _).Should().BeFalse();
        }
    }

    [Fact]
    public void A_Reachkit_event_is_typed_though_nobody_signed_it()
    {
        LeadEvent replied = ReachkitWebhookEvent.Parse("""{"event_type":"lead.replied","data":{"lead_id":"l1","campaign_id":"c1","extra":1},"timestamp":"2026-05-13T15:42:09Z"}"""u8).Should().BeOfType<LeadEvent>().Subject;

        replied.EventType.Should().Be(ReachkitWebhookEventType.LeadReplied);
        replied.Data.Should().Be(new LeadEventData { LeadId = "l1", CampaignId = "c1" });
        replied.Timestamp.Should().Be(new DateTimeOffset(2026, 5, 13, 15, 42, 9, TimeSpan.Zero));
    }

    [Fact]
    public void A_Reachkit_event_of_an_unknown_type_keeps_its_JSON()
        => ReachkitWebhookEvent.Parse("""{"event_type":"lead.cloned","data":"x","timestamp":"2026-05-13T15:42:09Z"}"""u8).Should().BeOfType<UnknownReachkitWebhookEvent>().Which.Json.GetProperty("data").GetString().Should().Be("x");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"event_type":"lead.replied","timestamp":"2026-05-13T15:42:09Z"}""")]
    [InlineData("""{"event_type":["lead.replied"],"data":{},"timestamp":"2026-05-13T15:42:09Z"}""")]
    public void What_is_no_Reachkit_event_is_refused_as_JSON(string body)
    {
        FluentActions.Invoking(() => ReachkitWebhookEvent.Parse(Encoding.UTF8.GetBytes(body))).Should().Throw<JsonException>();
        ReachkitWebhookEvent.TryParse(Encoding.UTF8.GetBytes(body), out _).Should().BeFalse();
    }
}
