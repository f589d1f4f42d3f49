using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Content, strategy, suggestions, and what they cost.</summary>
public sealed class AiTests
{
    [Theory]
    [InlineData("email", "initial_outreach", true)]
    [InlineData("email", "follow_up", true)]
    [InlineData("instagram", "initial_outreach", false)]
    [InlineData("linkedin", "follow_up", false)]
    public async Task Content_has_a_subject_on_email_only(string channel, string purpose, bool subject)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync("\"settings\":{\"tone\":\"bold\",\"language\":\"de\"}");
        string contact = await world.ContactAsync(campaign, "dana@acme.example", "\"name\":\"Dana Reyes\"");

        GeneratedContent content = await client.Markus.Ai.GenerateContentAsync(new()
        {
            CampaignId = campaign,
            ContactId = contact,
            Channel = Channel.From(channel),
            Purpose = ContentPurpose.From(purpose),
            Instructions = "Ask one question.",
        });

        (content.CampaignId, content.ContactId, content.Channel.Value, content.Tone, content.Language).Should().Be((campaign, contact, channel, MessageTone.Bold, "de"));
        (content.Subject is not null).Should().Be(subject);
        content.Body.Should().StartWith("Dana!").And.EndWith("Ask one question.");
        content.GenerationsRemaining.Should().Be(2499);
        (await world.PendingAsync()).Should().BeEmpty("nothing is stored as a message");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(25)]
    public async Task The_number_of_words_is_kept(int words)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        GeneratedContent content = await client.Markus.Ai.GenerateContentAsync(new() { Instructions = string.Join(' ', Enumerable.Repeat("word", 60)), MaxWords = words });

        content.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(words);
    }

    [Fact]
    public async Task A_reply_answers_the_conversation_under_its_subject()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        await world.SentAsync();
        Conversation conversation = (await client.Markus.Conversations.ListAsync()).Items.Single();

        GeneratedContent content = await client.Markus.Ai.GenerateContentAsync(new() { ConversationId = conversation.Id, Purpose = ContentPurpose.Reply, Instructions = "Propose Friday." });

        content.Subject.Should().Be("Re: " + conversation.Subject);
        content.Body.Should().EndWith("Propose Friday.");
    }

    [Theory]
    [InlineData("{}", "SERVER_002", "")]
    [InlineData("""{"instructions":"  "}""", "SERVER_002", "")]
    [InlineData("""{"instructions":"x","purpose":"reply"}""", "SERVER_002", "conversation_id")]
    [InlineData("""{"instructions":"x","max_words":19}""", "SERVER_002", "max_words")]
    [InlineData("""{"instructions":"x","max_words":1001}""", "SERVER_002", "max_words")]
    [InlineData("""{"instructions":"x","language":"d"}""", "SERVER_002", "language")]
    [InlineData("""{"instructions":"x","channel":"fax"}""", "SERVER_002", "channel")]
    [InlineData("""{"campaign_id":"00000000-0000-4000-8000-000000000000"}""", "CAMP_001", null)]
    [InlineData("""{"instructions":"x","contact_id":"00000000-0000-4000-8000-000000000000"}""", "CONT_001", null)]
    [InlineData("""{"instructions":"x","conversation_id":"00000000-0000-4000-8000-000000000000"}""", "CONV_001", null)]
    [InlineData("""{"instructions":"[filtered]"}""", "AI_005", null)]
    public async Task Bad_wishes_are_refused_and_cost_nothing(string body, string code, string? field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await world.PostAsync("ai/generate", body);

        answer.Code.Should().Be(code);
        if (field is not null) answer.Fields.Should().Equal(field);
        ((int)(await world.GetAsync("ai/usage")).Data["generations_used"]!).Should().Be(0);
    }

    [Fact]
    public async Task A_strategy_is_stored_on_its_campaign_and_replaces_the_previous_one()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync("\"settings\":{\"follow_ups\":{\"enabled\":true,\"max_follow_ups\":2,\"delay_days\":4}}");
        await client.Markus.Ai.GenerateStrategyAsync(new() { CampaignId = campaign });

        CampaignStrategy strategy = await client.Markus.Ai.GenerateStrategyAsync(new() { CampaignId = campaign });

        strategy.Sequence.Select(step => (step.Step, step.DelayDays, step.Channel)).Should().Equal((1, 0, Channel.Email), (2, 4, Channel.Email), (3, 4, Channel.Email));
        strategy.AudienceSegments.Should().NotBeEmpty();
        (await client.Markus.Campaigns.GetAsync(campaign)).Strategy.Should().BeEquivalentTo(strategy);
        (await world.PostAsync("ai/strategy", $$"""{"campaign_id":"{{campaign}}","instructions":"[filtered]"}""")).Code.Should().Be("AI_005");
        AiUsage usage = await client.Markus.Ai.UsageAsync();
        (usage.GenerationsUsed, usage.GenerationsLimit, usage.GenerationsRemaining, usage.ByType.Strategy).Should().Be((2, 2500, 2498, 2));
        (usage.PeriodStart, usage.PeriodEnd).Should().Be((new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Usage_counts_by_kind_and_restarts_with_the_month()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "Launch", ObjectiveType = ObjectiveType.Custom });
        await client.Markus.Ai.GenerateContentAsync(new() { CampaignId = campaign.Id });
        await client.Markus.Ai.GenerateStrategyAsync(new() { CampaignId = campaign.Id });
        await client.Markus.Ai.AnalyzeResponseAsync(new() { Text = "Yes" });
        await client.Markus.Ai.AnalyzeResponseAsync(new() { Text = "No thanks" });

        (await client.Markus.Ai.UsageAsync()).ByType.Should().Be(new AiUsageByType { Content = 1, Strategy = 1, Analysis = 2 });
        await fake.Clock.AdvanceToAsync(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        (await client.Markus.Ai.UsageAsync()).GenerationsUsed.Should().Be(0);
    }

    [Fact]
    public async Task At_eighty_percent_of_the_plan_one_warning_is_given_and_at_the_end_AI_004_without_a_wait()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        for (int i = 0; i < 39; i++) (await world.PostAsync("ai/generate", """{"instructions":"x"}""")).Status.Should().Be(200);
        (await WarningsAsync(world)).Should().Be(0);
        for (int i = 0; i < 11; i++) (await world.PostAsync("ai/generate", """{"instructions":"x"}""")).Status.Should().Be(200);

        MarkusAnswer answer = await world.PostAsync("ai/generate", """{"instructions":"[filtered]"}""");

        (answer.Status, answer.Code, answer.Header("Retry-After")).Should().Be((429, "AI_004", null), "the allowance is looked at before the filter");
        (await WarningsAsync(world)).Should().Be(1);
        await world.PassToAsync("2026-04-01T00:00:00Z");
        (await world.PostAsync("ai/generate", """{"instructions":"x"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_credit_campaign_has_fifty_generations_of_its_own()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = null;
        world.Fake.Markus.Account.Credits = 1;
        string campaign = await world.CampaignAsync();
        for (int i = 49; i >= 0; i--) ((int)(await world.PostAsync("ai/generate", $$"""{"campaign_id":"{{campaign}}"}""")).Data["generations_remaining"]!).Should().Be(i);

        (await world.PostAsync("ai/generate", $$"""{"campaign_id":"{{campaign}}"}""")).Code.Should().Be("AI_004");
        ((int)(await world.GetAsync("ai/usage")).Data["generations_used"]!).Should().Be(0);
    }

    [Fact]
    public async Task Suggestions_answer_an_inbound_message_in_three_tones_and_are_free()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        await world.SentAsync();
        string conversation = (await client.Markus.Conversations.ListAsync()).Items.Single().Id;
        (await client.Markus.Ai.SuggestionsAsync(conversation)).Should().BeEmpty();
        world.Fake.Markus.Receive(conversation, "Can we talk?");

        IReadOnlyList<SuggestedResponse> suggestions = await client.Markus.Ai.SuggestionsAsync(conversation);

        suggestions.Select(one => one.Tone).Should().Equal(MessageTone.Professional, MessageTone.Friendly, MessageTone.Casual);
        suggestions.Should().BeInDescendingOrder(one => one.Confidence).And.OnlyContain(one => one.Subject!.StartsWith("Re: ") && one.ConversationId == conversation);
        (await client.Markus.Ai.SuggestionsAsync(conversation)).Should().Equal(suggestions);
        (await client.Markus.Ai.UsageAsync()).GenerationsUsed.Should().Be(0);
    }

    private static async Task<int> WarningsAsync(MarkusWorld world) => (await world.GetAsync("notifications?type=usage_warning")).Items.Count;

    [Fact]
    public async Task Whatever_stands_between_words_the_body_keeps_to_max_words()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string instructions = string.Join("\\t", Enumerable.Range(0, 100));
        MarkusAnswer answer = await world.PostAsync("ai/generate", $$"""{"instructions":"{{instructions}}","max_words":20}""");
        ((string)answer.Data["body"]!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(20);
    }

    [Fact]
    public async Task Suggestions_for_a_message_stay_the_same_as_time_passes()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync();
        string conversation = world.State.Conversations.Single().Id;
        world.Fake.Markus.Receive(conversation, "Great, tell me more");
        MarkusAnswer first = await world.GetAsync($"ai/suggestions/{conversation}");
        await world.PassAsync(TimeSpan.FromMinutes(5));
        (await world.GetAsync($"ai/suggestions/{conversation}")).Text.Should().Be(first.Text);
    }
}
