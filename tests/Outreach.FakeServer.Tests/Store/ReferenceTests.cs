using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Markus;

namespace Outreach.FakeServer.Tests.Store;

/// <summary>What single members cannot show: rows that come in pairs, chains, and what every world must have.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("reachkit.tallies", "part 'reachkit.campaigns' cannot be read: [0].ordinal: there is no row in place 0 of reachkit.tallies.")]
    [InlineData("reachkit.lead_states", "part 'reachkit.leads' cannot be read: [0].ordinal: there is no row in place 0 of reachkit.lead_states.")]
    [InlineData("reachkit.inbox_tallies", "part 'reachkit.inboxes' cannot be read: [0].ordinal: there is no row in place 0 of reachkit.inbox_tallies.")]
    [InlineData("reachkit.workspaces", "part 'reachkit.workspaces' cannot be read: there is no row in place 0, the default workspace.")]
    [InlineData("markus.accounts", "part 'markus.fixture' cannot be read: accountId: '*' is the id of no row of markus.accounts.")]
    public async Task A_row_that_others_need_is_missed(string table, string message)
    {
        JsonObject parts = await PartsAsync();
        parts[table]![0] = null;

        Read(parts).Should().Throw<FormatException>().WithMessage(message);
    }

    [Theory]
    [InlineData(0, "[0].previous: 0 is not before the row's own place.")]
    [InlineData(-2, "[0].previous: there is no row in place -2 of reachkit.slots.")]
    public async Task A_chain_that_would_never_end_is_refused(int previous, string message)
    {
        JsonObject parts = await PartsAsync();
        parts["reachkit.slots"] = new JsonArray(new JsonObject { ["ordinal"] = 0, ["id"] = "slot", ["halfHour"] = 1, ["previous"] = previous, ["sent"] = 0, ["used"] = 0, ["replies"] = 0 });

        Read(parts).Should().Throw<FormatException>().WithMessage($"part 'reachkit.slots' cannot be read: {message}");
    }

    [Fact]
    public async Task Profiles_that_were_merged_into_each_other_are_refused()
    {
        JsonObject parts = await PartsAsync();
        JsonArray customers = (JsonArray)parts["crm.customers"]!;
        for (int i = 0; i < 2; i++) customers[i]!["value"]!["mergedIntoId"] = customers[1 - i]!["id"]!.GetValue<string>();

        Read(parts).Should().Throw<FormatException>().WithMessage("part 'crm.customers' cannot be read: [0].value.mergedIntoId: '*' leads back to itself.");
    }

    [Fact]
    public async Task Rows_with_the_id_of_another_are_refused()
    {
        JsonObject parts = await PartsAsync();
        JsonArray customers = (JsonArray)parts["crm.customers"]!;
        customers[1]!["id"] = customers[0]!["id"]!.GetValue<string>();

        Read(parts).Should().Throw<FormatException>().WithMessage("part 'crm.customers' cannot be read: [1].id: is '*'; the id of this place, with this seed, is '*'.");
    }

    [Fact]
    public async Task A_world_that_is_restored_is_not_looked_at()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MarkusState state = fake.World.Modules.OfType<MarkusModule>().Single().State;
        FakeSnapshot whole = fake.Snapshot();
        lock (fake.World.Gate) state.Accounts.Remove(state.Accounts.Single());

        FakeSnapshot broken = fake.Snapshot();
        fake.Restore(broken);
        fake.World.References.Count(reference => reference.Broken() is not null).Should().BePositive();
        fake.Restore(whole);
        fake.World.References.Should().OnlyContain(reference => reference.Broken() == null);
    }

    // A world with one campaign, lead and inbox of Reachkit, and two profiles of the CRM.
    private static async Task<JsonObject> PartsAsync()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.LoadFixtures("""
            {
              "reachkit": { "inboxes": [{ "email": "sam@reach.example" }] },
              "crm": { "customers": [{ "firstName": "Ann" }, { "firstName": "Bea" }] },
              "calls": [
                { "as": "campaign", "operation": "reachkit.campaigns.create", "body": { "name": "Q1" } },
                { "operation": "reachkit.leads.create", "path": { "campaign_id": "${campaign.data.id}" }, "body": { "email": "ann@acme.example" } }
              ]
            }
            """);
        return JsonObject.Create(StateFileParts.Of(fake.World))!;
    }

    private static Action Read(JsonObject parts) => () => StateFile.ReadParts(new World(new FakeOptions()), JsonSerializer.SerializeToElement<JsonNode>(parts));
}
