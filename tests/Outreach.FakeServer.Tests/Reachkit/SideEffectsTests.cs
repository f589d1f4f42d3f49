using System.Text.Json;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class SideEffectsTests
{
    [Fact]
    public async Task Manual_mail_uses_no_quota_and_moves_no_number_and_no_webhook()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 1 });
        string campaign = await api.Launched(100, inbox);
        api.Control.Workspace.AddWebhook("https://hooks.example/x");
        for (int i = 0; i < 3; i++) (await api.Post("unibox/conversations", """{"to":[{"email":"dana@a.io"}],"subject":"s","content":"c"}""")).ShouldBe(201);
        await api.Fake.SettleAsync();
        sink.Received.Should().BeEmpty();
        await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(2);
        api.Fake.Outbox.Should().HaveCount(4);
        (await api.Get($"campaigns/{campaign}/analytics")).Text("sent").Should().Be("1");
    }

    [Fact]
    public async Task The_blocklist_stops_sending_and_touches_nothing_else()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        await api.Post("blocklist", """{"email":"dana@a.io"}""");
        string lead = await api.Lead(campaign, "dana@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(24);
        api.Fake.Outbox.Should().BeEmpty();
        JsonElement stored = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Data;
        stored.GetProperty("status").GetString().Should().Be("uncontacted");
        stored.GetProperty("is_unsubscribed").GetBoolean().Should().BeFalse();
        string thread = (await api.Post("unibox/conversations", """{"to":[{"email":"dana@a.io"}],"subject":"s","content":"c"}""")).ShouldBe(201).Text("id");
        (await api.Post($"unibox/conversations/{thread}/reply", """{"content":"c"}""")).ShouldBe(201);
        api.Fake.Outbox.Should().HaveCount(2);
    }

    [Fact]
    public async Task Leads_that_had_finished_go_on_with_a_new_step()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched();
        await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(5);
        (await api.Get($"campaigns/{campaign}")).Text("progress").Should().Be("100");
        await api.AddStep(campaign, 2);
        (await api.Get($"campaigns/{campaign}")).Text("progress").Should().Be("50");
        await api.Advance(24 * 3);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:dd} {mail.Subject}").Should().Equal("09 Hello ", "11 Again");
    }

    [Theory]
    [InlineData(3, 1, "10")]
    [InlineData(1, 3, "12")]
    public async Task A_changed_delay_counts_for_leads_that_wait(int before, int after, string day)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched();
        await api.AddStep(campaign, before);
        await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(5);
        string step = (await api.Get($"campaigns/{campaign}/sequences")).Ids[0];
        await api.Patch($"campaigns/{campaign}/sequences/{step}", $$"""{"delay_days":{{after}}}""");
        await api.Advance(24 * 6);
        api.Fake.Outbox.Select(mail => mail.SentAt.ToString("dd", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal("09", day);
    }

    [Fact]
    public async Task A_campaign_that_goes_leaves_the_quota_of_its_inboxes_used()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 1 });
        string first = await api.Launched(100, inbox);
        await api.Lead(first, "a@b.io");
        await api.AdvanceMinutes(2);
        await api.Delete($"campaigns/{first}");
        string second = await api.Launched(100, inbox);
        await api.Lead(second, "a@b.io");
        await api.Advance(5);
        api.Fake.Outbox.Should().ContainSingle();
        await api.Advance(24);
        api.Fake.Outbox.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_answer_goes_to_the_latest_email_from_its_inbox_or_else_from_any()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io"), c = api.Control.AddInbox("c@x.io");
        string first = await api.Launched(100, a);
        string older = await api.Lead(first, "dana@acme.io");
        await api.AdvanceMinutes(2);
        string second = await api.Launched(100, b);
        string newer = await api.Lead(second, "dana@acme.io");
        await api.AdvanceMinutes(2);
        (await LeadOf(a)).Should().Be(older);
        (await LeadOf(c)).Should().Be(newer);
        (await LeadOf(b)).Should().Be(newer);
        (await api.Get($"campaigns/{first}/leads/{older}")).Text("status").Should().Be("replied");
        (await api.Get("unibox/conversations")).Ids.Should().HaveCount(2);

        async Task<string> LeadOf(string inbox) => (await api.Get($"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "dana@acme.io", Text = "hello" })}")).Text("lead_id");
    }

    [Fact]
    public async Task Workspaces_with_the_same_people_do_not_meet()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        ReachkitWorkspace workspace = api.Control.AddWorkspace();
        using HttpClient http = new(api.Fake.CreateHandler()) { BaseAddress = api.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", workspace.ApiKey);
        string own = api.Control.AddInbox("s@acme.io");
        string foreign = workspace.AddInbox(new() { Email = "t@y.io", Provider = Sdk.Reachkit.InboxProvider.Microsoft });
        workspace.DeclareProvider("acme.io", Sdk.Reachkit.LeadProvider.Zoho);
        workspace.AddWebhook("https://hooks.example/foreign");
        (await http.PostAsync("blocklist", new StringContent("""{"email":"dana@acme.io"}""", System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        string campaign = await api.Launched(100, own);
        string lead = await api.Lead(campaign, "dana@acme.io");
        await api.AdvanceMinutes(2);

        string thread = api.Control.Receive(new() { InboxId = foreign, From = "dana@acme.io", Text = "hello" })!;

        api.Fake.Outbox.Should().ContainSingle();
        JsonElement shown = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Data;
        shown.GetProperty("status").GetString().Should().Be("contacted");
        shown.GetProperty("provider").GetString().Should().Be("google");
        (await api.Get("unibox/conversations")).Ids.Should().BeEmpty();
        (await api.Get($"unibox/conversations/{thread}")).ShouldFail(404, "not_found");
        using JsonDocument others = JsonDocument.Parse(await http.GetStringAsync("unibox/conversations?folder=others"));
        others.RootElement.GetProperty("data")[0].GetProperty("id").GetString().Should().Be(thread);
        await api.Fake.SettleAsync();
        sink.Received.Select(delivery => delivery.EventType).Should().Equal("unibox.new_message");
        using JsonDocument blocked = JsonDocument.Parse(await http.GetStringAsync("blocklist"));
        (await http.DeleteAsync($"blocklist/{blocked.RootElement.GetProperty("data")[0].GetProperty("id").GetString()}")).EnsureSuccessStatusCode();
        (await api.Get("campaigns")).Ids.Should().Equal(campaign);
    }

    [Fact]
    public async Task Of_two_emails_of_one_minute_the_one_sent_last_takes_the_answer()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io"), c = api.Control.AddInbox("c@x.io");
        string last = await api.Ready(100, a);
        string first = await api.Ready(100, b);
        string lead = await api.Lead(last, "dana@acme.io");
        await api.Lead(first, "dana@acme.io");
        await api.Patch($"campaigns/{first}", """{"status":"active"}""");
        await api.AdvanceMinutes(0.5);
        await api.Patch($"campaigns/{last}", """{"status":"active"}""");
        await api.AdvanceMinutes(0.5);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:HH:mm} {mail.From}").Should().Equal("13:01 b@x.io", "13:01 a@x.io");

        string? thread = api.Control.Receive(new() { InboxId = c, From = "dana@acme.io", Text = "hello" });

        (await api.Get($"unibox/conversations/{thread}")).Text("lead_id").Should().Be(lead);
    }

    [Fact]
    public async Task An_answer_to_any_inbox_of_a_removed_lead_goes_to_its_old_thread()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io");
        string other = await api.Launched(100, a);
        await api.Lead(other, "dana@acme.io");
        await api.AdvanceMinutes(2);
        string campaign = await api.Launched(100, a);
        await api.AddStep(campaign, 1);
        string lead = await api.Lead(campaign, "dana@acme.io");
        await api.AdvanceMinutes(2);
        await api.Post($"campaigns/{campaign}/inboxes/attach", $$"""{"inbox_ids":["{{b}}"]}""");
        await api.Post($"campaigns/{campaign}/inboxes/detach", $$"""{"inbox_ids":["{{a}}"]}""");
        await api.Advance(24);
        api.Fake.Outbox.Select(mail => mail.From).Should().Equal("a@x.io", "a@x.io", "b@x.io");
        string thread = api.Control.Receive(new() { InboxId = b, From = "dana@acme.io", Text = "hello" })!;

        await api.Delete($"campaigns/{campaign}/leads/{lead}");

        api.Control.Receive(new() { InboxId = b, From = "dana@acme.io", Text = "hello" }).Should().Be(thread);
        api.Control.Receive(new() { InboxId = a, From = "dana@acme.io", Text = "hello" }).Should().Be(thread, "the latest email from that inbox was of the same lead");
    }

    [Fact]
    public async Task Mail_with_a_time_arrives_at_its_instant()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", At = ReachkitApi.MondayMorning.AddSeconds(95) }).Should().BeNull();
        (await api.Get("unibox/conversations")).Ids.Should().BeEmpty();
        await api.AdvanceMinutes(5);
        (await api.Get("unibox/conversations")).Data[0].GetProperty("created_at").GetString().Should().Be("2026-03-09T13:01:35Z");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 40, 15)]
    [InlineData(1, 60, 1.67)]
    [InlineData(1, 3, 33.33)]
    [InlineData(2, 3, 66.67)]
    [InlineData(1, 800, 0.13)]
    [InlineData(3, 800, 0.38)]
    public void Rates_have_two_decimals_half_away_from_zero(int part, int whole, double rate) => CampaignNumbers.Rate(part, whole).Should().Be(rate);
}
