using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Connected accounts, availability and direct sending.</summary>
public sealed class ChannelTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task Accounts_are_listed_by_channel_then_oldest_first()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string second = fake.Markus.Account.Connect(Channel.Email, "second@northwind-outreach.example", 10);

        IReadOnlyList<ConnectedAccount> accounts = await client.Markus.Channels.ListAccountsAsync();

        accounts.Select(account => (account.Channel, account.Status.Value, account.DailyLimit, account.IsDefault)).Should().Equal(
            (Channel.Email, "connected", 200, true), (Channel.Email, "connected", 10, false), (Channel.Instagram, "connected", 40, true), (Channel.Twitter, "connected", 40, true), (Channel.LinkedIn, "expired", 20, true));
        (await client.Markus.Channels.ListAccountsAsync(Channel.Email)).Select(account => account.Id).Should().Equal(accounts[0].Id, second);
    }

    /// <summary>Each row makes its own reason hold and every later one too.</summary>
    [Theory]
    [InlineData("contact_unsubscribed", 0)]
    [InlineData("contact_unreachable", 1)]
    [InlineData("not_in_plan", 2)]
    [InlineData("no_connected_account", 3)]
    [InlineData("account_not_connected", 4)]
    [InlineData("daily_limit_reached", 5)]
    public async Task Of_several_reasons_the_first_is_given(string reason, int from)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        FakeServer.Markus.MarkusAccount account = world.Fake.Markus.Account;
        string contact = await world.ContactAsync(null, "dana@acme.example", "\"social\":{\"instagram\":\"dana\"}");
        string sender = (await client.Markus.Channels.ListAccountsAsync(Channel.Instagram)).Single().Id;
        account.SetChannel(Channel.Instagram, dailyLimit: 1);
        (await world.PostAsync("channels/send", $$"""{"channel":"instagram","contact_id":"{{contact}}","body":"Hello"}""")).Status.Should().Be(201);
        if (from <= 4) account.SetChannel(Channel.Instagram, ConnectedAccountStatus.Expired);
        if (from <= 3) account.Disconnect(Channel.Instagram);
        if (from <= 2) account.PlanId = "free";
        if (from <= 1) await client.Markus.Contacts.UpdateAsync(contact, new() { Social = new SocialHandles() });
        if (from <= 0) await world.PatchAsync($"contacts/{contact}", """{"status":"unsubscribed"}""");

        ChannelAvailability availability = await client.Markus.Channels.AvailabilityAsync(contact);

        availability.Channels.Select(item => item.Channel).Should().Equal(Channel.Known);
        ChannelAvailabilityItem item = availability.Channels.Single(one => one.Channel == Channel.Instagram);
        (item.Available, item.Reason?.Value, item.RemainingToday).Should().Be((false, reason, 0));
        item.AccountId.Should().Be(from <= 3 ? null : sender);
        MarkusAnswer refused = await world.PostAsync("channels/send", $$"""{"channel":"instagram","contact_id":"{{contact}}","body":"Hello"}""");
        (refused.Status, refused.Code, refused.Reason).Should().Be((400, "SERVER_005", $"channel not available: {reason}"));
    }

    [Fact]
    public async Task Availability_names_recipient_sender_and_what_is_left()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"Hello"}""");

        ChannelAvailability one = await client.Markus.Channels.AvailabilityAsync(contact);
        ChannelAvailability general = await client.Markus.Channels.AvailabilityAsync();

        (one.ContactId, one.RecommendedChannel).Should().Be((contact, Channel.Email));
        (one.Channels[0].Available, one.Channels[0].Recipient, one.Channels[0].RemainingToday).Should().Be((true, "dana@acme.example", 199));
        one.Channels.Skip(1).Select(item => item.Reason?.Value).Should().OnlyContain(reason => reason == "contact_unreachable");
        general.ContactId.Should().BeNull();
        general.Channels.Select(item => (item.Available, item.Recipient, item.RemainingToday)).Should().Equal((true, null, 199), (true, null, 40), (true, null, 40), (false, null, 0));
        general.Channels[3].Reason.Should().Be(ChannelUnavailableReason.AccountNotConnected);
        (await world.GetAsync($"channels/availability?contact_id={Nobody}")).Code.Should().Be("CONT_001");
        (await world.GetAsync("channels/availability?contact_id=x")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task A_direct_message_opens_a_conversation_without_campaign_and_goes_out_at_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string contact = await world.ContactAsync(null, "dana@acme.example");

        Message message = await client.Markus.Channels.SendAsync(new() { Channel = Channel.Email, ContactId = contact, Subject = "Hi", Body = "Hello Dana" });

        (message.Status, message.CampaignId, message.AiGenerated, message.SequenceStep, message.SentAt).Should().Be((MessageStatus.Sent, null, false, null, world.Fake.Clock.Now));
        world.EventTypes.Should().EndWith(["conversation.created", "message.sent"]);
        world.Fake.Outbox.Should().ContainSingle(mail => mail.To == "dana@acme.example" && mail.Subject == "Hi" && mail.Text == "Hello Dana");
        Message second = await client.Markus.Channels.SendAsync(new() { Channel = Channel.Email, ConversationId = message.ConversationId, Body = "One more thing" });
        (second.ConversationId, second.Subject).Should().Be((message.ConversationId, "Re: Hi"));
        (await client.Markus.Contacts.GetAsync(contact)).Status.Should().Be(ContactStatus.Contacted);
        ConnectedAccount sender = (await client.Markus.Channels.ListAccountsAsync(Channel.Email)).Single();
        (sender.SentToday, sender.LastUsedAt).Should().Be((2, world.Fake.Clock.Now));
    }

    [Fact]
    public async Task A_message_to_a_contact_goes_on_in_its_latest_open_conversation_and_uses_that_campaigns_allowance()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        (string campaign, string contact, string first) = await world.SentAsync();

        Message message = await client.Markus.Channels.SendAsync(new() { Channel = Channel.Email, ContactId = contact, Body = "Hello again" });

        (message.CampaignId, message.ConversationId).Should().Be((campaign, world.Message(first).ConversationId));
        (await client.Markus.Campaigns.UsageAsync(campaign)).Campaigns.Single().MessagesUsed.Should().Be(2);
    }

    public static TheoryData<string, string, int, string, string?> BadSends() => new()
    {
        { "neither target", """{"channel":"email","body":"x"}""", 400, "SERVER_002", "" },
        { "both targets", """{"channel":"email","contact_id":"$contact","conversation_id":"$conversation","body":"x"}""", 400, "SERVER_002", "" },
        { "no channel", """{"contact_id":"$contact","body":"x"}""", 400, "SERVER_002", "channel" },
        { "no body", """{"channel":"email","contact_id":"$contact"}""", 400, "SERVER_002", "body" },
        { "empty subject", """{"channel":"email","contact_id":"$contact","subject":"","body":"x"}""", 400, "SERVER_002", "subject" },
        { "subject off email", """{"channel":"instagram","contact_id":"$contact","subject":"Hi","body":"x"}""", 400, "SERVER_002", "subject" },
        { "another channel's conversation", """{"channel":"instagram","conversation_id":"$conversation","body":"x"}""", 400, "SERVER_002", "channel" },
        { "another channel's account", """{"channel":"email","conversation_id":"$conversation","account_id":"$instagram","body":"x"}""", 400, "SERVER_002", "account_id" },
        { "first mail without subject", """{"channel":"email","contact_id":"$fresh","body":"x"}""", 400, "SERVER_002", "subject" },
        { "unknown contact", $$"""{"channel":"email","contact_id":"{{Nobody}}","body":"x"}""", 404, "CONT_001", null },
        { "unknown conversation", $$"""{"channel":"email","conversation_id":"{{Nobody}}","body":"x"}""", 404, "CONV_001", null },
        { "unknown account", $$"""{"channel":"email","conversation_id":"$conversation","account_id":"{{Nobody}}","body":"x"}""", 404, "SERVER_003", null },
        { "provider refuses a contact", """{"channel":"email","contact_id":"$failing","subject":"Hi","body":"x"}""", 500, "MSG_001", null },
    };

    [Theory]
    [MemberData(nameof(BadSends))]
    public async Task Bad_sends_are_refused_and_store_and_count_nothing(string what, string body, int status, string code, string? field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string fresh = await world.ContactAsync(null, "fresh@acme.example");
        string failing = await world.ContactAsync(null, "kim+fail@acme.example");
        MarkusAnswer sent = await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"Hello"}""");
        string instagram = (string)(await world.GetAsync("channels/accounts?channel=instagram")).Items[0]!["id"]!;
        int messages = world.State.Messages.Count;

        MarkusAnswer answer = await world.PostAsync("channels/send", body
            .Replace("$contact", contact, StringComparison.Ordinal).Replace("$conversation", (string)sent.Data["conversation_id"]!, StringComparison.Ordinal)
            .Replace("$instagram", instagram, StringComparison.Ordinal).Replace("$fresh", fresh, StringComparison.Ordinal).Replace("$failing", failing, StringComparison.Ordinal));

        (answer.Status, answer.Code).Should().Be((status, code), $"{what}: {answer.Text}");
        if (field is not null) answer.Fields.Should().Equal(field);
        world.State.Messages.Count.Should().Be(messages);
        world.State.Allowances.Usage(world.State.Accounts.Single()).Messages.Should().Be(1);
    }

    [Fact]
    public async Task A_closed_conversation_takes_no_message_and_a_refused_reply_is_CONV_003()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, string message) = await world.SentAsync();
        string conversation = world.Message(message).ConversationId!;
        string send = $$"""{"channel":"email","conversation_id":"{{conversation}}","body":"x"}""";
        world.Fake.Recipients.When("dana@acme.example", new Reaction(ReactionKind.Refuse));
        (await world.PostAsync("channels/send", send)).Code.Should().Be("CONV_003");
        world.Fake.Recipients.Clear();
        await world.DeleteAsync($"campaigns/{campaign}");

        MarkusAnswer closed = await world.PostAsync("channels/send", send);

        (closed.Status, closed.Code, closed.Reason).Should().Be((400, "SERVER_005", "conversation is closed"));
    }

    [Fact]
    public async Task The_conversation_of_a_deleted_contact_takes_no_message()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (_, string contact, string message) = await world.SentAsync();
        await world.DeleteAsync($"contacts/{contact}");

        MarkusAnswer answer = await world.PostAsync("channels/send", $$"""{"channel":"email","conversation_id":"{{world.Message(message).ConversationId}}","body":"x"}""");

        (answer.Status, answer.Code, answer.Reason).Should().Be((400, "SERVER_005", "contact is deleted"));
    }

    [Fact]
    public async Task A_chosen_account_sends_and_its_own_state_decides()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string second = world.Fake.Markus.Account.Connect(Channel.Email, "second@northwind-outreach.example", 1);
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string send = $$"""{"channel":"email","contact_id":"{{contact}}","account_id":"{{second}}","subject":"Hi","body":"x"}""";

        (await world.PostAsync("channels/send", send)).Status.Should().Be(201);
        world.Fake.Outbox.Single().From.Should().Be("second@northwind-outreach.example");
        (await world.PostAsync("channels/send", send)).Reason.Should().Be("channel not available: daily_limit_reached");
        await world.PassToAsync("2026-03-03T00:00:00Z");
        (await world.PostAsync("channels/send", send)).Status.Should().Be(201);
    }
}
