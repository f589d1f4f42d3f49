using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Sentences of sections 4 to 6 that meet each other.</summary>
public sealed class LifeRuleTests
{
    private const string AlwaysOpen = "\"send_window\":{\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"start\":\"00:00\",\"end\":\"23:59\"}";
    private const string NoFollowUps = "\"follow_ups\":{\"enabled\":false,\"max_follow_ups\":0,\"delay_days\":1}";

    [Fact]
    public async Task Activation_drafts_once_for_each_contact_and_is_dated_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string first = (await world.PendingAsync()).Single();
        await world.PostAsync($"messages/{first}/reject");
        await world.PassAsync(TimeSpan.FromHours(1));
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.ContactAsync(campaign, "bea@acme.example");
        (await world.PendingAsync()).Should().BeEmpty();
        await world.ActivateAsync(campaign);
        (await world.PendingAsync()).Should().ContainSingle("the rejected one was a first message");
        JsonNode data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        ((string)data["activated_at"]!, (string)data["updated_at"]!).Should().Be(("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"));
    }

    [Fact]
    public async Task One_notice_is_given_per_call_and_none_without_a_draft()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(5).Insert(1, $"\"campaign_id\":\"{campaign}\","));
        async Task<int> NoticesAsync() => (int)(await world.GetAsync("notifications?type=messages_pending_approval")).Body["pagination"]!["total"]!;
        await world.ActivateAsync(campaign);
        (await NoticesAsync()).Should().Be(1);
        await world.PostAsync("contacts/import", $$"""{"campaign_id":"{{campaign}}","contacts":[{"email":"x@acme.example"},{"email":"y@acme.example"}]}""");
        (await NoticesAsync()).Should().Be(2);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.ActivateAsync(campaign);
        (await NoticesAsync()).Should().Be(2);
        string second = await world.CampaignAsync("\"settings\":{\"require_approval\":false}");
        await world.ContactAsync(second, "z@acme.example");
        await world.ActivateAsync(second);
        (await NoticesAsync()).Should().Be(2, "its draft needs no approval");
    }

    [Theory]
    [InlineData("interested")]
    [InlineData("not_interested")]
    public async Task What_the_caller_has_said_of_a_contact_outlasts_sends_replies_and_bounces(string status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        await world.PatchAsync($"contacts/{contact}", $$"""{"status":"{{status}}"}""");
        async Task<string> StatusAsync() => (string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!;
        MarkusAnswer sent = await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""");
        (await StatusAsync()).Should().Be(status);
        world.Fake.Markus.Account.ReportBounced(sent.Id);
        (await StatusAsync()).Should().Be(status);
        string conversation = (string)sent.Data["conversation_id"]!;
        world.Fake.Markus.Receive(conversation, "Hm");
        (await StatusAsync()).Should().Be(status);
        world.Fake.Markus.Receive(conversation, "Unsubscribe!");
        (await StatusAsync()).Should().Be("unsubscribed", "an unsubscribe reply is the exception");
    }

    [Fact]
    public async Task A_bounced_contact_that_answers_has_replied_and_a_send_does_not_take_that_back()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        async Task<string> StatusAsync() => (string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!;
        MarkusAnswer sent = await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""");
        world.Fake.Markus.Account.ReportBounced(sent.Id);
        (await StatusAsync()).Should().Be("bounced");
        await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"b"}""");
        (await StatusAsync()).Should().Be("bounced", "contacted replaces new only");
        world.Fake.Markus.Receive((string)sent.Data["conversation_id"]!, "Hm");
        (await StatusAsync()).Should().Be("replied");
        await world.PatchAsync($"contacts/{contact}", """{"status":"new"}""");
        await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"b"}""");
        (await StatusAsync()).Should().Be("contacted");
    }

    [Fact]
    public async Task A_contact_that_comes_back_gets_a_new_conversation()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string send = $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""";
        string old = (string)(await world.PostAsync("channels/send", send)).Data["conversation_id"]!;
        await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}""");
        (await world.PostAsync("channels/send", send)).Reason.Should().Be("channel not available: contact_unsubscribed");
        await world.PatchAsync($"contacts/{contact}", """{"status":"new"}""");
        (await world.PostAsync("channels/send", $$"""{"channel":"email","conversation_id":"{{old}}","body":"b"}""")).Reason.Should().Be("conversation is closed");
        string fresh = (string)(await world.PostAsync("channels/send", send)).Data["conversation_id"]!;
        fresh.Should().NotBe(old);
        world.EventTypes.Count(type => type == "conversation.created").Should().Be(2);
        (await world.GetAsync($"contacts/{contact}/conversations")).Items.Select(item => (string)item!["status"]!).Should().BeEquivalentTo("awaiting_reply", "closed");
    }

    [Fact]
    public async Task A_contact_that_moves_out_and_back_is_not_written_to_again()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, _) = await world.SentAsync(members: "\"settings\":{" + NoFollowUps + "}");
        await world.PatchAsync($"contacts/{contact}", """{"campaign_id":null}""");
        await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{campaign}}"}""");
        (await world.PendingAsync()).Should().BeEmpty();
        JsonNode usage = (await world.GetAsync($"campaigns/usage?campaign_id={campaign}")).Data["campaigns"]![0]!;
        ((int)usage["contacts_used"]!, (int)usage["messages_used"]!).Should().Be((2, 1), "each move into it counts");
    }

    [Fact]
    public async Task A_follow_up_of_a_contact_that_was_moved_away_and_back_still_comes()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, _) = await world.SentAsync();
        await world.PatchAsync($"contacts/{contact}", """{"campaign_id":null}""");
        await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{campaign}}"}""");
        await world.PassAsync(TimeSpan.FromDays(3));
        world.Message((await world.PendingAsync()).Single()).SequenceStep.Should().Be(1);
    }

    [Fact]
    public async Task A_campaigns_own_date_of_change_is_not_moved_by_what_happens_in_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync("dana+open+reply@acme.example");
        await world.PassAsync(TimeSpan.FromHours(2));
        await world.ContactAsync(campaign, "bea@acme.example");
        await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"x"}""");
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["updated_at"]!).Should().Be("2026-03-02T09:00:00Z");
        world.Message(message).Status.Should().Be(MessageStatus.Opened);
        world.EventTypes.Count(type => type == "campaign.updated").Should().Be(1);
    }

    [Theory]
    [InlineData("dana_reply", "replied", 1)]
    [InlineData("dana_unsubscribe", "unsubscribed", 1)]
    [InlineData("dana_open_reply", "replied", 1)]
    [InlineData("dana_bounce", "contacted", 0)]
    [InlineData("danareply", "contacted", 0)]
    [InlineData("reply", "contacted", 0)]
    public async Task Handles_carry_every_trigger_as_a_suffix(string handle, string status, int replies)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = (await world.PostAsync("contacts", $$$"""{"social":{"twitter":"{{{handle}}}"}}""")).Id;
        (await world.PostAsync("channels/send", $$"""{"channel":"twitter","contact_id":"{{contact}}","body":"b"}""")).Status.Should().Be(201);
        await world.PassAsync(TimeSpan.FromHours(1));
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!).Should().Be(status);
        world.EventTypes.Count(type => type == "conversation.reply_received").Should().Be(replies);
    }

    [Fact]
    public async Task A_handle_can_be_refused_by_the_provider()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = (await world.PostAsync("contacts", """{"social":{"instagram":"dana_fail"}}""")).Id;
        (await world.PostAsync("channels/send", $$"""{"channel":"instagram","contact_id":"{{contact}}","body":"b"}""")).Code.Should().Be("MSG_001");
        (await world.GetAsync("conversations")).Items.Should().BeEmpty();
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!).Should().Be("new");
        ((int)(await world.GetAsync("channels/accounts?channel=instagram")).Items[0]!["sent_today"]!).Should().Be(0);
        world.Fake.Outbox.Should().BeEmpty();
    }

    [Theory]
    [InlineData("[fail]", "failed")]
    [InlineData("[empty]", "completed")]
    public async Task A_keyword_carries_a_trigger_too_and_the_search_counts(string keyword, string status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        string campaign = await world.CampaignAsync();
        await world.PostAsync($"campaigns/{campaign}/target-profiles", $$"""{"name":"x","keywords":["bars","{{keyword}}"]}""");
        for (int i = 0; i < 3; i++)
        {
            string job = (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}"}""")).Id;
            await world.PassAsync(TimeSpan.FromSeconds(10));
            JsonNode data = (await world.GetAsync($"discovery/jobs/{job}")).Data;
            ((string)data["status"]!, data["results"]!.AsArray().Count).Should().Be((status, 0));
        }

        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}"}""")).Code.Should().Be("DISC_008", "jobs that were accepted count, whatever came of them");
    }

    [Fact]
    public async Task Discovery_into_a_credit_campaign_stops_at_its_own_thirty_contacts()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = null;
        world.Fake.Markus.Account.Credits = 1;
        string campaign = await world.CampaignAsync();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(26).Insert(1, $"\"campaign_id\":\"{campaign}\","));
        string job = (await world.PostAsync("discovery/search", $$"""{"query":"bars","sources":["web"],"campaign_id":"{{campaign}}"}""")).Id;
        await world.PassAsync(TimeSpan.FromSeconds(10));
        JsonNode data = (await world.GetAsync($"discovery/jobs/{job}")).Data;
        ((int)data["results_found"]!, (int)data["contacts_created"]!, (int)data["quota_skipped"]!).Should().Be((10, 4, 6));
        await world.PassToAsync("2026-06-01T00:00:00Z");
        (await world.PostAsync("contacts", $$"""{"email":"x@acme.example","campaign_id":"{{campaign}}"}""")).Code.Should().Be("CONT_009", "the allowance of a credit is for life");
        JsonNode usage = (await world.GetAsync("contacts/usage")).Data;
        ((int)usage["contacts_limit"]!, (int)usage["contacts_used"]!, (int)usage["contacts_remaining"]!, (int)usage["contacts_total"]!).Should().Be((0, 0, 0, 30));
    }

    [Fact]
    public async Task Withdrawing_what_an_earlier_period_approved_gives_this_one_nothing_back()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-30T09:00:00Z") });
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-04-03T00:00:00Z\"");
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        await world.ContactAsync(campaign, "bea@acme.example");
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        await world.ApproveAsync(pending[0]);
        await world.PassToAsync("2026-04-02T00:00:00Z");
        await world.ApproveAsync(pending[1]);
        world.State.Allowances.Usage(world.State.Accounts.Single()).Messages.Should().Be(1);
        await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}""");
        world.State.Allowances.Usage(world.State.Accounts.Single()).Messages.Should().Be(1);
        ((int)(await world.GetAsync($"campaigns/usage?campaign_id={campaign}")).Data["campaigns"]![0]!["messages_used"]!).Should().Be(1);
    }

    [Fact]
    public async Task A_bounce_of_any_mail_withdraws_the_unsent_mail_to_the_contact_and_names_the_reason()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string contact = await world.ContactAsync(campaign, "dana+bounce@acme.example");
        await world.ActivateAsync(campaign);
        string pending = (await world.PendingAsync()).Single();
        (await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""")).Status.Should().Be(201);
        await world.PassAsync(TimeSpan.FromSeconds(30));
        (world.Message(pending).Status.Value, world.Message(pending).RejectionReason).Should().Be(("rejected", "contact bounced"));
        world.EventTypes.Should().NotContain("message.rejected");
        (await world.PostAsync($"messages/{pending}/feedback", """{"feedback":"x"}""")).Code.Should().Be("SERVER_005", "it was withdrawn");
    }

    [Theory]
    [InlineData("""{"name":"y"}""", 200, null)]
    [InlineData("""{"start_date":"2026-03-10T00:00:00Z"}""", 400, "end_date")]
    [InlineData("""{"start_date":"2026-03-10T00:00:00Z","end_date":"2026-03-11T00:00:00Z"}""", 200, null)]
    [InlineData("""{"start_date":"2026-03-10T00:00:00Z","end_date":null}""", 200, null)]
    [InlineData("""{"end_date":"2026-03-02T08:00:00Z"}""", 400, "end_date")]
    [InlineData("""{"end_date":"2026-03-03T00:00:00Z"}""", 400, "end_date")]
    [InlineData("""{"product":{"name":"p"}}""", 400, "product")]
    [InlineData("""{"venue":{"artist_name":"p"}}""", 400, "venue")]
    [InlineData("""{"product":null,"venue":null}""", 200, null)]
    [InlineData("""{"settings":{"send_window":{"days":["mon"],"start":"09:00"}}}""", 400, "settings.send_window.end")]
    [InlineData("""{"settings":{"follow_ups":{"enabled":false}}}""", 400, "settings.follow_ups.max_follow_ups,settings.follow_ups.delay_days")]
    [InlineData("""{"settings":{}}""", 200, null)]
    public async Task An_update_is_held_to_the_rules_of_the_campaign_as_it_will_be(string body, int status, string? fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\",\"end_date\":\"2026-03-05T00:00:00Z\"");
        MarkusAnswer answer = await world.PatchAsync($"campaigns/{campaign}", body);
        answer.Status.Should().Be(status, answer.Text);
        if (fields is not null) string.Join(",", answer.Fields).Should().Be(fields);
        if (status == 400) ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["start_date"]!).Should().Be("2026-03-03T00:00:00Z");
    }

    [Fact]
    public async Task A_draft_whose_end_has_passed_can_still_be_renamed()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"end_date\":\"2026-03-05T00:00:00Z\"");
        await world.PassToAsync("2026-03-06T00:00:00Z");
        (await world.PatchAsync($"campaigns/{campaign}", """{"name":"y"}""")).Status.Should().Be(200);
        (await world.PatchAsync($"campaigns/{campaign}", """{"end_date":"2026-03-05T00:00:00Z"}""")).Status.Should().Be(400);
    }

    [Fact]
    public async Task One_long_step_of_the_clock_does_what_many_short_ones_do()
    {
        static async Task<string> RunAsync(TimeSpan step)
        {
            await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = At("2026-03-26T07:13:00Z") });
            world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 3);
            for (int c = 0; c < 2; c++)
            {
                string zone = c == 0 ? "Europe/Berlin" : "America/New_York";
                string campaign = await world.CampaignAsync($"\"end_date\":\"2026-04-1{c}T10:00:00Z\",\"settings\":{{\"require_approval\":{(c == 0 ? "false" : "true")},\"daily_send_limit\":2,\"timezone\":\"{zone}\",\"follow_ups\":{{\"enabled\":true,\"max_follow_ups\":2,\"delay_days\":2}}}}");
                foreach (string tag in (string[])["", "+open", "+reply", "+bounce", "+unsubscribe", "+fail"]) await world.ContactAsync(campaign, $"c{c}{tag}@acme.example");
                await world.ActivateAsync(campaign);
                await world.ApproveAllAsync();
                await world.PostAsync("discovery/search", $$"""{"query":"bars {{c}}","sources":["web"],"campaign_id":"{{campaign}}","max_results":2}""");
            }

            DateTimeOffset end = world.Fake.Clock.Now.AddDays(24);
            while (world.Fake.Clock.Now < end) await world.Fake.Clock.AdvanceToAsync(world.Fake.Clock.Now + step < end ? world.Fake.Clock.Now + step : end);
            MarkusBooks.Faults(world).Should().BeEmpty();
            StringBuilder seen = new();
            foreach (string path in (string[])["campaigns?limit=100", "contacts?limit=100", "conversations?limit=100", "messages/pending?limit=100", "notifications?limit=100", "campaigns/usage", "analytics/overview", "analytics/performance", "analytics/response-times", "ai/usage"])
                seen.AppendLine((await world.GetAsync(path)).Text);
            foreach (var mail in world.Fake.Outbox) seen.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{mail.SentAt:O} {mail.To} {mail.Subject}"));
            foreach (FakeServer.Markus.MarkusEvent e in world.Events) seen.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{e.Type}"));
            return seen.ToString();
        }

        string at_once = await RunAsync(TimeSpan.FromDays(24));
        (await RunAsync(TimeSpan.FromMinutes(7))).Should().Be(at_once);
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_out_of_office_reply_is_a_reply()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Recipients.When("dana@acme.example", new Reaction(ReactionKind.OutOfOffice, TimeSpan.FromMinutes(1)));
        string campaign = await world.CampaignAsync("\"settings\":{\"require_approval\":false," + AlwaysOpen + "}");
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        await world.PassAsync(TimeSpan.FromDays(20));
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!).Should().Be("replied");
        world.Fake.Outbox.Should().ContainSingle();
    }

    [Fact]
    public async Task A_message_opens_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync("dana+open@acme.example");
        await world.PassAsync(TimeSpan.FromMinutes(11));
        DateTimeOffset? first = world.Message(message).OpenedAt;
        world.Fake.Markus.Account.ReportOpened(message);
        (world.Message(message).OpenedAt, world.EventTypes.Count(type => type == "message.opened")).Should().Be((first, 1));
        ((int)(await world.StatsAsync(campaign))["opened"]!).Should().Be(1);
    }

    [Fact]
    public async Task Every_change_of_status_by_a_caller_is_told()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"end_date\":\"2026-03-10T00:00:00Z\"");
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        world.Events.Clear();
        await world.ActivateAsync(campaign);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.ActivateAsync(campaign);
        await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}""");
        await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}""");
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"completed"}""");
        await world.PassToAsync("2026-03-11T00:00:00Z");
        world.EventTypes.Should().Equal("campaign.updated", "campaign.updated", "campaign.updated", "contact.updated", "campaign.updated");
        world.State.Notifications.Should().NotContain(notice => notice.Type == NotificationType.CampaignCompleted, "that is given for an end by time");
    }
}
