using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class CrmStateTests
{
    [Fact]
    public async Task A_fork_goes_its_own_way_with_members_journeys_and_posts()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable();
        string segment = await api.Static("One", customer);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, customer);
        await using CrmApi fork = CrmApi.Of(api.Fake.Fork());
        (await api.Delete($"customers/{customer}")).ShouldBe(204);
        await fork.Advance(TimeSpan.FromDays(1));
        (await fork.Get($"segments/{segment}/members")).Ids.Should().Equal(customer);
        (await fork.Get($"journeys/{journey}")).Number("totalCompleted").Should().Be(1);
        (await api.Get($"segments/{segment}/members")).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_written_to_a_state_file_reads_back_the_same()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer("dana@acme.example", ""","externalIds":{"golfRsaId":"1","other":"2"},"tags":["vip"]""");
        api.Control.SetCustomer(customer, known => known with { EmailOptIn = true });
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"isNull"},{"combinator":"OR","rules":[{"field":"tags","operator":"in","value":["vip"]}]}]}""");
        string campaign = await api.Campaign(segment);
        await api.Post($"campaigns/{campaign}/execute");
        string journey = await api.Running("MANUAL", "", """{"type":"UPDATE","config":{"set":{"firstName":"Dana"}}}""", """{"type":"WAIT","config":{"duration":2,"unit":"WEEKS"}}""");
        await api.Enroll(journey, customer);
        await api.Post($"social/posts/{await api.Post(await api.Connection(), "x", "")}/publish");
        await api.Activity(customer, "CALL_LOGGED", ",\"metadata\":{\"deep\":[{\"a\":null}]}");

        await using CrmApi other = await CrmApi.StartAsync();
        Copy(api, other);
        foreach (string path in new[] { $"customers/{customer}", $"customers/{customer}/activities", $"segments/{segment}", $"segments/{segment}/members", $"campaigns/{campaign}", $"journeys/{journey}?include=steps,enrollments", "social/posts?tenantId=tenant_123" })
            (await other.Get(path)).Body.GetRawText().Should().Be((await api.Get(path)).ShouldBe(200).Body.GetRawText());
        await api.Advance(TimeSpan.FromDays(40));
        await other.Advance(TimeSpan.FromDays(40));
        (await other.Get($"customers/{customer}")).Body.GetRawText().Should().Be((await api.Get($"customers/{customer}")).Body.GetRawText());
    }

    [Fact]
    public async Task A_world_from_a_state_file_lets_journeys_and_segments_take_turns_as_before()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] segments = [await api.Everybody("A"), await api.Everybody("B")];
        string[] journeys = [];
        for (int i = 0; i < 2; i++) journeys = [.. journeys, await Journey("TEETIME_BOOKED", ""), await Journey("segment.entered", $$""","triggerConfig":{"segmentId":"{{segments[i]}}"}""")];
        foreach (string journey in journeys.Reverse()) (await api.Post($"journeys/{journey}/activate")).ShouldBe(200);
        await api.Patch($"segments/{segments[0]}", """{"isActive":false}""");
        await api.Patch($"segments/{segments[0]}", """{"isActive":true}""");
        string customer = await api.Customer();

        await using CrmApi other = await CrmApi.StartAsync();
        Copy(api, other);
        string[] expected = await Story(api);
        expected.Should().HaveCount(4);
        (await Story(other)).Should().Equal(expected);

        async Task<string> Journey(string trigger, string more)
        {
            string id = (await api.Post("journeys", $$"""{"tenantId":"tenant_123","name":"J{{journeys.Length}} {{trigger}}","triggerType":"{{trigger}}"{{more}}}""")).ShouldBe(201).Text("id");
            (await api.Post($"journeys/{id}/steps", """{"type":"END","config":{}}""")).ShouldBe(201);
            return id;
        }

        async Task<string[]> Story(CrmApi world)
        {
            await world.Activity(customer, "TEETIME_BOOKED");
            await world.Advance(TimeSpan.FromDays(1));
            return [.. (await world.Get($"customers/{customer}/activities?type=JOURNEY_ENROLLED&take=100")).Data.EnumerateArray()
                .OrderBy(activity => activity.GetProperty("id").GetString(), StringComparer.Ordinal)
                .Select(activity => $"{activity.GetProperty("id")} {activity.GetProperty("metadata").GetProperty("journeyId")}")];
        }
    }

    // What a state file does: every part is written and read back.
    private static void Copy(CrmApi api, CrmApi other)
    {
        foreach ((IStatePart from, IStatePart to) in api.Fake.World.Parts.Zip(other.Fake.World.Parts))
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) from.Write(writer);
            using JsonDocument written = JsonDocument.Parse(stream.ToArray());
            to.Read(written.RootElement);
        }
    }
}
