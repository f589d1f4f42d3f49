using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Half sentences that no theme holds together.</summary>
public sealed class LeftOverRuleTests
{
    [Fact]
    public async Task A_message_whose_slot_changes_has_changed()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-03T00:00:00Z\"");
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string message = (await world.PendingAsync()).Single();
        await world.ApproveAsync(message);
        foreach (string change in (string[])["""{"status":"paused"}""", """{"status":"active"}""", """{"start_date":"2026-03-04T00:00:00Z"}""", """{"settings":{"send_window":{"days":["fri"],"start":"10:00","end":"11:00"}}}"""])
        {
            await world.PassAsync(TimeSpan.FromMinutes(1));
            (await world.PatchAsync($"campaigns/{campaign}", change)).Status.Should().Be(200);
            world.Message(message).UpdatedAt.Should().Be(world.Fake.Clock.Now, change);
        }

        DateTimeOffset planned = world.Message(message).UpdatedAt;
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.PatchAsync($"campaigns/{campaign}", """{"name":"Other"}""");
        world.Message(message).UpdatedAt.Should().Be(planned, "its slot is as it was");
    }

    [Fact]
    public async Task A_reply_ends_the_sequence_even_if_the_caller_calls_the_contact_new_again()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (_, string contact, string message) = await world.SentAsync();
        world.Fake.Markus.Receive(world.Message(message).ConversationId!, "Hm");
        await world.PatchAsync($"contacts/{contact}", """{"status":"new"}""");
        await world.PassAsync(TimeSpan.FromDays(10));
        (await world.PendingAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_contact_that_was_set_back_to_new_is_followed_up()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (_, string contact, _) = await world.SentAsync();
        await world.PatchAsync($"contacts/{contact}", """{"status":"not_interested"}""");
        await world.PatchAsync($"contacts/{contact}", """{"status":"new"}""");
        await world.PassAsync(TimeSpan.FromDays(3));
        (await world.PendingAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("dana+reply2@acme.example", 0)]
    [InlineData("reply@acme.example", 0)]
    [InlineData("open.reply@acme.example", 0)]
    [InlineData("dana+x+reply+y@acme.example", 1)]
    [InlineData("dana@reply+reply.example", 0)]
    public async Task A_trigger_is_a_whole_tag_of_the_local_part(string email, int replies)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync(email);
        await world.PassAsync(TimeSpan.FromHours(2));
        world.EventTypes.Count(type => type == "conversation.reply_received").Should().Be(replies);
    }

    [Theory]
    [InlineData("markus.auth.me", "RATE_001", "15", "0")]
    [InlineData("markus.campaigns.create", "RATE_002", "15", null)]
    [InlineData("markus.discovery.search", "DISC_006", "3555", null)]
    [InlineData("markus.ai.analyzeResponse", "AI_004", null, null)]
    [InlineData("markus.campaigns.create", "CAMP_009", null, null)]
    [InlineData("markus.ai.analyzeResponse", "AI_001", "30", null)]
    [InlineData("markus.contacts.create", "SERVER_008", null, null)]
    public async Task An_injected_refusal_waits_as_the_code_does(string operation, string code, string? wait, string? remaining)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.PassAsync(TimeSpan.FromSeconds(45));
        world.Fake.Faults.Add(operation, FaultEffect.Error(code));
        MarkusAnswer answer = operation switch
        {
            "markus.auth.me" => await world.GetAsync("auth/me"),
            "markus.campaigns.create" => await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}"""),
            "markus.discovery.search" => await world.PostAsync("discovery/search", """{"query":"bars","sources":["web"]}"""),
            "markus.contacts.create" => await world.PostAsync("contacts", """{"email":"dana@acme.example"}"""),
            _ => await world.PostAsync("ai/analyze-response", """{"text":"Yes"}"""),
        };
        (answer.Code, answer.Header("Retry-After")).Should().Be((code, wait));
        if (remaining is null) return;
        (answer.Header("X-RateLimit-Limit"), answer.Header("X-RateLimit-Remaining"), answer.Reason).Should().Be(("120", remaining, $"too many requests. please try again in {wait} seconds."));
        answer.Header("X-RateLimit-Reset").Should().Be($"{world.Fake.Clock.Now.ToUnixTimeSeconds() + int.Parse(wait!, null)}");
    }

    [Fact]
    public async Task Every_answer_to_a_key_tells_its_limits()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string narrow = world.Fake.Markus.CreateKey("billing:read");
        foreach (MarkusAnswer answer in new[]
        {
            await world.GetAsync("contacts"),
            await world.GetAsync("contacts?page=0"),
            await world.GetAsync("contacts/x"),
            await world.GetAsync("contacts/00000000-0000-4000-8000-000000000000"),
            await world.PostAsync("contacts", "{"),
            await world.PostAsync("contacts", "{}"),
            await world.SendAsync("GET", "contacts", authorization: $"Bearer {narrow}"),
            await world.PostAsync("agent-credits/purchase"),
        })
        {
            answer.Header("X-RateLimit-Limit").Should().NotBeNull(answer.Text);
            answer.Header("X-RateLimit-Remaining").Should().NotBeNull(answer.Text);
            answer.Header("X-RateLimit-Reset").Should().NotBeNull(answer.Text);
        }
    }

    [Fact]
    public async Task A_key_in_the_query_is_no_key()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        foreach (string name in (string[])["api_key", "key", "access_token", "token", "authorization"])
            (await world.SendAsync("GET", $"auth/me?{name}={world.Key}", authorization: "")).Code.Should().Be("AUTH_001", name);
    }

    [Fact]
    public async Task A_reply_and_its_notice_name_the_conversation_and_the_contact()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync("dana+open@acme.example");
        string conversation = world.Message(message).ConversationId!;
        await world.PassAsync(TimeSpan.FromHours(1));
        world.Fake.Markus.Receive(conversation, "Yes", "Re: again");
        JsonNode notice = (await world.GetAsync("notifications?type=reply_received")).Items.Single()!;
        notice["link"]!.ToJsonString().Should().Be($$"""{"resource_type":"conversation","resource_id":"{{conversation}}"}""");
        JsonNode inbound = (await world.GetAsync($"conversations/{conversation}/messages?order=desc&limit=1")).Items.Single()!;
        ((string)inbound["status"]!, (string)inbound["direction"]!, (string)inbound["subject"]!, (string)inbound["campaign_id"]!, (string)inbound["contact_id"]!, (string?)inbound["sequence_step"], (bool)inbound["ai_generated"]!, (int)inbound["revision"]!)
            .Should().Be(("received", "inbound", "Re: again", campaign, contact, null, false, 1));
        ((string)inbound["sent_at"]!, (string?)inbound["delivered_at"], (string?)inbound["scheduled_at"]).Should().Be(("2026-03-02T10:00:00Z", null, null));
    }

    [Fact]
    public async Task A_failed_slot_tells_its_account_and_gives_its_place_to_the_next()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        await world.ContactAsync(campaign, "dana+fail@acme.example");
        await world.ContactAsync(campaign, "bea@acme.example");
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        await world.ApproveAsync(pending[0]);
        world.Message(pending[0]).Status.Should().Be(MessageStatus.Failed);
        ((string)(await world.ApproveAsync(pending[1])).Data["scheduled_at"]!).Should().Be("2026-03-02T09:00:00Z", "what failed was not sent");
        JsonNode notice = (await world.GetAsync("notifications?type=message_failed")).Items.Single()!;
        ((string)notice["link"]!["resource_type"]!, (string)notice["link"]!["resource_id"]!).Should().Be(("message", pending[0]));
    }

    [Fact]
    public async Task Import_counts_against_the_plan_row_by_row_and_what_is_skipped_does_not()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        await world.PostAsync("contacts/import", ContactImportTests.Rows(29));
        JsonNode data = (await world.PostAsync("contacts/import", """{"contacts":[{"email":"c0@acme.example"},{"email":"bad"},{"email":"x@acme.example"},{"email":"X@acme.example"},{"email":"y@acme.example"},{"email":"c1@acme.example"}]}""")).Data;
        data["results"]!.AsArray().Select(row => $"{row!["status"]} {row["error"]?["code"]}").Should().Equal("skipped CONT_002", "failed CONT_003", "created ", "skipped CONT_002", "failed CONT_009", "skipped CONT_002");
        ((int)data["total"]!, (int)data["created"]!, (int)data["skipped"]!, (int)data["failed"]!).Should().Be((6, 1, 3, 2));
    }

    [Fact]
    public async Task What_a_caller_sends_at_once_goes_out_in_a_pause_too_and_its_follow_up_waits_for_the_end_of_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync("dana+fail@acme.example");
        world.Fake.Recipients.When("dana+fail@acme.example");
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        ((string)(await world.PostAsync($"messages/{message}/retry")).Data["status"]!).Should().Be("sent");
        ((string?)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"b"}""")).Data["campaign_id"]).Should().Be(campaign);
        await world.PassAsync(TimeSpan.FromDays(5));
        (await world.PendingAsync()).Should().BeEmpty();
        await world.ActivateAsync(campaign);
        world.Message((await world.PendingAsync()).Single()).SequenceStep.Should().Be(1);
        MarkusBooks.Faults(world).Should().BeEmpty();
    }

    [Fact]
    public async Task A_profile_without_keywords_takes_its_turn_beside_one_that_has_some()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string keyed = (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"a","keywords":["x"],"contact_types":["media"]}""")).Id;
        string bare = (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"b","contact_types":["brand"]}""")).Id;
        string job = (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","max_results":2}""")).Id;
        await world.PassAsync(TimeSpan.FromSeconds(10));
        (await world.GetAsync($"discovery/jobs/{job}")).Data["results"]!.AsArray().Select(result => ((string)result!["target_profile_id"]!, (string)result["type"]!)).Should().Equal((keyed, "media"), (bare, "brand"));
    }
}
