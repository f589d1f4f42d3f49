using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class SendingRulesTests
{
    [Fact]
    public async Task An_inbox_sends_one_campaign_email_a_minute_over_all_campaigns()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string second = await api.Ready(100, inbox);
        string first = await api.Ready(100, inbox);
        foreach (string campaign in (string[])[first, second])
            for (int i = 0; i < 2; i++) await api.Lead(campaign, $"{(campaign == first ? "first" : "second")}{i}@a.io");
        await api.Patch($"campaigns/{first}", """{"status":"active"}""");
        await api.AdvanceMinutes(0.5);
        await api.Patch($"campaigns/{second}", """{"status":"active"}""");
        await api.AdvanceMinutes(10);
        Sent(api).Should().Equal("13:01 first0", "13:02 first1", "13:03 second0", "13:04 second1");
    }

    [Fact]
    public async Task Rotation_takes_the_least_used_then_the_longest_unused_then_the_first_attached()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io"), c = api.Control.AddInbox("c@x.io");
        string campaign = await api.Ready(100, b, a, c);
        for (int i = 0; i < 2; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(1);
        await api.Lead(campaign, "l2@a.io");
        await api.AdvanceMinutes(1);
        for (int i = 3; i < 5; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.AdvanceMinutes(1);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:HH:mm} {mail.To[..2]} {mail.From[0]}").Should().Equal("13:01 l0 b", "13:01 l1 a", "13:02 l2 c", "13:03 l3 b", "13:03 l4 a");
    }

    [Fact]
    public async Task A_lead_keeps_its_inbox_and_waits_for_it_while_it_is_attached()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io");
        string b = api.Control.AddInbox("b@x.io");
        string campaign = await api.Ready(100, a, b);
        await api.AddStep(campaign, 1);
        await api.AddStep(campaign, 1);
        await api.Lead(campaign, "l0@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(1);
        await api.Patch($"inboxes/{a}", """{"is_active":false}""");
        await api.Advance(48);
        api.Fake.Outbox.Should().ContainSingle();
        await api.Patch($"inboxes/{a}", """{"is_active":true}""");
        await api.Advance(1);
        await api.Post($"campaigns/{campaign}/inboxes/detach", $$"""{"inbox_ids":["{{a}}"]}""");
        await api.Advance(48);
        api.Fake.Outbox.Select(mail => mail.From).Should().Equal("a@x.io", "a@x.io", "b@x.io");
    }

    [Fact]
    public async Task Daily_limits_of_campaign_and_inbox_hold_by_the_campaign_s_day()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string small = api.Control.AddInbox(new() { Email = "small@x.io", DailyCampaignLimit = 2 });
        string large = api.Control.AddInbox(new() { Email = "large@x.io", DailyCampaignLimit = 500 });
        string campaign = await api.Ready(7, small, large);
        for (int i = 0; i < 30; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(24 * 7);
        api.Fake.Outbox.GroupBy(mail => mail.SentAt.Date).Select(day => $"{day.Key:dd} {day.Count()} {day.Count(mail => mail.From == "small@x.io")}").Should().Equal(
            "09 7 2", "10 7 2", "11 7 2", "12 7 2", "13 2 1");
        api.Fake.Clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task No_limit_of_zero_sends_and_a_campaign_without_inboxes_stays_active()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(0, inbox);
        await api.Lead(campaign, "a@b.io");
        await api.Advance(24);
        api.Fake.Outbox.Should().BeEmpty();
        await api.Patch($"campaigns/{campaign}", """{"daily_limit":5}""");
        await api.Post($"campaigns/{campaign}/inboxes/detach", $$"""{"inbox_ids":["{{inbox}}"]}""");
        await api.Advance(24);
        api.Fake.Outbox.Should().BeEmpty();
        (await api.Get($"campaigns/{campaign}")).Text("status").Should().Be("active");
        await api.Post($"campaigns/{campaign}/inboxes/attach", $$"""{"inbox_ids":["{{inbox}}"]}""");
        await api.Advance(24);
        api.Fake.Outbox.Should().ContainSingle();
    }

    [Theory]
    [InlineData("google", "a@gmail.com", true)]
    [InlineData("google", "a@outlook.com", false)]
    [InlineData("microsoft", "a@outlook.com", true)]
    [InlineData("microsoft", "a@yahoo.com", false)]
    [InlineData("other", "a@yahoo.com", true)]
    [InlineData("other", "a@zoho.com", true)]
    [InlineData("other", "a@acme.io", true)]
    [InlineData("other", "a@gmail.com", false)]
    public async Task Esp_matching_pairs_providers_and_waits_for_detection(string inbox, string lead, bool sends)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched(100, api.Control.AddInbox(new() { Email = "s@x.example", Provider = InboxProvider.From(inbox) }));
        await api.Patch($"campaigns/{campaign}", """{"esp_matching":true}""");
        await api.AdvanceMinutes(0.5);
        await api.Lead(campaign, lead);
        await api.AdvanceMinutes(1);
        api.Fake.Outbox.Should().BeEmpty();
        await api.AdvanceMinutes(1);
        api.Fake.Outbox.Count.Should().Be(sends ? 1 : 0);
        await api.Patch($"campaigns/{campaign}", """{"esp_matching":false}""");
        await api.AdvanceMinutes(1);
        api.Fake.Outbox.Should().ContainSingle();
    }

    [Fact]
    public async Task Variants_take_turns_and_a_step_without_a_usable_one_waits()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        string path = $"campaigns/{campaign}";
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        await api.Post($"{path}/sequences/{step}/variants", """{"subject":"B"}""");
        await api.Post($"{path}/sequences/{step}/variants", """{"subject":"C","enabled":false}""");
        ReachkitAnswer blank = await api.Post($"{path}/sequences");
        for (int i = 0; i < 4; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch(path, """{"status":"active"}""");
        await api.Advance(24 * 4);
        api.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("Hello ", "B", "Hello ", "B");
        await api.Patch($"{path}/variants/{blank.Data.GetProperty("variants")[0].GetProperty("id").GetString()}", """{"body_html":"now"}""");
        await api.Advance(24);
        api.Fake.Outbox.Skip(4).Select(mail => $"{mail.Subject} {mail.Html}").Should().Equal("Re: Hello  now", "Re: B now", "Re: Hello  now", "Re: B now");
    }

    [Fact]
    public async Task Follow_ups_go_first_by_due_date_then_last_send_then_insertion()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 3 });
        string campaign = await api.Ready(100, inbox);
        await api.AddStep(campaign, 1);
        for (int i = 0; i < 5; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(24 * 5);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:dd} {mail.To[..2]} {(mail.Subject == "Again" ? 2 : 1)}").Should().Equal(
            "09 l0 1", "09 l1 1", "09 l2 1", "10 l0 2", "10 l1 2", "10 l2 2", "11 l3 1", "11 l4 1", "12 l3 2", "12 l4 2");
    }

    [Fact]
    public async Task Days_are_calendar_days_of_the_campaign_s_zone_and_windows_its_wall_clock()
    {
        // Saturday 2026-03-07, 13:30 UTC: New York is at UTC-5, a day later at UTC-4.
        await using ReachkitApi api = await ReachkitApi.StartAsync(new DateTimeOffset(2026, 3, 7, 13, 30, 0, TimeSpan.Zero));
        string campaign = await api.Ready();
        await api.AddStep(campaign, 1);
        await api.Lead(campaign, "l0@a.io");
        await api.Patch($"campaigns/{campaign}/schedule", """{"days":{"saturday":{"enabled":true},"sunday":{"enabled":true}}}""");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(48);
        api.Fake.Outbox.Select(mail => mail.SentAt.UtcDateTime.ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal("07 14:00", "08 13:00");
    }

    [Fact]
    public async Task A_window_that_comes_twice_as_the_clocks_go_back_is_open_twice()
    {
        // Sunday 2026-11-01: 01:30 is in New York at 05:30 UTC, and at 06:30 UTC again.
        await using ReachkitApi api = await ReachkitApi.StartAsync(new DateTimeOffset(2026, 11, 1, 5, 0, 0, TimeSpan.Zero));
        string campaign = await api.Ready(100, api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 500 }));
        await api.Patch($"campaigns/{campaign}/schedule", """{"days":{"sunday":{"enabled":true,"start":"01:30","end":"02:00"}}}""");
        for (int i = 0; i < 50; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(5);
        api.Fake.Outbox.GroupBy(mail => mail.SentAt.ToString("HH", System.Globalization.CultureInfo.InvariantCulture)).Select(hour => $"{hour.Key} {hour.Count()}").Should().Equal("05 30", "06 20");
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("unsubscribe")]
    [InlineData("blocklist")]
    [InlineData("reply")]
    [InlineData("reply, not stopping")]
    [InlineData("auto-reply")]
    [InlineData("company")]
    [InlineData("company, free mail")]
    [InlineData("company, not stopping")]
    public async Task What_stops_a_lead(string what)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        await api.AddStep(campaign, 1);
        string domain = what.Contains("free mail", StringComparison.Ordinal) ? "gmail.com" : "acme.io";
        string lead = await api.Lead(campaign, $"dana@{domain}");
        if (what.StartsWith("company", StringComparison.Ordinal)) await api.Lead(campaign, $"lee@{domain}");
        await api.Patch($"campaigns/{campaign}", $$"""{"status":"active","stop_on_reply":{{(what == "reply, not stopping" ? "false" : "true")}},"stop_on_company_reply":{{(what is "company" or "company, free mail" ? "true" : "false")}}}""");
        await api.AdvanceMinutes(5);
        int before = api.Fake.Outbox.Count;
        switch (what)
        {
            case "bounce": api.Control.Bounce(api.Fake.Outbox[0]); break;
            case "unsubscribe": api.Control.Unsubscribe(api.Control.UnsubscribeToken(lead)); break;
            case "blocklist": await api.Post("blocklist", $$"""{"email":"dana@{{domain}}"}"""); break;
            default: api.Control.Receive(new() { InboxId = inbox, From = $"dana@{domain}", Text = "hello", IsAutoReply = what == "auto-reply" }); break;
        }

        await api.Advance(24 * 3);
        IEnumerable<string> stopped = what switch
        {
            "reply, not stopping" or "auto-reply" => ["dana"],
            "company" => [],
            "company, free mail" or "company, not stopping" => ["lee"],
            _ => [],
        };
        api.Fake.Outbox.Skip(before).Select(mail => mail.To.Split('@')[0]).Should().Equal(stopped);
        (await api.Get($"campaigns/{campaign}/analytics")).Text("progress").Should().Be("100");
    }

    [Fact]
    public async Task What_no_longer_stops_lets_the_lead_go_on()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        string path = $"campaigns/{campaign}";
        string entry = (await api.Post("blocklist", """{"email":"blocked@a.io"}""")).Text("id");
        foreach (string lead in (string[])["replied@b.io", "colleague@b.io", "blocked@a.io", "last@c.io"]) await api.Lead(campaign, lead);
        await api.Patch(path, """{"status":"active","stop_on_company_reply":true}""");
        await api.AdvanceMinutes(1);
        api.Control.Receive(new() { InboxId = inbox, From = "replied@b.io", Text = "hello" });
        await api.AddStep(campaign, 1);
        await api.Advance(1);
        Sent(api).Should().Equal("13:01 replied", "13:02 last");
        (await api.Get(path)).Text("progress").Should().Be("87");
        await api.Delete($"blocklist/{entry}");
        await api.AdvanceMinutes(1);
        Sent(api).Skip(2).Should().Equal("14:02 blocked");
        await api.Patch(path, """{"stop_on_company_reply":false}""");
        await api.AdvanceMinutes(1);
        Sent(api).Skip(3).Should().Equal("14:03 colleague");
        await api.Advance(24);
        Sent(api).Skip(4).Select(mail => mail.Split(' ')[1]).Should().Equal("last", "blocked", "colleague");
        await api.Patch(path, """{"stop_on_reply":false}""");
        await api.AdvanceMinutes(1);
        Sent(api).Last().Should().EndWith("replied");
        (await api.Get(path)).Text("progress").Should().Be("100");
    }

    [Fact]
    public async Task An_email_is_composed_as_the_options_say()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "sam@x.io", FirstName = "Sam", LastName = "Lee", ReplyTo = "desk@x.io", Signature = "<p>Sam</p><p>X Inc</p>" });
        string campaign = await api.Ready(100, inbox);
        string path = $"campaigns/{campaign}";
        await api.Patch($"{path}/variants/{await api.Variant(campaign)}", """{"subject":"Hi {{company}}","body_html":"<p>Dear {{first_name|friend}},</p>see {{LOOM|video}}"}""");
        string lead = await api.Lead(campaign, "dana@a.io", ""","first_name":"D & D","variables":{"Company":"A & B","video":"https://www.loom.com/share/abc"}""");
        await api.Patch(path, """{"status":"active","unsubscribe_option":true}""");
        await api.AdvanceMinutes(1);
        await api.Patch(path, """{"text_only":true,"unsubscribe_option":false}""");
        await api.Lead(campaign, "lee@a.io");
        await api.AdvanceMinutes(1);

        string url = $"https://reachkit.ai/unsubscribe/{api.Control.UnsubscribeToken(lead)}";
        OutboxMessage mail = api.Fake.Outbox[0];
        mail.Subject.Should().Be("Hi A & B");
        mail.Html.Should().Be($"Dear D &amp; D,<br>see <a href=\"https://www.loom.com/share/abc\"><img src=\"https://cdn.loom.com/sessions/thumbnails/abc-with-play.gif\" alt=\"Loom video\"></a><br><br><a href=\"{url}\">Unsubscribe</a><br><br><p>Sam</p><p>X Inc</p>");
        mail.Text.Should().Be($"Dear D & D,\nsee https://www.loom.com/share/abc\n\nUnsubscribe ({url})\n\nSam\nX Inc");
        mail.Headers.Should().ContainInOrder(
            new KeyValuePair<string, string>("From", "Sam Lee <sam@x.io>"),
            new KeyValuePair<string, string>("Reply-To", "desk@x.io"),
            new KeyValuePair<string, string>("List-Unsubscribe", $"<{url}>"),
            new KeyValuePair<string, string>("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        OutboxMessage plain = api.Fake.Outbox[1];
        plain.Html.Should().BeNull();
        plain.Text.Should().Be("Dear friend,\nsee \n\nSam\nX Inc".Replace("see \n", "see \n", StringComparison.Ordinal));
        plain.Headers.Should().NotContain(header => header.Key.StartsWith("List-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recipients_react_by_the_world_s_rules()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched();
        foreach (string tag in (string[])["reply", "bounce", "ooo", "unsubscribe", "open"]) await api.Lead(campaign, $"dana+{tag}@{tag}.io");
        api.Fake.Recipients.When("lee@*", new Reaction(ReactionKind.Reply, TimeSpan.FromMinutes(3), "Not interested."));
        await api.Lead(campaign, "lee@a.io");
        await api.Advance(3);
        ReachkitAnswer leads = await api.Get($"campaigns/{campaign}/leads?sort_order=asc");
        leads.Data.EnumerateArray().Select(lead => $"{lead.GetProperty("status")} {lead.GetProperty("is_bounced")} {lead.GetProperty("is_unsubscribed")}").Should().Equal(
            "replied False False", "contacted True False", "contacted False False", "contacted False True", "contacted False False", "replied False False");
        ReachkitAnswer threads = await api.Get("unibox/conversations");
        threads.Data.EnumerateArray().Select(thread => thread.GetProperty("label").GetString()).Should().BeEquivalentTo("interested", "out_of_office", "not_interested");
    }

    [Theory]
    [InlineData(ConnectionEvent.Error)]
    [InlineData(ConnectionEvent.Inactive)]
    public async Task An_inbox_that_cannot_send_sends_nothing(ConnectionEvent what)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(100, inbox);
        await api.Lead(campaign, "a@b.io");
        if (what == ConnectionEvent.Error) api.Control.SetConnection(inbox, ConnectionStatus.Error);
        else await api.Patch($"inboxes/{inbox}", """{"is_active":false}""");
        await api.Advance(24);
        api.Fake.Outbox.Should().BeEmpty();
        api.Control.SetConnection(inbox, ConnectionStatus.Validating);
        api.Control.SetConnection(inbox, ConnectionStatus.Connected);
        await api.Patch($"inboxes/{inbox}", """{"is_active":true}""");
        await api.Advance(1);
        api.Fake.Outbox.Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_waits_while_no_campaign_is_active_and_no_inbox_warms()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        api.Fake.Clock.Pending.Should().BeEmpty();
        await api.Lead(campaign, "a@b.io");
        api.Fake.Clock.Pending.Should().ContainSingle().Which.Reason.Should().Be("the provider of new leads is found");
        await api.AdvanceMinutes(1);
        api.Fake.Clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task No_pass_runs_in_idle_nights()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        await api.AddStep(campaign, 10);
        await api.Lead(campaign, "a@b.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(2);
        PendingEvent pending = api.Fake.Clock.Pending.Should().ContainSingle().Subject;
        pending.Due.Should().Be(new DateTimeOffset(2026, 3, 19, 13, 0, 0, TimeSpan.Zero));
        pending.Reason.Should().Be("campaign 'Q1' may send again: the next step is due on 2026-03-19");
    }

    [Fact]
    public async Task Pending_passes_name_the_wait()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready(100, api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 2 }));
        foreach (string lead in (string[])["a@b.io", "b@b.io", "c@b.io"]) await api.Lead(campaign, lead);
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        HashSet<string> reasons = [];
        for (int i = 0; i < 4; i++)
        {
            await api.Fake.Clock.AdvanceToNextAsync();
            reasons.UnionWith(api.Fake.Clock.Pending.Select(pending => pending.Reason));
        }

        reasons.Should().Contain(["campaign 'Q1' may send again: an inbox sends one campaign email a minute", "campaign 'Q1' may send again: inbox limit 2/2 of s@x.io"]);
    }

    [Fact]
    public async Task A_pass_that_waits_for_the_schedule_says_so()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync(new DateTimeOffset(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));
        string campaign = await api.Ready();
        await api.Lead(campaign, "a@b.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(2);
        api.Fake.Clock.Pending.Should().ContainSingle().Which.Reason.Should().Be("campaign 'Q1' may send again: outside its schedule (America/New_York)");
    }

    /// <summary>Why an inbox cannot send.</summary>
    public enum ConnectionEvent
    {
        Error,
        Inactive,
    }

    private static IEnumerable<string> Sent(ReachkitApi api) => api.Fake.Outbox.Select(mail => $"{mail.SentAt:HH:mm} {mail.To.Split('@')[0]}");
}
