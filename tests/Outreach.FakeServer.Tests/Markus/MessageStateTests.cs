using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The state table of messages.</summary>
public sealed class MessageStateTests
{
    private const string Settings = "\"settings\":{\"send_window\":{\"days\":[\"mon\",\"tue\"],\"start\":\"12:00\",\"end\":\"13:00\"},\"follow_ups\":{\"enabled\":false,\"max_follow_ups\":0,\"delay_days\":1}}";

    [Theory]
    [InlineData("pending_approval", "approve", 200, null, "approved")]
    [InlineData("pending_approval", "reject", 200, null, "rejected")]
    [InlineData("pending_approval", "feedback", 200, null, "pending_approval")]
    [InlineData("pending_approval", "retry", 400, "SERVER_005", null)]
    [InlineData("rejected", "approve", 400, "SERVER_005", null)]
    [InlineData("rejected", "reject", 400, "SERVER_005", null)]
    [InlineData("rejected", "feedback", 200, null, "pending_approval")]
    [InlineData("rejected", "retry", 400, "SERVER_005", null)]
    [InlineData("withdrawn", "feedback", 400, "SERVER_005", null)]
    [InlineData("withdrawn", "approve", 400, "SERVER_005", null)]
    [InlineData("approved", "approve", 409, "MSG_004", null)]
    [InlineData("approved", "reject", 409, "MSG_004", null)]
    [InlineData("approved", "feedback", 409, "MSG_004", null)]
    [InlineData("approved", "retry", 400, "SERVER_005", null)]
    [InlineData("sent", "approve", 409, "MSG_004", null)]
    [InlineData("sent", "reject", 409, "MSG_004", null)]
    [InlineData("sent", "feedback", 409, "MSG_004", null)]
    [InlineData("sent", "retry", 400, "SERVER_005", null)]
    [InlineData("delivered", "approve", 409, "MSG_004", null)]
    [InlineData("opened", "feedback", 409, "MSG_004", null)]
    [InlineData("bounced", "reject", 409, "MSG_004", null)]
    [InlineData("failed", "approve", 409, "MSG_004", null)]
    [InlineData("failed", "feedback", 409, "MSG_004", null)]
    [InlineData("failed", "retry", 200, null, "sent")]
    [InlineData("received", "approve", 404, "MSG_005", null)]
    [InlineData("received", "retry", 404, "MSG_005", null)]
    [InlineData("unknown", "feedback", 404, "MSG_005", null)]
    public async Task A_call_in_a_state_is_answered_as_the_table_says(string from, string action, int status, string? code, string? to)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStateAsync(world, from);
        string path = $"messages/{id}/{action}";
        MarkusAnswer answer = await world.PostAsync(path, action == "feedback" ? """{"feedback":"shorter"}""" : null);
        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        if (to is not null) ((string)answer.Data["status"]!).Should().Be(to);
    }

    [Fact]
    public async Task Feedback_revives_a_rejected_message_in_its_place()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        foreach (char name in "abc") await world.ContactAsync(campaign, $"{name}@acme.example");
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        MarkusAnswer rejected = await world.PostAsync($"messages/{pending[0]}/reject", """{"reason":"too long"}""");
        ((string)rejected.Data["rejection_reason"]!, (string)rejected.Data["rejected_at"]!).Should().Be(("too long", "2026-03-02T09:00:00Z"));
        (await world.PendingAsync()).Should().Equal(pending[1..]);
        MarkusAnswer revised = await world.PostAsync($"messages/{pending[0]}/feedback", """{"feedback":"shorter"}""");
        ((int)revised.Data["revision"]!, (string)revised.Data["last_feedback"]!, (string?)revised.Data["rejection_reason"], (string?)revised.Data["rejected_at"]).Should().Be((2, "shorter", null, null));
        (await world.PendingAsync()).Should().Equal(pending);
        (await world.PendingAsync("&order=desc")).Should().Equal(pending.Reverse());
        world.State.Accounts.Single().Usage.AiRevision.Should().Be(1);
        world.EventTypes.Should().Contain("message.rejected");
    }

    [Fact]
    public async Task Feedback_does_not_revive_what_can_no_longer_be_sent()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStateAsync(world, "rejected");
        await world.PatchAsync($"campaigns/{world.Message(id).CampaignId}", """{"status":"completed"}""");
        (await world.PostAsync($"messages/{id}/feedback", """{"feedback":"shorter"}""")).Code.Should().Be("SERVER_005");
    }

    [Theory]
    [InlineData("""{}""", "SERVER_002")]
    [InlineData("""{"feedback":""}""", "SERVER_002")]
    [InlineData("""{"feedback":"make it [filtered]"}""", "AI_005")]
    public async Task Bad_feedback_is_refused_and_costs_nothing(string body, string code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = await InStateAsync(world, "pending_approval");
        MarkusAnswer answer = await world.PostAsync($"messages/{id}/feedback", body);
        (answer.Status, answer.Code).Should().Be((400, code));
        world.State.Accounts.Single().Usage.AiRevision.Should().Be(0);
    }

    [Fact]
    public async Task A_retry_of_a_message_that_fails_again_tells_so_and_keeps_count()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string contact, string message) = await world.SentAsync("dana+fail@acme.example");
        world.Message(message).Status.Should().Be(MessageStatus.Failed);
        world.Message(message).Failure!.Code.Should().Be("MSG_001");
        world.State.Accounts.Single().Usage.Messages.Should().Be(0, "a failed message gives its allowance back");
        world.EventTypes.Should().NotContain("message.sent");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        MarkusAnswer answer = await world.PostAsync($"messages/{message}/retry");
        (answer.Status, answer.Code).Should().Be((500, "MSG_001"));
        world.Message(message).RetryCount.Should().Be(1);
        world.Message(message).FailedAt.Should().Be(world.Fake.Clock.Now);

        world.Fake.Recipients.When("dana+fail@acme.example");
        (await world.PostAsync($"messages/{message}/retry")).Data["retry_count"]!.GetValue<int>().Should().Be(2);
        world.State.Accounts.Single().Usage.Messages.Should().Be(1);
        (await world.GetAsync($"contacts/{contact}/conversations")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task A_retry_needs_a_contact_that_can_be_reached_and_allowance()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string contact, string message) = await world.SentAsync("dana+fail@acme.example");
        world.Fake.Markus.Account.PlanId = null;
        (await world.PostAsync($"messages/{message}/retry")).Code.Should().Be("MSG_015");
        await world.DeleteAsync($"contacts/{contact}");
        (await world.PostAsync($"messages/{message}/retry")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task A_bulk_decision_treats_each_message_by_itself()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        foreach (char name in "ab") await world.ContactAsync(campaign, $"{name}@acme.example");
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        await world.ApproveAsync(pending[0]);
        const string Nobody = "00000000-0000-4000-8000-000000000000";
        MarkusAnswer answer = await world.PostAsync("messages/bulk", $$"""{"action":"approve","message_ids":["{{pending[0]}}","{{pending[1].ToUpperInvariant()}}","{{Nobody}}"]}""");
        answer.Data.ToJsonString().Should().Be($$$"""{"action":"approve","total":3,"succeeded":1,"failed":2,"results":[{"message_id":"{{{pending[0]}}}","success":false,"status":"sent","error":{"code":"MSG_004","message":"message already approved"}},{"message_id":"{{{pending[1]}}}","success":true,"status":"approved","error":null},{"message_id":"{{{Nobody}}}","success":false,"status":null,"error":{"code":"MSG_005","message":"message not found"}}]}""");
    }

    [Theory]
    [InlineData("""{"action":"send","message_ids":["00000000-0000-4000-8000-000000000000"]}""", "action")]
    [InlineData("""{"action":"reject","message_ids":[]}""", "message_ids")]
    [InlineData("""{"action":"reject","message_ids":["x"]}""", "message_ids[0]")]
    [InlineData("""{"action":"reject","message_ids":["00000000-0000-4000-8000-00000000000A","00000000-0000-4000-8000-00000000000a"]}""", "message_ids")]
    public async Task A_bad_bulk_decision_is_refused(string body, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("messages/bulk", body);
        (answer.Code, string.Join(",", answer.Fields)).Should().Be(("SERVER_002", field));
    }

    [Fact]
    public async Task The_queue_filters_and_shows_contact_and_campaign()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string first = await world.CampaignAsync();
        string second = await world.CampaignAsync("\"channels\":[\"instagram\",\"email\"]");
        string a = await world.ContactAsync(first, "a@acme.example");
        await world.ContactAsync(second, "b@acme.example", "\"social\":{\"instagram\":\"b\"}");
        await world.ActivateAsync(first);
        await world.ActivateAsync(second);
        (await world.PendingAsync()).Should().HaveCount(2);
        (await world.PendingAsync("&channel=instagram")).Should().ContainSingle();
        (await world.PendingAsync($"&campaign_id={first}")).Should().ContainSingle();
        (await world.PendingAsync($"&contact_id={a}&channel=email")).Should().ContainSingle();
        (await world.PendingAsync($"&contact_id={a}&channel=instagram")).Should().BeEmpty();
        var message = (await world.GetAsync("messages/pending")).Items[1]!;
        ((string?)message["subject"], (string)message["contact"]!["email"]!, (string)message["campaign"]!["id"]!, (int)message["sequence_step"]!).Should().Be((null, "b@acme.example", second, 0));
    }

    private static async Task<string> InStateAsync(MarkusWorld world, string state)
    {
        if (state == "unknown") return "00000000-0000-4000-8000-000000000000";
        string tag = state switch { "failed" => "+fail", "bounced" => "+bounce", "opened" => "+open", _ => "" };
        string campaign = await world.CampaignAsync(Settings);
        string contact = await world.ContactAsync(campaign, $"dana{tag}@acme.example");
        await world.ActivateAsync(campaign);
        string id = (await world.PendingAsync()).Single();
        switch (state)
        {
            case "pending_approval": return id;
            case "rejected":
                await world.PostAsync($"messages/{id}/reject");
                return id;
            case "withdrawn":
                await world.PatchAsync($"contacts/{contact}", """{"campaign_id":null}""");
                return id;
        }

        await world.ApproveAsync(id);
        if (state == "approved") return id;
        await world.PassToAsync("2026-03-02T12:00:00Z");
        if (state == "sent") return id;
        if (state == "failed")
        {
            world.Fake.Recipients.When("dana+fail@acme.example");
            return id;
        }

        await world.PassAsync(TimeSpan.FromMinutes(20));
        if (state != "received") return id;
        string conversation = (string)(await world.GetAsync("conversations")).Items.Single()!["id"]!;
        return world.Fake.Markus.Receive(conversation, "Hello");
    }

    [Theory]
    [InlineData("PATCH", """{"status":"completed"}""")]
    [InlineData("DELETE", null)]
    public async Task A_message_of_a_campaign_that_has_ended_is_not_sent_again(string method, string? body)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.Disconnect(Channel.Email);
        (string campaign, string _, string message) = await world.SentAsync();
        world.Fake.Markus.Account.Connect(Channel.Email, "hello@northwind-outreach.example");
        (await world.SendAsync(method, $"campaigns/{campaign}", body)).Status.Should().Be(200);
        (await world.PostAsync($"messages/{message}/retry")).Code.Should().Be("SERVER_005");
        world.Message(message).Status.Should().Be(MessageStatus.Failed);
        world.State.Conversations.Should().BeEmpty();
    }
}
