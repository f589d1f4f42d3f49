using System.Globalization;
using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Sentences about AI calls, reports, searches, payments and direct messages that no other test holds.</summary>
public sealed class FigureRuleTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    // --- AI

    [Theory]
    [InlineData("ai/generate", """{"conversation_id":"{conversation}","instructions":"x"}""", 1)]
    [InlineData("ai/generate", """{"campaign_id":"{other}","conversation_id":"{conversation}"}""", 0)]
    [InlineData("ai/generate", """{"instructions":"x"}""", 0)]
    [InlineData("ai/generate", """{"contact_id":"{contact}","instructions":"x"}""", 0)]
    [InlineData("ai/analyze-response", """{"conversation_id":"{conversation}"}""", 1)]
    [InlineData("ai/analyze-response", """{"message_id":"{inbound}"}""", 1)]
    [InlineData("ai/analyze-response", """{"text":"x"}""", 0)]
    [InlineData("ai/strategy", """{"campaign_id":"{campaign}"}""", 1)]
    public async Task An_AI_call_counts_against_the_campaign_that_it_names_or_that_of_its_conversation(string path, string body, int used)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        world.Fake.Markus.Account.Credits = 1;
        string other = await world.CampaignAsync();
        (string campaign, string contact, string message) = await world.SentAsync();
        string conversation = world.Message(message).ConversationId!;
        string inbound = world.Fake.Markus.Receive(conversation, "Yes");
        (string, string)[] names = [("campaign", campaign), ("other", other), ("contact", contact), ("conversation", conversation), ("inbound", inbound)];
        MarkusAnswer answer = await world.PostAsync(path, names.Aggregate(body, (text, name) => text.Replace($"{{{name.Item1}}}", name.Item2, StringComparison.Ordinal)));
        answer.Status.Should().Be(200, answer.Text);
        JsonArray campaigns = (await world.GetAsync("campaigns/usage")).Data["campaigns"]!.AsArray();
        ((int)campaigns.Single(item => (string)item!["campaign_id"]! == campaign)!["ai_generations_used"]!).Should().Be(used);
        ((int)(await world.GetAsync("ai/usage")).Data["generations_used"]!).Should().Be(1 - used, "a credit campaign's count there and not against the plan");
        if (path == "ai/generate") ((int)answer.Data["generations_remaining"]!).Should().Be(49);
    }

    [Fact]
    public async Task Only_what_the_caller_sends_is_filtered_whatever_space_stands_in_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync();
        string conversation = world.Message(message).ConversationId!;
        string inbound = world.Fake.Markus.Receive(conversation, "Is this [filtered]? Not   \n interested");
        MarkusAnswer stored = await world.PostAsync("ai/analyze-response", $$"""{"message_id":"{{inbound}}"}""");
        (stored.Status, (string?)stored.Data["intent"]).Should().Be((200, "not_interested"));
        (await world.PostAsync("ai/analyze-response", $$"""{"conversation_id":"{{conversation}}"}""")).Status.Should().Be(200);
        (await world.PostAsync("ai/analyze-response", """{"text":"out\t of\n office"}""")).Data["intent"]!.GetValue<string>().Should().Be("out_of_office");
        (await world.PostAsync("ai/analyze-response", """{"text":"[filtered]"}""")).Code.Should().Be("AI_005");
        (await world.PostAsync("ai/strategy", $$"""{"campaign_id":"{{campaign}}","instructions":"[filtered]"}""")).Code.Should().Be("AI_005");
        ((int)(await world.GetAsync("ai/usage")).Data["generations_used"]!).Should().Be(3, "what is filtered costs nothing");
    }

    [Fact]
    public async Task Content_for_a_conversation_is_written_to_its_contact_on_email_unless_a_channel_is_named()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = (await world.PostAsync("contacts", """{"name":"Zoe Lind","social":{"twitter":"zoe"}}""")).Id;
        string conversation = (string)(await world.PostAsync("channels/send", $$"""{"channel":"twitter","contact_id":"{{contact}}","body":"b"}""")).Data["conversation_id"]!;
        JsonNode data = (await world.PostAsync("ai/generate", $$"""{"conversation_id":"{{conversation}}","instructions":"x","purpose":"reply"}""")).Data;
        ((string)data["channel"]!, data["subject"] is not null, ((string)data["body"]!).Contains("Zoe", StringComparison.Ordinal), (string?)data["contact_id"]).Should().Be(("email", true, true, null));
        data = (await world.PostAsync("ai/generate", $$"""{"conversation_id":"{{conversation}}","instructions":"x","purpose":"reply","channel":"twitter"}""")).Data;
        ((string)data["channel"]!, (string?)data["subject"]).Should().Be(("twitter", null));
        (await world.PostAsync("ai/generate", $$"""{"conversation_id":"{{conversation}}"}""")).Code.Should().Be("SERVER_002", "neither campaign nor instructions");
        (await world.PostAsync("ai/generate", """{"campaign_id":null,"instructions":null}""")).Code.Should().Be("SERVER_002");
    }

    [Fact]
    public async Task Suggestions_are_given_in_a_closed_conversation_and_end_with_an_answer()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync();
        string conversation = world.Message(message).ConversationId!;
        world.Fake.Markus.Receive(conversation, "Great");
        string open = (await world.GetAsync($"ai/suggestions/{conversation}")).Data.ToJsonString();
        await world.DeleteAsync($"campaigns/{campaign}");
        (await world.GetAsync($"ai/suggestions/{conversation}")).Data.ToJsonString().Should().Be(open);
        open.Should().NotBe("[]");
    }

    [Fact]
    public async Task Product_analysis_fills_up_to_twenty_profiles_and_runs_in_a_completed_campaign()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
        for (int i = 0; i < 19; i++) await world.PostAsync($"campaigns/{campaign}/target-profiles", $$"""{"name":"p{{i}}"}""");
        await world.PostAsync($"campaigns/{campaign}/analyze-product");
        await world.PassAsync(TimeSpan.FromSeconds(15));
        JsonNode data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        (data["target_profiles"]!.AsArray().Count, (int)data["product_analysis"]!["profiles_created"]!).Should().Be((20, 1));
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"completed"}""");
        (await world.PostAsync($"campaigns/{campaign}/analyze-product", """{"description":"new"}""")).Code.Should().Be("SERVER_005", "new facts would change a completed campaign");
        (await world.PostAsync($"campaigns/{campaign}/analyze-product")).Status.Should().Be(202);
        await world.PassAsync(TimeSpan.FromSeconds(15));
        data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        ((string)data["product_analysis"]!["status"]!, (string?)data["product"]!["description"]).Should().Be(("completed", null));
    }

    // --- direct messages

    [Fact]
    public async Task Checks_of_a_direct_message_come_in_their_order()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync();
        string conversation = world.Message(message).ConversationId!;
        string instagram = (string)(await world.GetAsync("channels/accounts?channel=instagram")).Items[0]!["id"]!;
        await world.DeleteAsync($"contacts/{contact}");
        await world.DeleteAsync($"campaigns/{campaign}");
        world.Fake.Markus.Account.PlanId = null;
        async Task<string?> SendAsync(string more) => (await world.PostAsync("channels/send", $$"""{"conversation_id":"{{conversation}}","body":"b",{{more}}}""")) is var answer ? $"{answer.Code} {string.Join(',', answer.Fields)}{(answer.Code == "SERVER_005" ? answer.Reason : "")}" : null;
        (await SendAsync($"\"channel\":\"instagram\",\"account_id\":\"{Nobody}\"")).Should().Be("SERVER_003 ");
        (await SendAsync("\"channel\":\"instagram\"")).Should().Be("SERVER_002 channel");
        (await SendAsync($"\"channel\":\"email\",\"account_id\":\"{instagram}\"")).Should().Be("SERVER_002 account_id");
        (await SendAsync("\"channel\":\"email\"")).Should().Be("SERVER_005 contact is deleted");
    }

    [Fact]
    public async Task A_subject_is_needed_for_the_first_mail_to_a_contact_only_and_a_later_one_goes_on_under_the_conversations()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        (await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":null,"body":"b"}""")).Fields.Should().Equal("subject");
        await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"First","body":"b"}""");
        MarkusAnswer second = await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Second","body":"b"}""");
        ((string)second.Data["subject"]!).Should().Be("Second");
        MarkusAnswer third = await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"b"}""");
        ((string)third.Data["subject"]!, (string)third.Data["conversation_id"]!).Should().Be(("Re: First", (string)second.Data["conversation_id"]!));
        ((string)(await world.GetAsync("conversations")).Items.Single()!["subject"]!).Should().Be("First");
    }

    [Fact]
    public async Task A_direct_message_leaves_the_campaigns_slots_and_sequence_alone_but_fills_the_accounts_day()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 1);
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\"");
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string message = (await world.PendingAsync()).Single();
        ((string)(await world.ApproveAsync(message)).Data["scheduled_at"]!).Should().Be("2026-03-03T09:00:00Z");
        await world.PassToAsync("2026-03-03T08:00:00Z");
        (await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""")).Status.Should().Be(201, "what is planned is not sent");
        await world.PassToAsync("2026-03-03T09:00:00Z");
        (world.Message(message).Status.Value, world.Message(message).ScheduledAt).Should().Be(("approved", At("2026-03-04T09:00:00Z")));
    }

    // --- searches

    [Fact]
    public async Task What_is_found_without_import_is_compared_with_the_contacts_all_the_same()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "contact1@bars.example");
        string gone = await world.ContactAsync(null, "contact2@bars.example");
        await world.DeleteAsync($"contacts/{gone}");
        string job = (await world.PostAsync("discovery/search", """{"query":"bars","sources":["web"],"max_results":3}""")).Id;
        await world.PassAsync(TimeSpan.FromSeconds(10));
        JsonNode data = (await world.GetAsync($"discovery/jobs/{job}")).Data;
        ((int)data["results_found"]!, (int)data["duplicates_skipped"]!, (int)data["contacts_created"]!, (int)data["quota_skipped"]!).Should().Be((3, 1, 0, 0));
        data["results"]!.AsArray().Select(result => ((bool)result!["duplicate"]!, (string?)result["contact_id"])).Should().Equal((true, contact), (false, null), (false, null));
    }

    [Fact]
    public async Task A_profile_search_goes_to_the_profiles_in_turn_with_distinct_keywords_and_the_first_place()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string[] profiles = [];
        foreach (string profile in (string[])["""{"name":"a","keywords":["x","y"]}""", """{"name":"b","keywords":["y","z"],"locations":["Rome","Oslo"]}"""])
            profiles = [.. profiles, (await world.PostAsync($"campaigns/{campaign}/target-profiles", profile)).Id];
        MarkusAnswer started = await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","sources":["google_maps","web"],"auto_import":false,"max_results":4}""");
        ((string)started.Data["query"]!, (string)started.Data["location"]!).Should().Be(("x, y, z", "Rome"));
        await world.PassAsync(TimeSpan.FromSeconds(10));
        JsonArray results = (await world.GetAsync($"discovery/jobs/{started.Id}")).Data["results"]!.AsArray();
        results.Select(result => Array.IndexOf(profiles, (string)result!["target_profile_id"]!)).Should().Equal(0, 1, 0, 1);
        results.Where(result => (string)result!["target_profile_id"]! == profiles[0]).Should().OnlyContain(result => (string)result!["source"]! == "web", "a profile without locations skips google_maps");
        string bare = (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"c"}""")).Id;
        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","target_profile_ids":["{{bare}}","{{Nobody}}"]}""")).Code.Should().Be("SERVER_003", "unknown profiles come before DISC_007");
    }

    // --- reports

    [Fact]
    public async Task A_failure_counts_on_the_day_of_its_last_attempt_also_when_a_retry_went_through()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync("dana+fail@acme.example");
        world.Fake.Recipients.When("dana+fail@acme.example");
        await world.PassAsync(TimeSpan.FromDays(1));
        (await world.PostAsync($"messages/{message}/retry")).Status.Should().Be(200);
        JsonNode counts = (await world.GetAsync("analytics/overview")).Data["messages"]!;
        ((int)counts["failed"]!, (int)counts["sent"]!).Should().Be((1, 1));
        ((int)(await world.GetAsync("analytics/overview?start_date=2026-03-03&end_date=2026-03-03")).Data["messages"]!["failed"]!).Should().Be(0);
        ((int)(await world.StatsAsync(campaign))["failed"]!).Should().Be(0, "messages in state failed now");
    }

    [Fact]
    public async Task Rates_are_never_above_one_and_the_funnel_covers_the_whole_life()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync();
        await world.PassAsync(TimeSpan.FromDays(1));
        string conversation = world.Message(message).ConversationId!;
        world.Fake.Markus.Account.ReportOpened(message);
        world.Fake.Markus.Receive(conversation, "a");
        world.Fake.Markus.Receive(conversation, "b");
        JsonNode data = (await world.GetAsync($"analytics/campaigns/{campaign}?start_date=2026-03-03&end_date=2026-03-03")).Data;
        ((int)data["messages"]!["sent"]!, (int)data["messages"]!["opened"]!, (int)data["messages"]!["replies"]!).Should().Be((0, 1, 2));
        foreach (string rate in (string[])["delivery_rate", "open_rate", "reply_rate", "bounce_rate"]) ((double)data["rates"]![rate]!).Should().BeInRange(0, 1, rate);
        data["funnel"]!.ToJsonString().Should().Be("""{"contacts":1,"contacted":1,"delivered":1,"opened":1,"replied":1,"interested":0}""");
        data["by_step"]!.AsArray().Should().ContainSingle().Which!.ToJsonString().Should().Be("""{"sequence_step":0,"sent":0,"opened":1,"replies":1}""", "the second reply followed on the first");
        data["daily"]!.AsArray().Should().ContainSingle();
        JsonNode whole = (await world.GetAsync($"analytics/campaigns/{campaign}")).Data;
        ((double)whole["daily"]!.AsArray()[^1]!["reply_rate"]!).Should().Be(0, "nothing was sent that day");
    }

    [Fact]
    public async Task Five_campaigns_lead_by_reply_rate_and_only_those_with_a_message()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        List<string> campaigns = [];
        for (int i = 0; i < 7; i++)
        {
            string campaign = await world.CampaignAsync();
            campaigns.Add(campaign);
            await world.ContactAsync(campaign, $"c{i}@acme.example");
            if (i < 6) await world.ActivateAsync(campaign);
        }

        await world.ApproveAllAsync();
        string answered = world.State.Conversations.Single(conversation => conversation.CampaignId == campaigns[4]).Id;
        world.Fake.Markus.Receive(answered, "Yes");
        await world.DeleteAsync($"campaigns/{campaigns[0]}");
        JsonArray leaders = (await world.GetAsync("analytics/overview")).Data["top_campaigns"]!.AsArray();
        leaders.Should().HaveCount(5);
        leaders.Select(leader => (string)leader!["campaign_id"]!).Should().NotContain([campaigns[0], campaigns[6]]);
        ((string)leaders[0]!["campaign_id"]!, (double)leaders[0]!["reply_rate"]!).Should().Be((campaigns[4], 1));
    }

    [Theory]
    [InlineData(3599, "under_1h")]
    [InlineData(3600, "1h_to_4h")]
    [InlineData(14399, "1h_to_4h")]
    [InlineData(14400, "4h_to_24h")]
    [InlineData(86399, "4h_to_24h")]
    [InlineData(86400, "1d_to_3d")]
    [InlineData(259199, "1d_to_3d")]
    [InlineData(259200, "over_3d")]
    public async Task A_span_of_exactly_a_border_belongs_to_the_longer_band(int seconds, string band)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string conversation = (string)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""")).Data["conversation_id"]!;
        await world.PassAsync(TimeSpan.FromSeconds(seconds));
        world.Fake.Markus.Receive(conversation, "Yes");
        JsonNode data = (await world.GetAsync("analytics/response-times")).Data;
        data["distribution"]!.AsArray().Single(bucket => (int)bucket!["count"]! == 1)!["label"]!.GetValue<string>().Should().Be(band);
        ((long)data["median_seconds"]!).Should().Be(seconds);
    }

    [Fact]
    public async Task The_median_of_an_even_number_is_the_mean_of_the_middle_two()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string send = $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""";
        foreach (int seconds in (int[])[10, 20, 40, 100])
        {
            string conversation = (string)(await world.PostAsync("channels/send", send)).Data["conversation_id"]!;
            await world.PassAsync(TimeSpan.FromSeconds(seconds));
            world.Fake.Markus.Receive(conversation, "Yes");
        }

        JsonNode data = (await world.GetAsync("analytics/response-times")).Data;
        ((int)data["sample_size"]!, (long)data["median_seconds"]!, (long)data["p90_seconds"]!, (long)data["average_seconds"]!).Should().Be((4, 30, 100, 43));
    }

    [Fact]
    public async Task New_contacts_are_those_that_still_exist()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.ContactAsync(null, "a@acme.example");
        string gone = await world.ContactAsync(null, "b@acme.example");
        await world.DeleteAsync($"contacts/{gone}");
        JsonNode contacts = (await world.GetAsync("analytics/overview")).Data["contacts"]!;
        ((int)contacts["total"]!, (int)contacts["new"]!).Should().Be((1, 1));
    }

    [Fact]
    public async Task The_default_period_ends_with_the_given_end()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.GetAsync("analytics/overview?end_date=2026-02-10")).Data["period"]!.ToJsonString().Should().Be("""{"start_date":"2026-01-12","end_date":"2026-02-10"}""");
        (await world.GetAsync("analytics/overview?start_date=2026-02-10")).Data["period"]!.ToJsonString().Should().Be("""{"start_date":"2026-02-10","end_date":"2026-03-02"}""");
        (await world.GetAsync("analytics/overview")).Data["period"]!.ToJsonString().Should().Be("""{"start_date":"2026-02-01","end_date":"2026-03-02"}""");
    }

    [Fact]
    public async Task Figures_of_conversations_count_messages_and_sentiments_to_the_second_decimal()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            string contact = await world.ContactAsync(null, $"c{i}@acme.example");
            string conversation = (string)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"s","body":"b"}""")).Data["conversation_id"]!;
            await world.PassAsync(TimeSpan.FromSeconds(1 + i));
            if (i == 0) continue;
            world.Fake.Markus.Receive(conversation, i == 1 ? "No thanks" : "Yes");
            if (i == 2) await world.PostAsync("ai/analyze-response", $$"""{"conversation_id":"{{conversation}}"}""");
        }

        JsonNode data = (await world.GetAsync("conversations/metrics")).Data;
        ((double)data["average_messages"]!, (long)data["average_first_response_seconds"]!, (int)data["replied"]!).Should().Be((1.67, 3, 2), "2 and 3 seconds, rounded");
        data["by_sentiment"]!.ToJsonString().Should().Be("""{"positive":1,"neutral":0,"negative":0,"unknown":2}""");
        ((int)(await world.GetAsync($"conversations/metrics?campaign_id={Nobody}")).Data["total"]!).Should().Be(0);
    }

    // --- payments and plans

    [Fact]
    public async Task The_body_of_a_purchase_is_ignored_and_a_narrow_key_may_buy()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Key = world.Fake.Markus.CreateKey("billing:read");
        (await world.SendAsync("POST", "agent-credits/purchase", "{ no json", "text/plain")).Status.Should().Be(402);
        (await world.GetAsync("agent-credits")).Status.Should().Be(200);
    }

    [Fact]
    public async Task An_account_without_subscription_has_no_allowance_and_all_channels()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = null;
        JsonNode campaigns = (await world.GetAsync("campaigns/usage")).Data;
        ((int)campaigns["campaigns_limit"]!, (int)campaigns["campaigns_remaining"]!).Should().Be((0, 0));
        ((int)(await world.GetAsync("ai/usage")).Data["generations_limit"]!).Should().Be(0);
        (await world.GetAsync("channels/availability")).Data["channels"]!.AsArray().Select(item => (string?)item!["reason"]).Should().Equal(null, null, null, "account_not_connected");
        (await world.GetAsync("billing/plans")).Data["plans"]!.AsArray().Select(plan => (bool)plan!["is_current"]!).Should().OnlyContain(current => !current);
        (await world.PostAsync("discovery/search", """{"query":"bars","sources":["web"]}""")).Code.Should().Be("DISC_008");
    }

    [Fact]
    public async Task Credits_that_paid_for_campaigns_stay_counted_and_those_of_the_host_are_not_purchased()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        world.Fake.Markus.Account.Credits = 3;
        await world.CampaignAsync();
        string paid = await world.CampaignAsync();
        await world.CampaignAsync();
        await world.DeleteAsync($"campaigns/{paid}");
        JsonNode data = (await world.GetAsync("agent-credits")).Data;
        ((int)data["balance"]!, (int)data["purchased_total"]!, (int)data["used_total"]!).Should().Be((1, 0, 2));
        JsonNode usage = (await world.GetAsync("campaigns/usage")).Data;
        ((int)usage["campaigns_used"]!, (int)usage["credits_balance"]!, (int)usage["campaigns_remaining"]!).Should().Be((1, 1, 0));
        usage["campaigns"]!.AsArray().Select(item => (string)item!["funding"]!).Should().Equal("credit", "plan");
    }

    [Fact]
    public async Task A_smaller_plan_leaves_nothing_below_zero()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        for (int i = 0; i < 3; i++) await world.CampaignAsync();
        world.Fake.Markus.Account.PlanId = "free";
        JsonNode usage = (await world.GetAsync("campaigns/usage")).Data;
        ((int)usage["campaigns_used"]!, (int)usage["campaigns_limit"]!, (int)usage["campaigns_remaining"]!).Should().Be((3, 1, 0));
        world.Fake.Markus.Account.PlanId = "scale";
        usage = (await world.GetAsync("campaigns/usage")).Data;
        ((int?)usage["campaigns_limit"], (int?)usage["campaigns_remaining"]).Should().Be((null, null));
    }

    // --- webhooks

    [Fact]
    public async Task The_answer_of_a_receiver_is_kept_to_a_thousand_characters_of_any_kind()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string face = char.ConvertFromUtf32(0x1F600);
        world.Fake.Webhooks.DeliverTo(Webhooks.HookReceiver.Answering(System.Net.HttpStatusCode.OK, "x" + string.Concat(Enumerable.Repeat(face, 1200))));
        string id = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["*"]}""")).Id;
        ((string)(await world.PostAsync($"webhooks/{id}/test")).Data["delivery"]!["response_body"]!).Should().Be("x" + string.Concat(Enumerable.Repeat(face, 999)));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
