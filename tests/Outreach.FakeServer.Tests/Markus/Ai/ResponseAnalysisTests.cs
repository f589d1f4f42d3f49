using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The analysis table of section 6.</summary>
public sealed class ResponseAnalysisTests
{
    [Theory]
    [InlineData("Please UNSUBSCRIBE me, that would be great.", "negative", -0.8, "unsubscribe", "unsubscribed")]
    [InlineData("stop", "negative", -0.8, "unsubscribe", "unsubscribed")]
    [InlineData("We are not interested, call somebody else.", "negative", -0.6, "not_interested", "not_interested")]
    [InlineData("No thanks!", "negative", -0.6, "not_interested", "not_interested")]
    [InlineData("I am out of office, let us talk in May.", "neutral", 0, "out_of_office", null)]
    [InlineData("On vacation", "neutral", 0, "out_of_office", null)]
    [InlineData("Sounds great, can we talk Thursday?", "positive", 0.8, "meeting_request", "interested")]
    [InlineData("Let us meet.", "positive", 0.8, "meeting_request", "interested")]
    [InlineData("Please schedule something", "positive", 0.8, "meeting_request", "interested")]
    [InlineData("Give me a call", "positive", 0.8, "meeting_request", "interested")]
    [InlineData("Great idea.", "positive", 0.7, "interested", "interested")]
    [InlineData("Yes, what does it cost?", "positive", 0.7, "interested", "interested")]
    [InlineData("I am interested", "positive", 0.7, "interested", "interested")]
    [InlineData("What does it cost?", "neutral", 0.1, "question", null)]
    [InlineData("The nonstop recall of yesterday", "neutral", 0, "other", null)]
    [InlineData("Thanks.", "neutral", 0, "other", null)]
    public async Task A_text_is_read_by_whole_words_and_the_first_match_wins(string text, string sentiment, double score, string intent, string? status)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        ResponseAnalysis analysis = await client.Markus.Ai.AnalyzeResponseAsync(new() { Text = text });

        (analysis.Sentiment.Value, analysis.SentimentScore, analysis.Intent.Value, analysis.SuggestedContactStatus?.Value).Should().Be((sentiment, score, intent, status));
        (analysis.ConversationId, analysis.MessageId, analysis.CreatedAt).Should().Be((null, null, fake.Clock.Now));
        analysis.SuggestedActions.Should().NotBeEmpty();
        analysis.Confidence.Should().BeInRange(0, 1);
    }

    [Fact]
    public async Task An_analysis_of_a_conversation_reads_its_latest_inbound_message_and_stays_on_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        (_, string contact, _) = await world.SentAsync();
        Conversation conversation = (await client.Markus.Conversations.ListAsync()).Items.Single();
        world.Fake.Markus.Receive(conversation.Id, "No thanks.");
        string latest = world.Fake.Markus.Receive(conversation.Id, "On second thought, yes.");

        ResponseAnalysis analysis = await client.Markus.Ai.AnalyzeResponseAsync(new() { ConversationId = conversation.Id });

        (analysis.MessageId, analysis.Intent).Should().Be((latest, ResponseIntent.Interested));
        ConversationDetail detail = await client.Markus.Conversations.GetAsync(conversation.Id);
        detail.Analysis.Should().BeEquivalentTo(analysis);
        detail.Sentiment.Should().Be(Sentiment.Positive);
        (await client.Markus.Contacts.GetAsync(contact)).Status.Should().Be(ContactStatus.Replied, "an analysis leaves the contact alone");
        (await client.Markus.Ai.AnalyzeResponseAsync(new() { MessageId = latest })).ConversationId.Should().Be(conversation.Id);
    }

    [Fact]
    public async Task A_conversation_without_reply_and_an_outbound_message_cannot_be_analysed()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (_, _, string message) = await world.SentAsync();
        string conversation = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;

        MarkusAnswer silent = await world.PostAsync("ai/analyze-response", $$"""{"conversation_id":"{{conversation}}"}""");
        (silent.Status, silent.Code).Should().Be((400, "SERVER_005"));
        (await world.PostAsync("ai/analyze-response", $$"""{"message_id":"{{message}}"}""")).Code.Should().Be("MSG_005");
        (await world.GetAsync("ai/usage")).Data["generations_used"]!.GetValue<int>().Should().Be(0);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"text":"a","conversation_id":"00000000-0000-4000-8000-000000000000"}""", "")]
    [InlineData("""{"text":""}""", "text")]
    [InlineData("""{"message_id":"x"}""", "message_id")]
    public async Task Exactly_one_good_member_is_wanted(string body, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await world.PostAsync("ai/analyze-response", body);

        (answer.Status, answer.Code).Should().Be((400, "SERVER_002"));
        answer.Fields.Should().Equal(field);
    }
}
