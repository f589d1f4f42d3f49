using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Tests.Markus;

namespace Outreach.FakeServer.Tests.Store;

/// <summary>A world that comes back from its file knows what happened first, also where the rows do not tell.</summary>
public sealed class RowOrderTests
{
    [Fact]
    public async Task Messages_that_were_approved_against_their_age_are_planned_in_order_of_approval_after_a_restart()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"settings\":{\"daily_send_limit\":1}");
        for (int i = 0; i < 4; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        await world.ActivateAsync(campaign);
        string[] approved = [.. (await world.PendingAsync()).Reverse()];
        foreach (string message in approved) await world.ApproveAsync(message);
        await world.PatchAsync($"campaigns/{campaign}", """{"status":"paused"}""");

        Restart(world);

        await world.ActivateAsync(campaign);
        approved[1..].Select(message => world.Message(message).ScheduledAt).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_conversation_shows_its_messages_in_order_of_sending_after_a_restart()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string _, string _, string first) = await world.SentAsync();
        await world.PassAsync(TimeSpan.FromDays(3));
        string followUp = (await world.PendingAsync()).Single();
        string conversation = world.State.Conversations.Single().Id;
        string direct = (await world.PostAsync("channels/send", $$"""{"channel":"email","conversation_id":"{{conversation}}","body":"One more thing"}""")).Id;
        await world.ApproveAsync(followUp);

        Restart(world);

        (await world.GetAsync($"conversations/{conversation}/messages")).Items.Select(item => (string)item!["id"]!).Should().Equal(first, direct, followUp);
        ((string)(await world.GetAsync($"conversations/{conversation}")).Data["last_message"]!["id"]!).Should().Be(followUp);
    }

    [Theory]
    [InlineData("""[{"part":"markus.nothing","index":0,"rows":[0]}]""", "*there is no table 'markus.nothing'*")]
    [InlineData("""[{"part":"markus.messages","index":99,"rows":[0]}]""", "*there is no index 99*")]
    [InlineData("""[{"part":"markus.campaigns","index":0,"rows":[1]}]""", "*not all those of one key*")]
    [InlineData("""[{"part":"markus.campaigns","index":0,"rows":[0,0]}]""", "*not all those of one key*")]
    [InlineData("""[{"part":"markus.campaigns","index":0,"rows":[7]}]""", "*not all those of one key*")]
    [InlineData("""[{"part":"markus.campaigns","index":0,"rows":[]}]""", "*not all those of one key*")]
    public async Task An_order_that_fits_no_rows_is_refused(string orders, string why)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.CampaignAsync();
        await world.CampaignAsync();
        JsonObject parts = JsonObject.Create(StateFileParts.Of(world.Fake.World))!;
        parts["orders"] = JsonNode.Parse(orders);
        Action read = () => StateFile.ReadParts(world.Fake.World, JsonSerializer.SerializeToElement<JsonNode>(parts));
        read.Should().Throw<FormatException>().WithMessage("part 'orders' cannot be read: [0]" + why);
    }

    // Into the same world, whose tables are read anew.
    private static void Restart(MarkusWorld world)
    {
        StateFile.ReadParts(world.Fake.World, StateFileParts.Of(world.Fake.World));
    }
}
