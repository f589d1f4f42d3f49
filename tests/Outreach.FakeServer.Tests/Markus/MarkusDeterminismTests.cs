using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class MarkusDeterminismTests
{
    [Fact]
    public async Task The_same_scenario_gives_the_same_bytes()
    {
        string first = await ScenarioAsync(new FakeOptions());
        string second = await ScenarioAsync(new FakeOptions());
        second.Should().Be(first);
        (await ScenarioAsync(new FakeOptions { Seed = 2 })).Should().NotBe(first);
    }

    [Fact]
    public async Task A_restored_world_goes_the_same_way_again()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.SentAsync("dana+open+reply@acme.example");
        FakeSnapshot snapshot = world.Fake.Snapshot();
        async Task<string> GoOnAsync()
        {
            await world.PassAsync(TimeSpan.FromDays(4));
            await world.ContactAsync(null, "later@acme.example");
            return (await world.GetAsync("conversations")).Text + (await world.GetAsync("contacts")).Text + (await world.GetAsync("messages/pending")).Text;
        }

        string once = await GoOnAsync();
        world.Fake.Restore(snapshot);
        (await GoOnAsync()).Should().Be(once);
    }

    [Fact]
    public async Task Every_part_of_the_state_survives_its_JSON()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string _, string _) = await world.SentAsync("dana+open+reply@acme.example", "\"settings\":{\"daily_send_limit\":1}");
        await world.ContactAsync(campaign, "erin@acme.example", "\"social\":{\"twitter\":\"e\"},\"location\":{\"country\":\"US\"},\"custom_fields\":{\"a\":\"b\"}");
        await world.ApproveAllAsync();
        string product = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
        await world.PostAsync($"campaigns/{product}/analyze-product");
        await world.PassAsync(TimeSpan.FromHours(2));
        string key = world.Fake.Markus.CreateKey("campaigns:read");
        await using OutreachFake copy = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false, Seed = world.Fake.Options.Seed });
        for (int i = 0; i < world.Fake.World.Parts.Count; i++)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) world.Fake.World.Parts[i].Write(writer);
            using JsonDocument json = JsonDocument.Parse(stream.ToArray());
            copy.World.Parts[i].Read(json.RootElement);
        }

        using HttpClient http = copy.CreateHttpClientWithKey("markus", copy.Markus.ApiKey);
        foreach (string path in (string[])["campaigns", $"campaigns/{campaign}", $"campaigns/{product}", "contacts?sort=name", "conversations", "messages/pending", "api-keys", "campaigns/usage"])
            (await http.GetStringAsync(path)).Should().Be((await world.GetAsync(path)).Text);
        await copy.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        await world.PassAsync(TimeSpan.FromDays(3));
        copy.Outbox.Select(mail => (mail.SentAt, mail.To, mail.Text)).Should().Equal(world.Fake.Outbox.Select(mail => (mail.SentAt, mail.To, mail.Text)));
        using HttpClient narrow = copy.CreateHttpClientWithKey("markus", key);
        ((int)(await narrow.GetAsync("campaigns")).StatusCode).Should().Be(200);
    }

    private static async Task<string> ScenarioAsync(FakeOptions options)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(options);
        StringBuilder log = new();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":2,\"follow_ups\":{\"enabled\":true,\"max_follow_ups\":1,\"delay_days\":1}}");
        log.Append((await world.PostAsync("contacts/import", $$"""{"campaign_id":"{{campaign}}","contacts":[{"email":"a+open@x.example"},{"email":"b+reply@x.example"},{"email":"c+bounce@x.example"},{"email":"d+fail@x.example"},{"email":"bad"}]}""")).Text);
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        for (int day = 0; day < 6; day++)
        {
            await world.PassAsync(TimeSpan.FromDays(1));
            foreach (string path in (string[])["campaigns", $"campaigns/{campaign}", "contacts", "conversations", "messages/pending", "conversations/metrics", "nowhere"]) log.Append((await world.GetAsync(path)).Text);
        }

        foreach (var e in world.Events) log.Append(e.Type).Append(Encoding.UTF8.GetString(e.Data.Span));
        foreach (OutboxMessage mail in world.Fake.Outbox) log.Append(mail.SentAt.UtcTicks).Append(mail.To).Append(mail.Subject).Append(mail.Text);
        return log.ToString();
    }
}
