using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class ReachkitWebhooksTests
{
    [Fact]
    public async Task All_nine_events_fire_with_ids_only_and_no_signature()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/reachkit");
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(100, inbox);
        string lead = await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(1);
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" })!;
        api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello again" });
        api.Control.Bounce(api.Fake.Outbox[0]);
        api.Control.Bounce(api.Fake.Outbox[0]);
        api.Control.Unsubscribe(api.Control.UnsubscribeToken(lead));
        api.Control.Unsubscribe(api.Control.UnsubscribeToken(lead));
        await api.Patch($"campaigns/{campaign}", """{"status":"paused"}""");
        await api.Patch($"campaigns/{campaign}", """{"status":"paused"}""");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        api.Control.SetConnection(inbox, ConnectionStatus.Error);
        api.Control.SetConnection(inbox, ConnectionStatus.Validating);
        await api.Fake.SettleAsync();

        string c = $$"""{"campaign_id":"{{campaign}}"}""";
        string l = $$"""{"lead_id":"{{lead}}","campaign_id":"{{campaign}}"}""";
        string m = $$"""{"conversation_id":"{{thread}}","inbox_id":"{{inbox}}"}""";
        sink.Received.Select(delivery => $"{Member(delivery, "event_type")} {Member(delivery, "data")} {Member(delivery, "timestamp")[14..]}").Should().Equal(
            $"campaign.launched {c} 00:00Z",
            $$"""campaign.email_sent {"campaign_id":"{{campaign}}","lead_id":"{{lead}}"} 01:00Z""",
            $"unibox.new_message {m} 01:00Z",
            $"lead.replied {l} 01:00Z",
            $"unibox.new_message {m} 01:00Z",
            $"lead.bounced {l} 01:00Z",
            $"lead.unsubscribed {l} 01:00Z",
            $"campaign.paused {c} 01:00Z",
            $"campaign.resumed {c} 01:00Z",
            $$"""inbox.disconnected {"inbox_id":"{{inbox}}"} 01:00Z""");
        sink.Received[0].Headers.Should().NotContain(header => header.Key.Contains("signature", StringComparison.OrdinalIgnoreCase));
        sink.Received[0].Header("Content-Type").Should().Be("application/json");
    }

    [Theory]
    [InlineData(0, "13:00")]
    [InlineData(1, "13:00 13:01")]
    [InlineData(2, "13:00 13:01 13:06")]
    [InlineData(3, "13:00 13:01 13:06 13:36")]
    [InlineData(9, "13:00 13:01 13:06 13:36")]
    public async Task A_failed_delivery_is_tried_again_after_1_5_and_30_minutes_with_the_same_body(int failures, string times)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        if (failures > 0) sink.AnswerNext(500, failures);
        api.Control.Workspace.AddWebhook("https://hooks.example/reachkit", "campaign.launched");
        await api.Launched();
        await api.Fake.SettleAsync();
        await api.Advance(5);
        sink.Received.Select(delivery => delivery.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(times.Split(' '));
        sink.Received.Select(delivery => delivery.Text).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Subscriptions_choose_events_belong_to_a_workspace_and_end()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.AddWorkspace().AddWebhook("https://hooks.example/other");
        string ended = api.Control.Workspace.AddWebhook("https://hooks.example/ended");
        api.Control.Workspace.AddWebhook("https://hooks.example/chosen", "campaign.paused");
        api.Control.Workspace.RemoveWebhook(ended);
        string campaign = await api.Launched();
        await api.Patch($"campaigns/{campaign}", """{"status":"paused"}""");
        await api.Fake.SettleAsync();
        sink.Received.Select(delivery => $"{delivery.EventType} {delivery.Url.AbsolutePath}").Should().Equal("campaign.paused /chosen");
        FluentActions.Invoking(() => api.Control.Workspace.AddWebhook("https://hooks.example", "lead.exploded")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task An_event_can_be_triggered_by_hand()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/reachkit");
        foreach (string type in (string[])["inbox.disconnected", "campaign.launched", "campaign.paused", "campaign.resumed", "campaign.email_sent", "lead.replied", "lead.bounced", "lead.unsubscribed", "unibox.new_message"])
            (await api.Fake.Webhooks.TriggerAsync("reachkit", type)).Should().ContainSingle().Which.EventType.Should().Be(type);
    }

    private static string Member(WebhookAttempt delivery, string name) => JsonDocument.Parse(delivery.Body).RootElement.GetProperty(name).ToString();
}
