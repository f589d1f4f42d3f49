using System.Globalization;
using System.Text.Json;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>Where two rules of the contract meet.</summary>
public sealed class InteractionTests
{
    [Theory]
    [InlineData("gmail.com", "a@gmail.com", "google")]
    [InlineData("gmail.com.io", "a@gmail.com.io", "zoho")]
    [InlineData("inbox.io", "a@inbox.io", "zoho")]
    [InlineData("none.io", "a@outlook-mail.com", "other")]
    [InlineData("none.io", "a@mail.yahoo.com", "other")]
    [InlineData("none.io", "a@live", null)]
    [InlineData("none.io", "a@sub.inbox.io", "other")]
    [InlineData("none.io", "gmail.com@else.io", "other")]
    public async Task The_first_rule_that_knows_a_domain_names_its_provider(string declared, string email, string? provider)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.Workspace.DeclareProvider(declared, LeadProvider.Zoho);
        api.Control.AddInbox(new() { Email = "s@inbox.io", Provider = InboxProvider.Microsoft });
        string campaign = await api.Campaign();
        if (provider is null)
        {
            (await api.Post($"campaigns/{campaign}/leads", $$"""{"email":"{{email}}"}""")).ShouldFail(422, "validation_failed", "email: is invalid");
            return;
        }

        string lead = await api.Lead(campaign, email);
        await api.AdvanceMinutes(1);
        (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("provider").Should().Be(provider);
        api.Control.Workspace.DeclareProvider(email.Split('@')[1], LeadProvider.Yahoo);
        await api.Advance(24);
        (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("provider").Should().Be(provider);
    }

    [Fact]
    public async Task A_lead_that_is_added_again_is_a_new_one_and_answers_to_its_old_mail_are_not_its_own()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(100, inbox);
        string path = $"campaigns/{campaign}";
        string old = await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(1);
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" })!;
        await api.Delete($"{path}/leads/{old}");
        await api.Patch(path, """{"status":"paused"}""");
        string lead = await api.Lead(campaign, "dana@a.io");
        lead.Should().NotBe(old);
        api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" }).Should().Be(thread);
        (await Status()).Should().Be("uncontacted");
        await api.Patch(path, """{"status":"active"}""");
        await api.AdvanceMinutes(2);
        api.Fake.Outbox.Should().HaveCount(2);
        string second = api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" })!;
        second.Should().NotBe(thread);
        (await Status()).Should().Be("replied");
        (await api.Get($"unibox/conversations/{second}")).Data.GetProperty("messages").GetArrayLength().Should().Be(2);
        (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("messages").GetArrayLength().Should().Be(3);
        api.Control.UnsubscribeToken(lead).Should().NotBeNullOrEmpty();

        async Task<string> Status() => (await api.Get($"{path}/leads/{lead}")).Text("status");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_emails_of_one_minute_the_one_sent_last_takes_the_answer_though_the_other_s_lead_is_gone(bool removesFirst)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io"), c = api.Control.AddInbox("c@x.io");
        List<(string Campaign, string Lead)> leads = [];
        foreach (string inbox in (string[])[a, b])
        {
            string campaign = await api.Launched(100, inbox);
            leads.Add((campaign, await api.Lead(campaign, "dana@acme.io")));
        }

        await api.AdvanceMinutes(1);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:HH:mm} {mail.From}").Should().Equal("13:01 a@x.io", "13:01 b@x.io");
        string[] threads = [api.Control.Receive(new() { InboxId = a, From = "dana@acme.io" })!, api.Control.Receive(new() { InboxId = b, From = "dana@acme.io" })!];
        (string removed, string lead) = leads[removesFirst ? 0 : 1];

        (await api.Delete($"campaigns/{removed}/leads/{lead}")).ShouldBe(204);

        api.Control.Receive(new() { InboxId = c, From = "dana@acme.io" }).Should().Be(threads[1]);
        (await api.Delete($"campaigns/{leads[removesFirst ? 1 : 0].Campaign}/leads/{leads[removesFirst ? 1 : 0].Lead}")).ShouldBe(204);
        api.Control.Receive(new() { InboxId = c, From = "dana@acme.io" }).Should().Be(threads[1]);
    }

    [Fact]
    public async Task Reactions_to_mail_of_a_lead_that_is_gone_touch_nothing()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/x", "lead.replied", "lead.bounced", "lead.unsubscribed");
        string campaign = await api.Launched();
        List<string> leads = [];
        foreach (string tag in (string[])["reply", "bounce", "unsubscribe"])
        {
            api.Fake.Recipients.When($"{tag}@*", new Reaction(tag switch { "reply" => ReactionKind.Reply, "bounce" => ReactionKind.Bounce, _ => ReactionKind.Unsubscribe }, TimeSpan.FromHours(1), "hello"));
            leads.Add(await api.Lead(campaign, $"{tag}@a{tag}.io"));
        }

        await api.AdvanceMinutes(10);
        api.Fake.Outbox.Should().HaveCount(3);
        foreach (string lead in leads) (await api.Delete($"campaigns/{campaign}/leads/{lead}")).ShouldBe(204);
        foreach (string tag in (string[])["reply", "bounce", "unsubscribe"]) await api.Lead(campaign, $"{tag}@a{tag}.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"paused"}""");
        await api.Advance(3);
        (await api.Get($"campaigns/{campaign}/leads")).Data.EnumerateArray().Select(lead => $"{lead.GetProperty("status")} {lead.GetProperty("is_bounced")} {lead.GetProperty("is_unsubscribed")}").Distinct().Should().Equal("uncontacted False False");
        sink.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task The_shown_changes_of_a_lead_move_its_time_and_no_others()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        await api.AddStep(campaign, 1);
        string lead = await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(2);
        await Moves("contacted", async () =>
        {
            await api.Patch($"campaigns/{campaign}", """{"status":"active","stop_on_reply":false}""");
            await api.AdvanceMinutes(1);
        });
        await Moves("", () => api.Post("blocklist", """{"email":"dana@a.io"}"""));
        await Moves("replied", () => Task.FromResult(api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" })));
        await Moves("", () => Task.FromResult(api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello again" })));
        await Moves("", async () => await api.Delete($"blocklist/{(await api.Get("blocklist")).Ids[0]}"));
        await Moves("", () => api.Advance(24));
        api.Fake.Outbox.Should().HaveCount(2);
        await Moves("bounced", Act(() => api.Control.Bounce(api.Fake.Outbox[1])));
        await Moves("", Act(() => api.Control.Bounce(api.Fake.Outbox[0])));
        await Moves("unsubscribed", Act(() => api.Control.Unsubscribe(api.Control.UnsubscribeToken(lead))));
        await Moves("", Act(() => api.Control.Unsubscribe(api.Control.UnsubscribeToken(lead))));
        await Moves("", () => api.Post($"campaigns/{campaign}/leads", """{"email":"dana@a.io","if_exists":"skip","first_name":"New"}"""));
        await Moves("renamed", () => api.Post($"campaigns/{campaign}/leads", """{"email":"dana@a.io","if_exists":"update","first_name":"New"}"""));
        JsonElement shown = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Data;
        $"{shown.GetProperty("status")} {shown.GetProperty("is_bounced")} {shown.GetProperty("is_unsubscribed")}".Should().Be("replied True True");

        static Func<Task> Act(Action act) => () =>
        {
            act();
            return Task.CompletedTask;
        };

        async Task Moves(string what, Func<Task> act)
        {
            string before = (await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("updated_at");
            await api.AdvanceMinutes(1);
            await act();
            ((await api.Get($"campaigns/{campaign}/leads/{lead}")).Text("updated_at") != before).Should().Be(what.Length > 0, what);
        }
    }

    [Fact]
    public async Task The_shown_changes_of_a_conversation_move_its_time_and_no_others()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string thread = $"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "who@x.io", Text = "sounds good" })}";
        await Moves(false, () => api.Get(thread));
        await Moves(true, () => api.Patch(thread, """{"is_read":true}"""));
        await Moves(false, () => api.Patch(thread, """{"is_read":true}"""));
        await Moves(true, () => api.Patch(thread, """{"label_override":"referral"}"""));
        await Moves(false, () => api.Patch(thread, """{"label_override":"referral"}"""));
        await Moves(true, () => api.Post($"{thread}/reply", """{"content":"x"}"""));
        await Moves(true, () => Task.FromResult(api.Control.Receive(new() { InboxId = inbox, From = "who@x.io", Text = "no thanks" })));
        (await api.Get(thread)).Text("label").Should().Be("referral");
        await Moves(true, () => api.Patch(thread, """{"label_override":null}"""));
        (await api.Get(thread)).Text("label").Should().Be("not_interested", "the automatic label went on under the override");
        (await api.Get(thread)).Text("created_at").Should().Be("2026-03-09T13:00:00Z");

        async Task Moves(bool moves, Func<Task> act)
        {
            string before = (await api.Get(thread)).Text("updated_at");
            await api.AdvanceMinutes(1);
            await act();
            ((await api.Get(thread)).Text("updated_at") != before).Should().Be(moves);
        }
    }

    [Fact]
    public async Task A_change_of_connection_moves_the_time_of_an_inbox_and_only_a_lost_one_is_told()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/x");
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", ConnectionStatus = ConnectionStatus.Pending });
        foreach ((ConnectionStatus status, int told) in ((ConnectionStatus, int)[])[(ConnectionStatus.Error, 0), (ConnectionStatus.Validating, 0), (ConnectionStatus.Error, 0), (ConnectionStatus.Validating, 0), (ConnectionStatus.Connected, 0), (ConnectionStatus.Error, 1), (ConnectionStatus.Error, 1)])
        {
            string before = (await api.Get($"inboxes/{inbox}")).Text("connection_status") + (await api.Get($"inboxes/{inbox}")).Text("updated_at");
            await api.AdvanceMinutes(1);
            api.Control.SetConnection(inbox, status);
            await api.Fake.SettleAsync();
            JsonElement now = (await api.Get($"inboxes/{inbox}")).Data;
            bool same = before.StartsWith(status.Value!, StringComparison.Ordinal);
            now.GetProperty("connection_status").GetString().Should().Be(status.Value);
            before.EndsWith(now.GetProperty("updated_at").GetString()!, StringComparison.Ordinal).Should().Be(same);
            sink.Received.Should().HaveCount(told);
        }
    }

    [Theory]
    [InlineData("error")]
    [InlineData("pending")]
    [InlineData("idle")]
    public async Task A_campaign_is_launched_with_an_inbox_in_any_state(string state)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", IsActive = state != "idle", ConnectionStatus = state == "idle" ? ConnectionStatus.Connected : ConnectionStatus.From(state) });
        (await api.Get($"campaigns/{await api.Launched(100, inbox)}")).Text("status").Should().Be("active");
    }

    [Fact]
    public async Task An_active_campaign_that_could_not_be_launched_may_be_told_active_again()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture();
        string inbox = api.Control.AddInbox("s@x.io");
        string path = $"campaigns/{await api.Launched(100, inbox)}";
        (await api.Post($"{path}/inboxes/detach", $$"""{"inbox_ids":["{{inbox}}"]}""")).ShouldBe(200);
        api.Control.Workspace.AddWebhook("https://hooks.example/x");
        string before = (await api.Get(path)).Text("updated_at");
        await api.AdvanceMinutes(1);
        (await api.Patch(path, """{"status":"active"}""")).ShouldBe(200).Text("updated_at").Should().Be(before);
        (await api.Patch(path, """{"status":"paused"}""")).ShouldBe(200);
        (await api.Patch(path, """{"status":"active"}""")).ShouldFail(422, "campaign_not_launchable", "inboxes: must have at least one inbox");
        await api.Fake.SettleAsync();
        sink.Received.Select(delivery => delivery.EventType).Should().Equal("campaign.paused");
    }

    [Fact]
    public async Task An_inbox_that_comes_back_is_the_last_of_a_campaign_in_any_state()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string a = api.Control.AddInbox("a@x.io"), b = api.Control.AddInbox("b@x.io");
        string path = $"campaigns/{await api.Launched(100, a, b)}";
        await api.Patch(path, """{"status":"paused"}""");
        (await api.Post($"{path}/inboxes/detach", $$"""{"inbox_ids":["{{a}}"]}""")).ShouldBe(200);
        (await api.Post($"{path}/inboxes/attach", $$"""{"inbox_ids":["{{a}}"]}""")).ShouldBe(200).Ids.Should().Equal(b, a);
        (await api.Get(path)).Data.GetProperty("inboxes").EnumerateArray().Select(inbox => inbox.GetProperty("email").GetString()).Should().Equal("b@x.io", "a@x.io");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_arrives_at_the_minute_of_a_pass_arrives_before_it_whenever_it_was_told(bool early)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        await api.AddStep(campaign, 1);
        await api.Lead(campaign, "dana@a.io");
        if (early) Tell();
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(5);
        api.Fake.Clock.Pending.Should().Contain(pending => pending.Due == ReachkitApi.MondayMorning.AddDays(1), "the next pass is planned");
        if (!early) Tell();

        await api.Fake.Clock.AdvanceToAsync(ReachkitApi.MondayMorning.AddDays(1));

        api.Fake.Outbox.Should().ContainSingle("the lead has answered");
        (await api.Get($"campaigns/{campaign}/leads")).Data[0].GetProperty("status").GetString().Should().Be("replied");
        await api.Advance(48);
        api.Fake.Outbox.Should().ContainSingle();
        await api.Lead(campaign, "lee@b.io");
        await api.AdvanceMinutes(2);
        api.Fake.Outbox.Should().HaveCount(2, "passes go on");

        void Tell() => api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello", At = ReachkitApi.MondayMorning.AddDays(1) });
    }

    [Fact]
    public async Task A_pass_sends_before_it_protects_the_health_of_an_inbox()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", IsWarming = true });
        string campaign = await api.Launched(100, inbox);
        for (int i = 0; i < 5; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.AdvanceMinutes(1.5);
        api.Control.AddWarmupSpam(inbox, 2);
        await api.AdvanceMinutes(10);
        api.Fake.Outbox.Select(mail => mail.SentAt.ToString("HH:mm", CultureInfo.InvariantCulture)).Should().Equal("13:01", "13:02");
        (await api.Get($"campaigns/{campaign}")).Text("status").Should().Be("paused");
        (await api.Patch($"campaigns/{campaign}", """{"status":"active"}""")).ShouldBe(200);
        await api.AdvanceMinutes(1);
        (await api.Get($"campaigns/{campaign}")).Text("status").Should().Be("paused", "the score is low still");
        api.Fake.Outbox.Should().HaveCount(3);
    }

    [Fact]
    public async Task Of_a_text_only_campaign_the_thread_has_no_html()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", Signature = "<b>S</b>" });
        string campaign = await api.Launched(100, inbox);
        await api.Patch($"campaigns/{campaign}", """{"text_only":true}""");
        await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(1);
        JsonElement message = (await api.Get($"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Html = "<p>Not <b>interested</b></p>" })}")).Data;
        message.GetProperty("messages")[0].GetProperty("html_body").ValueKind.Should().Be(JsonValueKind.Null);
        message.GetProperty("messages")[0].GetProperty("text_body").GetString().Should().Be("Hi \n\nS");
    }

    [Fact]
    public async Task A_reply_to_a_stranger_goes_out_with_the_signature_even_from_an_idle_inbox()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", IsActive = false, Signature = "<b>S</b>" });
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "who@x.io", Subject = "Hi" })!;
        JsonElement message = (await api.Post($"unibox/conversations/{thread}/reply", """{"content":"ok"}""")).ShouldBe(201).Data;
        message.GetProperty("html_body").GetString().Should().Be("ok<br><br><b>S</b>");
        message.GetProperty("to_recipients").GetRawText().Should().Be("""[{"email":"who@x.io","name":null}]""");
        message.GetProperty("cc_recipients").GetArrayLength().Should().Be(0);
        message.GetProperty("subject").GetString().Should().Be("Re: Hi");
        (await api.Get("unibox/conversations?folder=others")).Ids.Should().Equal(thread);
        (await api.Get("unibox/conversations?folder=primary")).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task The_unsubscribe_link_is_the_same_in_every_email_and_resolves_without_the_option()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        await api.AddStep(campaign, 1);
        for (int step = 0; step < 2; step++) (await api.Patch($"campaigns/{campaign}/variants/{await api.Variant(campaign, step)}", """{"body_html":"{{Unsubscribe URL}}"}""")).ShouldBe(200);
        string lead = await api.Lead(campaign, "dana@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.Advance(24);
        string url = $"https://reachkit.ai/unsubscribe/{api.Control.UnsubscribeToken(lead)}";
        api.Fake.Outbox.Select(mail => mail.Text).Should().Equal(url, url);
        api.Fake.Outbox.Should().OnlyContain(mail => !mail.Headers.Any(header => header.Key.StartsWith("List-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_new_variant_gets_the_link_where_the_campaign_asks_for_one_and_the_option_told_again_changes_nothing()
    {
        const string block = "<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>";
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}";
        await api.Patch(path, """{"unsubscribe_option":true}""");
        string variants = $"{path}/sequences/{(await api.Get($"{path}/sequences")).Ids[0]}/variants";
        (await api.Post(variants, """{"subject":"b"}""")).ShouldBe(201).Text("body_html").Should().Be(block);
        (await api.Post(variants, """{"subject":"c","body_html":""}""")).ShouldBe(201).Text("body_html").Should().Be(block);
        ReachkitAnswer disabled = (await api.Post(variants, """{"subject":"d","body_html":"<p>Hi</p>","enabled":false}""")).ShouldBe(201);
        disabled.Text("body_html").Should().Be($"Hi\n\n{block}");
        disabled.Text("body_text").Should().Be("Hi\n\nUnsubscribe ({{unsubscribe_url}})");
        string before = (await api.Get($"{path}/sequences")).Body.GetRawText();
        string updated = (await api.Get(path)).Text("updated_at");
        await api.AdvanceMinutes(1);
        (await api.Patch(path, """{"unsubscribe_option":true}""")).ShouldBe(200).Text("updated_at").Should().Be(updated);
        (await api.Get($"{path}/sequences")).Body.GetRawText().Should().Be(before);
        (await api.Patch($"{path}/variants/{disabled.Text("id")}", """{"subject":"e"}""")).ShouldBe(200).Text("body_html").Should().Be($"Hi\n\n{block}");
        await api.Patch(path, """{"unsubscribe_option":false}""");
        (await api.Get($"{path}/sequences")).Data[0].GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("body_html").GetString()).Should().Equal(null, null, null, "Hi");
    }

    [Fact]
    public async Task A_lower_limit_counts_at_once_and_a_plus_tag_is_another_address()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(100, inbox);
        await api.Post("blocklist", """{"email":"l0@a.io"}""");
        foreach (string local in (string[])["l0", "l0+tag", "l1", "l2", "l3"]) await api.Lead(campaign, $"{local}@a.io");
        await api.AdvanceMinutes(2);
        await api.Patch($"inboxes/{inbox}", """{"daily_campaign_limit":2}""");
        await api.Advance(5);
        api.Fake.Outbox.Select(mail => mail.To).Should().Equal("l0+tag@a.io", "l1@a.io");
        await api.Patch($"campaigns/{campaign}", """{"daily_limit":3}""");
        await api.Patch($"inboxes/{inbox}", """{"daily_campaign_limit":500}""");
        await api.Advance(1);
        api.Fake.Outbox.Should().HaveCount(3);
    }

    [Fact]
    public async Task Warmup_goes_on_in_an_inbox_that_takes_no_part_in_campaigns()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", IsWarming = true, IsActive = false });
        await api.Advance(26);
        (await api.Get($"inboxes/{inbox}/warmup/stats")).Text("sent").Should().Be("6");
        (await api.Get("unibox/conversations")).Ids.Should().BeEmpty();
        api.Fake.Outbox.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"default_window":{"start":"23:45","end":"23:50"}}""", "default_window.end: must be after start", "days.monday.end: must be after start", "days.tuesday.end: must be after start", "days.wednesday.end: must be after start", "days.thursday.end: must be after start", "days.friday.end: must be after start")]
    [InlineData("""{"default_window":{"end":"09:14"},"days":{"monday":{"enabled":false},"tuesday":{"enabled":false},"wednesday":{"enabled":false},"thursday":{"enabled":false},"friday":{"start":"10:00","end":"11:00"}}}""", "default_window.end: must be after start")]
    [InlineData("""{"days":{"saturday":{"start":"10:00","end":"09:00"}}}""")]
    [InlineData("""{"default_window":{"start":"00:00","end":"23:59"}}""")]
    [InlineData("""{"days":{"monday":{"start":"09:14","end":"09:15"}}}""")]
    public async Task Windows_are_compared_after_rounding(string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer answer = await api.Patch($"campaigns/{await api.Campaign()}/schedule", body);
        if (details.Length == 0) answer.ShouldBe(200);
        else answer.ShouldFail(422, "validation_failed", details);
    }

    [Fact]
    public async Task A_file_of_any_name_and_type_comes_back_whole()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        byte[] content = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", Attachments = [new("", "application/x-odd; v=\"1\"", content), new("a\r\nb/c.bin", "text/html; charset=utf-8", [])] })!;
        JsonElement files = (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("messages")[0].GetProperty("attachments");
        foreach (JsonElement file in files.EnumerateArray())
        {
            using HttpResponseMessage response = await api.Http.GetAsync(new Uri($"unibox/conversations/{thread}/attachments/{file.GetProperty("id").GetString()}", UriKind.Relative));
            byte[] bytes = await response.Content.ReadAsByteArrayAsync();
            bytes.Should().HaveCount(file.GetProperty("size").GetInt32());
            response.Content.Headers.GetValues("Content-Type").Should().Equal(file.GetProperty("content_type").GetString());
            response.Content.Headers.GetValues("Content-Disposition").Single().Should().StartWith("attachment; filename=\"").And.NotContain("\r");
        }
    }

    [Fact]
    public async Task A_blank_reply_to_clears_too()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"inboxes/{api.Control.AddInbox(new() { Email = "s@x.io", ReplyTo = "r@x.io" })}";
        (await api.Patch(path, """{"reply_to":" \t"}""")).ShouldBe(200).Data.GetProperty("reply_to").ValueKind.Should().Be(JsonValueKind.Null);
        (await api.Patch(path, """{"reply_to":" New@X.io "}""")).ShouldBe(200).Text("reply_to").Should().Be("new@x.io");
        (await api.Patch(path, """{"signature":" <p>x</p> "}""")).ShouldBe(200).Text("signature").Should().Be(" <p>x</p> ", "HTML is not trimmed");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(302, false)]
    [InlineData(400, false)]
    [InlineData(410, false)]
    [InlineData(503, false)]
    public async Task Any_answer_of_the_two_hundreds_takes_a_webhook(int status, bool taken)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture().AnswerAlways(status);
        api.Control.Workspace.AddWebhook("https://hooks.example/x", "unibox.new_message");
        api.Control.Receive(new() { InboxId = api.Control.AddInbox("s@x.io"), From = "who@x.io" });
        await api.Fake.SettleAsync();
        await api.Advance(24);
        sink.Received.Should().HaveCount(taken ? 1 : 4);
    }

    [Fact]
    public async Task A_webhook_that_is_removed_is_not_tried_again()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        WebhookSink sink = api.Fake.Webhooks.Capture().AnswerAlways(500);
        string hook = api.Control.Workspace.AddWebhook("https://hooks.example/x", "unibox.new_message");
        string inbox = api.Control.AddInbox("s@x.io");
        for (int i = 0; i < 3; i++) api.Control.Receive(new() { InboxId = inbox, From = $"a{i}@x.io" });
        await api.Fake.SettleAsync();
        sink.Received.Should().HaveCount(3);
        api.Control.Workspace.RemoveWebhook(hook);
        await api.Advance(24);
        sink.Received.Should().HaveCount(3);
    }

    [Fact]
    public async Task The_automatic_label_looks_at_the_text_and_not_at_the_html_beside_it()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string thread = $"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", Text = "Interested", Html = "<p title='unsubscribe'>not interested</p>" })}";
        (await api.Get(thread)).Text("label").Should().Be("interested", "subject and text are looked at");
    }
}
