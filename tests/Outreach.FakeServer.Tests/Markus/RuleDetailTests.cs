using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Half sentences of the contract that are easily lost.</summary>
public sealed class RuleDetailTests
{
    [Fact]
    public async Task A_bounce_withdraws_mail_and_nothing_else()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"channels\":[\"instagram\"]");
        string contact = await world.ContactAsync(campaign, "dana+bounce@acme.example", "\"social\":{\"instagram\":\"dana\"}");
        await world.ActivateAsync(campaign);
        string pending = (await world.PendingAsync()).Single();
        string mail = (await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hello","body":"Hello"}""")).Id;
        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.Message(mail).Status.Should().Be(MessageStatus.Bounced);
        world.Message(pending).Status.Should().Be(MessageStatus.PendingApproval);
    }

    [Fact]
    public async Task A_campaign_that_is_deleted_during_a_search_takes_no_contacts()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string job = (await world.PostAsync("discovery/search", $$"""{"query":"coffee","location":"Berlin","campaign_id":"{{campaign}}"}""")).Id;
        await world.DeleteAsync($"campaigns/{campaign}");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        MarkusAnswer ended = await world.GetAsync($"discovery/jobs/{job}");
        ((int)ended.Data["results_found"]!, (int)ended.Data["contacts_created"]!).Should().Be((10, 0));
        world.State.Contacts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("asc", "a", "b", null)]
    [InlineData("desc", "b", "a", null)]
    public async Task Nulls_come_last_in_both_directions(string order, params string?[] names)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.ContactAsync(null, "none@acme.example");
        await world.ContactAsync(null, "b@acme.example", "\"name\":\"b\"");
        await world.ContactAsync(null, "a@acme.example", "\"name\":\"a\"");
        (await world.GetAsync($"contacts?sort=name&order={order}")).Items.Select(item => (string?)item!["name"]).Should().Equal(names);
    }

    [Fact]
    public async Task Conversations_are_found_by_a_part_of_their_subject()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync();
        (await world.GetAsync("conversations?search=TEST%20for")).Items.Should().ContainSingle();
        (await world.GetAsync("conversations?search=nothing")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_contact_of_a_full_credit_campaign_may_be_changed_where_it_is()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = null;
        world.Fake.Markus.Account.Credits = 1;
        string campaign = await world.CampaignAsync();
        string contact = "";
        for (int i = 0; i < 30; i++) contact = await world.ContactAsync(campaign, $"c{i}@acme.example");
        (await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{campaign}}","name":"Dana"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_direct_message_goes_on_where_the_contact_was_met_last()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        string older = (string)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hello","body":"Hello"}""")).Data["conversation_id"]!;
        await world.PassAsync(TimeSpan.FromMinutes(5));
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        world.State.Conversations.Should().HaveCount(2);
        await world.PassAsync(TimeSpan.FromMinutes(5));
        world.Fake.Markus.Receive(older, "Yes?");
        ((string)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"Hello again"}""")).Data["conversation_id"]!).Should().Be(older);
    }

    [Fact]
    public async Task Campaigns_of_one_reply_rate_are_ranked_by_what_they_sent()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string[] campaigns = [await world.CampaignAsync(), await world.CampaignAsync()];
        await world.ContactAsync(campaigns[0], "a@acme.example");
        await world.ContactAsync(campaigns[1], "b@acme.example");
        await world.ContactAsync(campaigns[1], "c@acme.example");
        foreach (string campaign in campaigns) await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        (await world.GetAsync("analytics/overview")).Data["top_campaigns"]!.AsArray().Select(leader => (string)leader!["campaign_id"]!).Should().Equal(campaigns[1], campaigns[0]);
    }

    [Fact]
    public async Task A_paused_campaign_ends_at_its_end_date_too()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"end_date\":\"2026-03-04T00:00:00Z\"");
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");
        await world.PassToAsync("2026-03-04T00:00:00Z");
        ((string)(await world.GetAsync($"campaigns/{campaign}")).Data["status"]!).Should().Be("completed");
        world.State.Notifications.Should().ContainSingle(notice => notice.Type == NotificationType.CampaignCompleted);
    }

    [Fact]
    public async Task A_reply_outside_a_campaign_withdraws_nothing_of_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);
        string pending = (await world.PendingAsync()).Single();
        string direct = (string)(await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hello","body":"Hello"}""")).Data["conversation_id"]!;
        world.Fake.Markus.Receive(direct, "Hi");
        world.Message(pending).Status.Should().Be(MessageStatus.PendingApproval);
    }
}
