using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_conversation_shows_its_parties_and_is_marked_read()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync();
        string id = (string)(await world.GetAsync("conversations")).Items.Single()!["id"]!;
        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.Fake.Markus.Receive(id, "Tell me more?");
        JsonNode data = (await world.GetAsync($"conversations/{id}")).Data;
        ((string)data["contact"]!["id"]!, (string)data["campaign"]!["id"]!, (string)data["last_message"]!["direction"]!).Should().Be((contact, campaign, "inbound"));
        data["engagement"]!.ToJsonString().Should().Be("""{"messages_sent":1,"messages_received":1,"messages_opened":0,"first_response_seconds":60}""");
        ((int)data["unread_count"]!).Should().Be(1, "getting it does not mark it read");

        MarkusAnswer messages = await world.GetAsync($"conversations/{id}/messages");
        messages.Items.Select(item => (string)item!["status"]!).Should().Equal("delivered", "received");
        ((string)messages.Items[0]!["id"]!).Should().Be(message);
        (await world.GetAsync($"conversations/{id}/messages?order=desc&limit=1")).Items.Single()!["body"]!.GetValue<string>().Should().Be("Tell me more?");

        await world.PassAsync(TimeSpan.FromMinutes(1));
        ((int)(await world.PostAsync($"conversations/{id}/read")).Data["marked_read"]!).Should().Be(1);
        MarkusAnswer again = await world.PostAsync($"conversations/{id}/read");
        ((int)again.Data["marked_read"]!, (string)again.Data["updated_at"]!).Should().Be((0, "2026-03-02T09:02:00Z"));
        ((string)(await world.GetAsync($"conversations/{id}")).Data["status"]!).Should().Be("needs_reply");
        (await world.GetAsync($"contacts/{contact}/conversations")).Items.Should().ContainSingle();
        foreach (string path in (string[])["", "/messages"]) (await world.GetAsync($"conversations/00000000-0000-4000-8000-000000000000{path}")).Code.Should().Be("CONV_001");
        (await world.PostAsync("conversations/00000000-0000-4000-8000-000000000000/read")).Code.Should().Be("CONV_001");
    }

    [Fact]
    public async Task The_inbox_is_ordered_by_the_last_message_and_filters()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"channels\":[\"email\",\"twitter\"]");
        foreach (char name in "abc") await world.ContactAsync(campaign, $"{name}@acme.example", $"\"name\":\"{name}\"");
        (await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","name":"d","social":{"twitter":"d"}}""")).Status.Should().Be(201);
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        async Task<string> NamesAsync(string query) => string.Join(",", (await world.GetAsync("conversations" + query)).Items.Select(item => (string)item!["contact"]!["name"]!));
        (await NamesAsync("")).Should().Be("d,c,b,a", "all were sent at one instant");
        string second = (string)(await world.GetAsync("conversations")).Items[2]!["id"]!;
        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.Fake.Markus.Receive(second, "Yes");
        (await NamesAsync("")).Should().Be("b,d,c,a");
        (await NamesAsync("?order=asc")).Should().Be("a,c,d,b");
        (await NamesAsync("?sort=created_at")).Should().Be("d,c,b,a");
        (await NamesAsync("?sort=created_at&order=asc&limit=2&page=2")).Should().Be("c,d");
        (await NamesAsync("?unread=true")).Should().Be("b");
        (await NamesAsync("?unread=false&channel=email")).Should().Be("c,a");
        (await NamesAsync("?status=needs_reply")).Should().Be("b");
        (await NamesAsync("?channel=twitter")).Should().Be("d");
        (await NamesAsync("?search=B@ACME")).Should().Be("b");
        (await NamesAsync($"?campaign_id={campaign}&limit=1")).Should().Be("b");
        (await NamesAsync("?campaign_id=00000000-0000-4000-8000-000000000000")).Should().Be("");
        (await NamesAsync($"?contact_id={(string)(await world.GetAsync($"conversations/{second}")).Data["contact_id"]!}")).Should().Be("b");
        (await world.GetAsync("conversations?limit=3")).Body["pagination"]!.ToJsonString().Should().Be("""{"page":1,"limit":3,"total":4,"total_pages":2,"has_more":true}""");
        (await world.GetAsync("conversations?unread=maybe")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task Metrics_are_those_of_the_conversations_that_match()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"channels\":[\"email\",\"twitter\"]");
        await world.ContactAsync(campaign, "a@acme.example");
        await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","social":{"twitter":"d"}}""");
        await world.PostAsync("contacts", $$$"""{"campaign_id":"{{{campaign}}}","social":{"twitter":"e"}}""");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        string last = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;
        await world.PassAsync(TimeSpan.FromSeconds(90));
        world.Fake.Markus.Receive(last, "Yes");
        (await world.GetAsync("conversations/metrics")).Data.ToJsonString().Should().Be(
            """{"total":3,"awaiting_reply":2,"needs_reply":1,"closed":0,"unread":1,"replied":1,"reply_rate":0.3333,"average_messages":1.33,"average_first_response_seconds":90,"by_channel":[{"channel":"email","conversations":1,"messages_sent":1,"messages_received":0,"reply_rate":0},{"channel":"twitter","conversations":2,"messages_sent":2,"messages_received":1,"reply_rate":0.5}],"by_sentiment":{"positive":0,"neutral":0,"negative":0,"unknown":3}}""");
        ((int)(await world.GetAsync("conversations/metrics?channel=email")).Data["total"]!).Should().Be(1);
        ((int)(await world.GetAsync("conversations/metrics?start_date=2026-03-03")).Data["total"]!).Should().Be(0);
        ((int)(await world.GetAsync("conversations/metrics?end_date=2026-03-02")).Data["total"]!).Should().Be(3);
        (await world.GetAsync("conversations/metrics?start_date=2026-03-03&end_date=2026-03-02")).Code.Should().Be("SERVER_005");
        (await world.GetAsync("conversations/metrics?start_date=yesterday")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task The_preview_has_140_characters_of_any_kind()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "dana@acme.example");
        string face = char.ConvertFromUtf32(0x1F600);
        string text = "x" + string.Concat(Enumerable.Repeat(face, 200));
        await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"{{text}}"}""");
        ((string)(await world.GetAsync("conversations")).Items[0]!["last_message_preview"]!).Should().Be("x" + string.Concat(Enumerable.Repeat(face, 139)));
    }
}
