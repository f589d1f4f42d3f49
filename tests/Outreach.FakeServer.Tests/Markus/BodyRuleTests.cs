using System.Net.Http.Headers;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>What holds for bodies whatever the operation.</summary>
public sealed class BodyRuleTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task An_update_without_any_member_is_refused()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        foreach (string path in (string[])[$"campaigns/{campaign}", $"contacts/{contact}"])
        {
            MarkusAnswer answer = await world.PatchAsync(path, "{}");
            (answer.Status, answer.Code).Should().Be((400, "SERVER_002"), path);
            answer.Fields.Should().Equal("");
            (await world.PatchAsync(path, """{"unknown":1}""")).Status.Should().Be(200, path);
        }
    }

    [Theory]
    [InlineData("campaigns", """{"end_date":"2000-01-01T00:00:00Z","settings":{"daily_send_limit":0},"product":{"name":"x"},"objective_type":"custom","name":""}""", "name", "product", "settings.daily_send_limit", "end_date")]
    [InlineData("channels/send", $$"""{"channel":"instagram","contact_id":"{{Nobody}}","subject":"x"}""", "subject", "body")]
    [InlineData("ai/generate", """{"purpose":"reply","max_words":1}""", "conversation_id", "max_words", "")]
    [InlineData("discovery/search", """{"max_results":0,"query":"bars"}""", "location", "max_results")]
    [InlineData("contacts", """{"tags":["a","a"],"type":"x"}""", "type", "tags", "")]
    public async Task All_violations_are_told_in_document_order(string path, string body, params string[] fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync(path, body);
        answer.Code.Should().Be("SERVER_002");
        answer.Fields.Should().Equal(fields);
    }

    [Theory]
    [InlineData("""{"name":"\ud800","objective_type":"custom"}""")]
    [InlineData("""{"name":"x","objective_type":"custom","\udc00":1}""")]
    [InlineData("""{"name":"x","objective_type":"custom","other":["\uD83D"]}""")]
    public async Task Half_a_surrogate_pair_is_no_text(string body)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("campaigns", body);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
        (await world.PostAsync("campaigns", """{"name":"\ud83d\ude00","objective_type":"custom"}""")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_no_JSON()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using HttpClient http = world.Fake.CreateHttpClient("markus");
        using HttpRequestMessage request = new(HttpMethod.Post, "campaigns") { Content = new ByteArrayContent([.. "{\"name\":\""u8, 0xFF, .. "\",\"objective_type\":\"custom\"}"u8]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", world.Key);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpResponseMessage message = await http.SendAsync(request);
        MarkusAnswer answer = new((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"));
    }

    [Fact]
    public async Task Instants_come_back_as_whole_seconds_of_UTC()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom","start_date":"2030-01-01T00:00:00.5+02:00"}""");
        ((string)answer.Data["start_date"]!).Should().Be("2029-12-31T22:00:00Z");
    }
}
