using System.Globalization;
using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Sending slots: window, time zone, both daily limits.</summary>
public sealed class SendPlanTests
{
    [Theory]
    [InlineData("2026-03-02T09:00:00Z", "UTC", "09:00", "17:00", "mon", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T08:59:59Z", "UTC", "09:00", "17:00", "mon", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T16:59:59Z", "UTC", "09:00", "17:00", "mon", "2026-03-02T16:59:59Z")]
    [InlineData("2026-03-02T17:00:00Z", "UTC", "09:00", "17:00", "mon", "2026-03-09T09:00:00Z")]
    [InlineData("2026-03-02T17:00:00Z", "UTC", "09:00", "17:00", "mon,tue", "2026-03-03T09:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", "America/New_York", "09:00", "17:00", "mon", "2026-03-02T14:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", "Asia/Tokyo", "09:00", "17:00", "tue", "2026-03-03T00:00:00Z")]
    // Berlin leaves out 02:00-03:00 on 29 March 2026: a window that begins in the gap begins when it ends.
    [InlineData("2026-03-28T23:00:00Z", "Europe/Berlin", "02:30", "04:00", "sun", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "Europe/Berlin", "09:00", "17:00", "sun", "2026-03-29T07:00:00Z")]
    // A window that lies wholly within the gap does not open on that day.
    [InlineData("2026-03-28T12:00:00Z", "Europe/Berlin", "02:00", "03:00", "sun", "2026-04-05T00:00:00Z")]
    // 02:00-03:00 comes twice on 25 October 2026: the first one counts.
    [InlineData("2026-10-24T12:00:00Z", "Europe/Berlin", "02:30", "04:00", "sun", "2026-10-25T00:30:00Z")]
    public async Task A_slot_is_the_first_instant_within_the_window(string now, string zone, string start, string end, string days, string slot)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) });
        string campaign = await world.CampaignAsync(Window(zone, start, end, days));
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string id = (await world.PendingAsync()).Single();
        ((string)(await world.ApproveAsync(id)).Data["scheduled_at"]!).Should().Be(slot);
        await world.PassToAsync(slot);
        world.Message(id).Status.Should().Be(MessageStatus.Sent);
        world.Message(id).SentAt.Should().Be(DateTimeOffset.Parse(slot, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_campaign_sends_no_more_than_its_limit_on_a_local_day()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":2}");
        for (int i = 0; i < 5; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.State.Messages.Select(message => message.ScheduledAt ?? message.SentAt).Should().Equal(At("2026-03-02T09:00:00Z"), At("2026-03-02T09:00:00Z"), At("2026-03-03T09:00:00Z"), At("2026-03-03T09:00:00Z"), At("2026-03-04T09:00:00Z"));
        world.Fake.Clock.Pending.Count(pending => pending.Kind == "markus.slot").Should().Be(1, "a campaign waits with one job");
        world.Fake.Outbox.Should().HaveCount(2);
        await world.PassToAsync("2026-03-03T09:00:00Z");
        world.Fake.Outbox.Should().HaveCount(4);
        await world.PassToAsync("2026-03-04T09:00:00Z");
        world.Fake.Outbox.Should().HaveCount(5);
    }

    [Fact]
    public async Task Two_campaigns_share_the_limit_of_a_connected_account()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 3);
        List<string> campaigns = [];
        for (int n = 0; n < 2; n++)
        {
            string campaign = await world.CampaignAsync();
            campaigns.Add(campaign);
            for (int i = 0; i < 2; i++) await world.ContactAsync(campaign, $"c{n}{i}@acme.example");
            await world.ActivateAsync(campaign);
        }

        await world.ApproveAllAsync();
        world.Fake.Outbox.Should().HaveCount(3);
        world.State.Messages.Single(message => message.Status == MessageStatus.Approved).ScheduledAt.Should().Be(At("2026-03-03T09:00:00Z"));
        await world.PassToAsync("2026-03-03T09:00:00Z");
        world.Fake.Outbox.Should().HaveCount(4);
        world.Fake.Outbox.Count(mail => mail.CampaignId == campaigns[0]).Should().Be(2);
    }

    [Fact]
    public async Task The_limit_of_an_account_is_that_of_a_UTC_day()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-02T22:00:00Z") });
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 1);
        string campaign = await world.CampaignAsync(Window("Australia/Sydney", "09:00", "17:00", "mon,tue,wed,thu,fri"));
        for (int i = 0; i < 3; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.State.Messages.Select(message => message.ScheduledAt ?? message.SentAt).Should().Equal(At("2026-03-02T22:00:00Z"), At("2026-03-03T00:00:00Z"), At("2026-03-04T00:00:00Z"));
    }

    [Fact]
    public async Task A_slot_that_becomes_free_is_given_to_the_next_approval()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\",\"settings\":{\"daily_send_limit\":1}");
        List<string> contacts = [];
        for (int i = 0; i < 3; i++) contacts.Add(await world.ContactAsync(campaign, $"c{i}@acme.example"));
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        await world.ApproveAsync(pending[0]);
        await world.ApproveAsync(pending[1]);
        world.Message(pending[1]).ScheduledAt.Should().Be(At("2026-03-04T09:00:00Z"), "nothing is sent before the start date");
        await world.DeleteAsync($"contacts/{contacts[0]}");
        await world.ApproveAsync(pending[2]);
        world.Message(pending[2]).ScheduledAt.Should().Be(At("2026-03-03T09:00:00Z"));
    }

    [Fact]
    public async Task A_pause_empties_the_plan_and_a_resumption_fills_it_in_order_of_approval()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        for (int i = 0; i < 4; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        await world.ApproveAsync(pending[0]);
        await world.ApproveAsync(pending[2]);
        await world.ApproveAsync(pending[1]);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        world.State.Messages.Should().OnlyContain(message => message.ScheduledAt == null);
        ((string?)(await world.ApproveAsync(pending[3])).Data["scheduled_at"]).Should().BeNull("the campaign is paused");
        await world.PassToAsync("2026-03-10T10:00:00Z");
        world.Fake.Outbox.Should().HaveCount(1);
        await world.ActivateAsync(campaign);
        world.Message(pending[2]).SentAt.Should().Be(At("2026-03-10T10:00:00Z"));
        world.Message(pending[1]).ScheduledAt.Should().Be(At("2026-03-11T09:00:00Z"));
        world.Message(pending[3]).ScheduledAt.Should().Be(At("2026-03-12T09:00:00Z"));
        await world.PassToAsync("2026-03-12T09:00:00Z");
        world.Fake.Outbox.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_change_of_the_window_plans_anew()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        for (int i = 0; i < 3; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        await world.PatchAsync($"campaigns/{campaign}", """{"settings":{"daily_send_limit":50,"send_window":{"days":["wed"],"start":"10:00","end":"11:00"}}}""");
        world.State.Messages.Where(message => message.Status == MessageStatus.Approved).Should().HaveCount(2).And.OnlyContain(message => message.ScheduledAt == At("2026-03-04T10:00:00Z"));
        await world.PassToAsync("2026-03-04T10:00:00Z");
        world.Fake.Outbox.Should().HaveCount(3);
    }

    [Fact]
    public async Task Without_a_connected_account_a_message_fails_in_its_slot()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\",\"channels\":[\"linkedin\"]");
        (await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","social":{"linkedin":"dana"}}""")).Status.Should().Be(201);
        await world.ActivateAsync(campaign);
        string id = (await world.PendingAsync()).Single();
        await world.ApproveAsync(id);
        await world.PassToAsync("2026-03-03T09:00:00Z");
        world.Message(id).Status.Should().Be(MessageStatus.Failed);
        (world.Message(id).Failure!.Code, world.Message(id).Failure!.Message).Should().Be(("MSG_001", "no connected account"));
        world.State.Notifications.Select(notice => notice.Type.Value).Should().Equal("messages_pending_approval", "message_failed");
        JsonNode stats = await world.StatsAsync(campaign);
        ((int)stats["failed"]!, (int)stats["approved"]!, (int)stats["sent"]!).Should().Be((1, 0, 0));
        world.Fake.Markus.Account.SetChannel(Channel.LinkedIn, ConnectedAccountStatus.Connected);
        (await world.PostAsync($"messages/{id}/retry")).Data["status"]!.GetValue<string>().Should().Be("sent");
    }

    [Fact]
    public async Task A_slot_keeps_the_limits_that_hold_when_it_is_reached()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\"");
        for (int i = 0; i < 3; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 1);
        await world.PassToAsync("2026-03-10T00:00:00Z");
        world.Fake.Outbox.Select(mail => mail.SentAt).Should().Equal(At("2026-03-03T09:00:00Z"), At("2026-03-04T09:00:00Z"), At("2026-03-05T09:00:00Z"));
    }

    [Fact]
    public async Task A_contact_that_lost_its_address_fails_in_its_slot()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\"");
        string contact = await world.ContactAsync(campaign, "dana@acme.example", "\"social\":{\"twitter\":\"dana\"}");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        await world.PatchAsync($"contacts/{contact}", """{"email":null}""");
        await world.PassToAsync("2026-03-03T09:00:00Z");
        world.State.Messages.Single().Failure!.Message.Should().Be("contact not reachable");
        world.Fake.Outbox.Should().BeEmpty();
    }

    [Fact]
    public async Task Pending_work_tells_why_it_waits()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-01T12:00:00Z") });
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.Fake.Clock.Pending.Should().ContainSingle().Which.Reason.Should().Be("Test: sends 1 of 1 planned messages; waits: outside its send window (09:00-17:00 UTC)");
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        world.Fake.Clock.Pending.Should().OnlyContain(pending => pending.Reason == "Test: nothing, its messages were planned anew or are planned no more");
    }

    [Fact]
    public async Task Pending_work_names_the_limit_that_it_waits_for()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-02T09:00:00Z") });
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        foreach (string name in (string[])["dana", "bea"]) await world.ContactAsync(campaign, $"{name}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.Fake.Clock.Pending.Should().Contain(pending => pending.Reason.StartsWith("Test: sends 1 of 1 planned messages; waits: its daily limit 1/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_messages_wait_behind_one_job_and_all_go_out()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "scale";
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 60);
        string campaign = await world.CampaignAsync("\"settings\":{\"require_approval\":false,\"daily_send_limit\":50,\"follow_ups\":{\"enabled\":false,\"max_follow_ups\":0,\"delay_days\":1}}");
        for (int part = 0; part < 2; part++)
        {
            string rows = string.Join(",", Enumerable.Range(part * 500, 500).Select(i => $$"""{"email":"c{{i}}@acme.example"}"""));
            (await world.PostAsync("contacts/import", $$"""{"campaign_id":"{{campaign}}","contacts":[{{rows}}]}""")).Data["created"]!.GetValue<int>().Should().Be(500);
        }

        await world.ActivateAsync(campaign);
        world.Fake.Clock.Pending.Count(pending => pending.Kind == "markus.slot").Should().BeLessThanOrEqualTo(1);
        await world.PassAsync(TimeSpan.FromDays(28));
        world.Fake.Outbox.Should().HaveCount(1000);
        world.Fake.Outbox.GroupBy(mail => mail.SentAt.Date).Should().HaveCount(20).And.OnlyContain(day => day.Count() == 50);
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static string Window(string zone, string start, string end, string days)
        => $$$"""
            "settings":{"timezone":"{{{zone}}}","send_window":{"days":["{{{days.Replace(",", "\",\"", StringComparison.Ordinal)}}}"],"start":"{{{start}}}","end":"{{{end}}}"}}
            """;

    [Fact]
    public async Task A_window_that_stays_the_same_keeps_the_slots()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        List<string> contacts = [];
        for (int i = 0; i < 3; i++) contacts.Add(await world.ContactAsync(campaign, $"c{i}@acme.example"));
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        Outreach.FakeServer.Markus.MessageRow last = world.State.Messages.Last();
        last.ScheduledAt.Should().Be(At("2026-03-04T09:00:00Z"));
        await world.PatchAsync($"contacts/{contacts[1]}", """{"status":"unsubscribed"}""");
        string window = (await world.GetAsync($"campaigns/{campaign}")).Data["settings"]!["send_window"]!.ToJsonString();
        await world.PatchAsync($"campaigns/{campaign}", $$"""{"name":"Other","settings":{"send_window":{{window}} } }""");
        world.Message(last.Id).ScheduledAt.Should().Be(last.ScheduledAt);
    }

    [Fact]
    public async Task What_was_sent_counts_on_the_local_days_of_a_new_time_zone()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-02T23:30:00Z") });
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1,\"timezone\":\"Asia/Tokyo\",\"send_window\":{\"days\":[\"mon\",\"tue\",\"wed\"],\"start\":\"00:00\",\"end\":\"23:59\"}}");
        for (int i = 0; i < 2; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        string[] messages = await world.PendingAsync();
        await world.ApproveAsync(messages[0]);
        world.Message(messages[0]).SentAt.Should().Be(At("2026-03-02T23:30:00Z"), "that is Tuesday in Tokyo");
        await world.PatchAsync($"campaigns/{campaign}", """{"settings":{"timezone":"UTC"}}""");
        ((string)(await world.ApproveAsync(messages[1])).Data["scheduled_at"]!).Should().Be("2026-03-03T00:00:00Z", "what was sent went out on Monday in UTC");
    }
}
