namespace Outreach.FakeServer.Tests.Markus;

/// <summary>A warning is given the first time in a period that a use reaches four fifths of the plan's limit.</summary>
public sealed class UsageWarningTests
{
    [Theory]
    [InlineData("campaigns", "starter", 4)]
    [InlineData("contacts", "free", 24)]
    [InlineData("messages", "free", 240)]
    [InlineData("ai", "free", 40)]
    public async Task One_warning_is_given_at_four_fifths_and_again_in_the_next_period(string kind, string plan, int limit)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = plan;
        world.Fake.Markus.Account.SetChannel(Sdk.Markus.Channel.Email, dailyLimit: 1000);
        string contact = kind == "messages" ? await world.ContactAsync(null, "dana@acme.example") : "";
        int n = 0;

        async Task UseAsync()
        {
            n++;
            MarkusAnswer answer = kind switch
            {
                "campaigns" => await world.PostAsync("campaigns", """{"name":"Test","objective_type":"custom"}"""),
                "contacts" => await world.PostAsync("contacts", $$"""{"email":"c{{n}}@acme.example"}"""),
                "messages" => await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"Hello"}"""),
                _ => await world.PostAsync("ai/analyze-response", """{"text":"Yes"}"""),
            };
            answer.Status.Should().BeLessThan(300, answer.Text);
        }

        while (n < limit - 1) await UseAsync();
        (await WarningsAsync(world)).Should().Be(0);
        await UseAsync();
        (await WarningsAsync(world)).Should().Be(1);
        await UseAsync();
        (await WarningsAsync(world)).Should().Be(1);
        await world.PassToAsync("2026-04-01T00:00:00Z");
        for (int i = 0; i < limit; i++) await UseAsync();
        (await WarningsAsync(world)).Should().Be(2);
    }

    private static async Task<int> WarningsAsync(MarkusWorld world) => (int)(await world.GetAsync("notifications?type=usage_warning")).Body["pagination"]!["total"]!;
}
