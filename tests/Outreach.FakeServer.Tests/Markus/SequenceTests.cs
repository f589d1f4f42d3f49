using System.Globalization;
using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Follow-ups, and everything that ends a sequence.</summary>
public sealed class SequenceTests
{
    private const string TwoFollowUps = "\"settings\":{\"require_approval\":false,\"send_window\":{\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"start\":\"00:00\",\"end\":\"23:59\"},\"follow_ups\":{\"enabled\":true,\"max_follow_ups\":2,\"delay_days\":3}}";

    [Fact]
    public async Task Silence_brings_the_follow_ups_and_no_more()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await RunAsync(world, "dana@acme.example");
        await world.PassAsync(TimeSpan.FromDays(30));
        world.Fake.Outbox.Select(mail => mail.SentAt).Should().Equal(At("2026-03-02T09:00:00Z"), At("2026-03-05T09:00:00Z"), At("2026-03-08T09:00:00Z"));
        world.State.Messages.Select(message => message.SequenceStep).Should().Equal(0, 1, 2);
        world.State.Conversations.Should().ContainSingle().Which.MessageCount.Should().Be(3);
        world.EventTypes.Count(type => type == "conversation.created").Should().Be(1);
        world.EventTypes.Should().NotContain("message.approved", "automatic approval fires nothing");
        ((int)(await world.StatsAsync(campaign))["delivered"]!).Should().Be(3);
    }

    [Theory]
    [InlineData("dana+reply@acme.example", "replied", "needs_reply")]
    [InlineData("dana+unsubscribe@acme.example", "unsubscribed", "closed")]
    [InlineData("dana+bounce@acme.example", "bounced", "awaiting_reply")]
    public async Task What_the_recipient_does_ends_the_sequence(string email, string contactStatus, string conversationStatus)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await RunAsync(world, email);
        await world.PassAsync(TimeSpan.FromDays(30));
        world.Fake.Outbox.Should().ContainSingle();
        world.State.Contacts.Single().Status.Value.Should().Be(contactStatus);
        world.State.Conversations.Single().Status.Value.Should().Be(conversationStatus);
    }

    [Theory]
    [InlineData("interested")]
    [InlineData("not_interested")]
    [InlineData("unsubscribed")]
    public async Task What_the_caller_says_ends_the_sequence(string status)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await RunAsync(world, "dana@acme.example");
        await world.PatchAsync($"contacts/{world.State.Contacts.Single().Id}", $$"""{"status":"{{status}}"}""");
        await world.PassAsync(TimeSpan.FromDays(30));
        world.Fake.Outbox.Should().ContainSingle();
        world.State.Contacts.Single().Status.Value.Should().Be(status);
    }

    [Fact]
    public async Task A_rejected_follow_up_ends_the_sequence()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync();
        await world.PassAsync(TimeSpan.FromDays(3));
        string followUp = (await world.PendingAsync()).Single();
        world.State.Notifications.Last().Type.Value.Should().Be("messages_pending_approval");
        await world.PostAsync($"messages/{followUp}/reject");
        await world.PassAsync(TimeSpan.FromDays(30));
        (await world.PendingAsync()).Should().BeEmpty();
        world.State.Messages.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_follow_up_that_falls_due_during_a_pause_is_drafted_on_resumption()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string _, string _) = await world.SentAsync();
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.ContactAsync(campaign, "late@acme.example");
        await world.PassAsync(TimeSpan.FromDays(5));
        (await world.PendingAsync()).Should().BeEmpty("drafting stops in a pause");
        int notices = world.State.Notifications.Count;
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        pending.Select(id => world.Message(id).SequenceStep).Should().Equal(1, 0);
        world.State.Notifications.Count.Should().Be(notices + 1, "one notice per call and campaign");
        world.State.Notifications.Last().Body.Should().Be("2 messages of Test wait for approval.");
    }

    [Fact]
    public async Task A_reply_withdraws_what_waits_in_that_campaign()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync();
        await world.PassAsync(TimeSpan.FromDays(3));
        string followUp = (await world.PendingAsync()).Single();
        int used = world.State.Accounts.Single().Usage.Messages;
        world.Fake.Markus.Receive(world.State.Conversations.Single().Id, "Thanks, later");
        world.Message(followUp).Status.Should().Be(MessageStatus.Rejected);
        world.Message(followUp).RejectionReason.Should().Be("contact replied");
        world.State.Accounts.Single().Usage.Messages.Should().Be(used);
        world.EventTypes.Should().NotContain("message.rejected").And.Contain("conversation.reply_received");
        world.State.Contacts.Single().LastRepliedAt.Should().Be(world.Fake.Clock.Now);
    }

    [Theory]
    [InlineData("complete", "campaign completed")]
    [InlineData("delete campaign", "campaign deleted")]
    [InlineData("move", "contact moved")]
    [InlineData("delete contact", "contact deleted")]
    [InlineData("unsubscribe", "contact unsubscribed")]
    public async Task Unsent_messages_are_withdrawn_and_give_their_allowance_back(string what, string reason)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"start_date\":\"2026-03-05T00:00:00Z\"");
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string id = (await world.PendingAsync()).Single();
        await world.ApproveAsync(id);
        world.State.Accounts.Single().Usage.Messages.Should().Be(1);
        MarkusAnswer answer = what switch
        {
            "complete" => await world.PatchAsync($"campaigns/{campaign}", """{"status":"completed"}"""),
            "delete campaign" => await world.DeleteAsync($"campaigns/{campaign}"),
            "move" => await world.PatchAsync($"contacts/{contact}", """{"campaign_id":null}"""),
            "delete contact" => await world.DeleteAsync($"contacts/{contact}"),
            _ => await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}"""),
        };
        answer.Status.Should().Be(200);
        (world.Message(id).Status.Value, world.Message(id).RejectionReason, world.Message(id).ScheduledAt).Should().Be(("rejected", reason, null));
        world.State.Accounts.Single().Usage.Messages.Should().Be(0);
        world.State.Campaigns.Single().Counters.MessagesUsed.Should().Be(0);
        world.EventTypes.Should().NotContain("message.rejected");
        await world.PassAsync(TimeSpan.FromDays(10));
        world.Fake.Outbox.Should().BeEmpty();
    }

    [Fact]
    public async Task A_contact_that_moves_gets_the_first_message_of_its_new_campaign()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string contact, string _) = await world.SentAsync();
        string second = await world.CampaignAsync();
        await world.ContactAsync(second, "erin@acme.example");
        await world.ActivateAsync(second);
        await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{second}}"}""");
        (await world.PendingAsync($"&campaign_id={second}&contact_id={contact}")).Should().ContainSingle();
        await world.PassAsync(TimeSpan.FromDays(4));
        (await world.PendingAsync($"&contact_id={contact}")).Should().ContainSingle("the old campaign writes no more");
    }

    [Fact]
    public async Task A_bounce_marks_the_contact_withdraws_its_mail_and_tells_the_account()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string contact, string message) = await world.SentAsync("dana+bounce+open+reply@acme.example");
        await world.PassAsync(TimeSpan.FromSeconds(30));
        (world.Message(message).Status.Value, world.Message(message).Failure!.Code, world.Message(message).BouncedAt).Should().Be(("bounced", "BOUNCED", At("2026-03-02T09:00:30Z")));
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!).Should().Be("bounced");
        world.State.Notifications.Last().Type.Value.Should().Be("message_bounced");
        world.EventTypes.Last().Should().Be("message.bounced");
        await world.PassAsync(TimeSpan.FromDays(5));
        world.EventTypes.Last().Should().Be("message.bounced", "a bounced message is neither opened nor answered");
    }

    [Fact]
    public async Task A_recipient_rule_overrides_the_tags_and_sets_delays_and_texts()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Recipients.When("dana@*", new Reaction(ReactionKind.Open, TimeSpan.FromMinutes(1)), new Reaction(ReactionKind.Reply, TimeSpan.FromMinutes(2), "Call me"));
        await world.SentAsync();
        await world.PassAsync(TimeSpan.FromMinutes(2));
        world.EventTypes.TakeLast(3).Should().Equal("message.delivered", "message.opened", "conversation.reply_received");
        world.State.Conversations.Single().LastMessagePreview.Should().Be("Call me");
    }

    [Fact]
    public async Task Handles_carry_triggers_too()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"channels\":[\"instagram\"]");
        await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","social":{"instagram":"dana_open_bounce"}}""");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        await world.PassAsync(TimeSpan.FromMinutes(11));
        world.State.Messages.Single().Status.Should().Be(MessageStatus.Opened, "only e-mail bounces");
        world.State.Messages.Single().Subject.Should().BeNull();
    }

    [Fact]
    public async Task A_closed_conversation_takes_a_message_and_stays_closed()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string _, string _) = await world.SentAsync();
        await world.DeleteAsync($"campaigns/{campaign}");
        string id = world.State.Conversations.Single().Id;
        world.Fake.Markus.Receive(id, "Hello?");
        JsonNode data = (await world.GetAsync($"conversations/{id}")).Data;
        ((string)data["status"]!, (int)data["unread_count"]!, (int)data["message_count"]!, (string)data["campaign"]!["status"]!).Should().Be(("closed", 1, 2, "deleted"));
    }

    [Fact]
    public async Task An_injected_reply_with_the_word_unsubscribe_unsubscribes_everywhere()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string contact, string _) = await world.SentAsync();
        string other = await world.CampaignAsync();
        await world.ContactAsync(other, "erin@acme.example");
        await world.ActivateAsync(other);
        world.Fake.Markus.Receive(world.State.Conversations.Single().Id, "please Unsubscribe me");
        ((string)(await world.GetAsync($"contacts/{contact}")).Data["status"]!).Should().Be("unsubscribed");
        world.State.Conversations.Single().Status.Should().Be(ConversationStatus.Closed);
        world.EventTypes.Should().NotContain("contact.updated", "status changes made by the service fire nothing");
        await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{other}}"}""");
        (await world.PendingAsync($"&contact_id={contact}")).Should().BeEmpty("it is not reachable");
    }

    [Fact]
    public async Task A_campaign_ends_at_its_end_date()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"end_date\":\"2026-03-04T12:00:00Z\",\"start_date\":\"2026-03-03T00:00:00Z\"");
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        world.Events.Clear();
        await world.PassToAsync("2026-03-10T00:00:00Z");
        JsonNode data = (await world.GetAsync($"campaigns/{campaign}")).Data;
        ((string)data["status"]!, (string)data["completed_at"]!, (string)data["activated_at"]!).Should().Be(("completed", "2026-03-04T12:00:00Z", "2026-03-02T09:00:00Z"));
        world.EventTypes.Should().Equal("campaign.updated");
        world.State.Notifications.Last().Type.Value.Should().Be("campaign_completed");
        world.State.Messages.Single().RejectionReason.Should().Be("campaign completed");
    }

    [Fact]
    public async Task A_moved_end_date_counts_and_a_draft_does_not_end()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"end_date\":\"2026-03-04T12:00:00Z\"");
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.PatchAsync($"campaigns/{campaign}", """{"end_date":"2026-03-06T12:00:00Z"}""");
        await world.PassToAsync("2026-03-05T12:00:00Z");
        await world.ActivateAsync(campaign);
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["status"]!).Should().Be("active");
        await world.PassToAsync("2026-03-06T12:00:00Z");
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["status"]!).Should().Be("completed");

        string late = await world.CampaignAsync("\"end_date\":\"2026-03-07T12:00:00Z\"");
        await world.ContactAsync(late, "erin@acme.example");
        await world.PassToAsync("2026-03-08T12:00:00Z");
        ((string)(await world.GetAsync($"campaigns/{late}")).Data["status"]!).Should().Be("draft");
        await world.ActivateAsync(late);
        ((string)(await world.GetAsync($"campaigns/{late}")).Data["status"]!).Should().Be("completed", "its end has passed");
    }

    [Fact]
    public async Task Drafting_takes_the_first_channel_that_the_plan_includes_and_that_reaches_the_contact()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "starter";
        string campaign = await world.CampaignAsync("\"channels\":[\"twitter\",\"instagram\",\"email\"]");
        string both = await world.ContactAsync(campaign, "a@acme.example", "\"social\":{\"twitter\":\"a\",\"instagram\":\"a\"}");
        string mail = await world.ContactAsync(campaign, "b@acme.example", "\"social\":{\"twitter\":\"b\"}");
        await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","social":{"twitter":"c"}}""");
        await world.ActivateAsync(campaign);
        world.State.Messages.Select(message => (message.ContactId, message.Channel.Value)).Should().Equal((both, "instagram"), (mail, "email"));
    }

    private static async Task<string> RunAsync(MarkusWorld world, string email)
    {
        string campaign = await world.CampaignAsync(TwoFollowUps);
        await world.ContactAsync(campaign, email);
        await world.ActivateAsync(campaign);
        return campaign;
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("""{"enabled":false,"max_follow_ups":2,"delay_days":3}""", """{"enabled":true,"max_follow_ups":2,"delay_days":9}""", 1)]
    [InlineData("""{"enabled":true,"max_follow_ups":0,"delay_days":3}""", """{"enabled":true,"max_follow_ups":1,"delay_days":1}""", 1)]
    [InlineData("""{"enabled":true,"max_follow_ups":2,"delay_days":3}""", """{"enabled":false,"max_follow_ups":2,"delay_days":3}""", 0)]
    [InlineData("""{"enabled":true,"max_follow_ups":2,"delay_days":3}""", """{"enabled":true,"max_follow_ups":0,"delay_days":3}""", 0)]
    public async Task Whether_to_follow_up_is_looked_at_when_it_falls_due(string atSending, string later, int drafts)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync(members: "\"settings\":{\"follow_ups\":" + atSending + "}");
        DateTimeOffset due = world.Message(message).SentAt!.Value.AddDays(3);
        await world.PassAsync(TimeSpan.FromDays(1));
        (await world.PatchAsync($"campaigns/{campaign}", "{\"settings\":{\"follow_ups\":" + later + "}}")).Status.Should().Be(200);
        await world.Fake.Clock.AdvanceToAsync(due.AddSeconds(-1));
        (await world.PendingAsync()).Should().BeEmpty();
        await world.Fake.Clock.AdvanceToAsync(due);
        (await world.PendingAsync()).Should().HaveCount(drafts);
    }
}
