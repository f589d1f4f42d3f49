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
        foreach ((IStatePart from, IStatePart to) in api.Fake.World.Parts.Zip(other.Fake.World.Parts))
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) from.Write(writer);
            using JsonDocument written = JsonDocument.Parse(stream.ToArray());
            to.Read(written.RootElement);
        }

        foreach (string path in new[] { $"customers/{customer}", $"customers/{customer}/activities", $"segments/{segment}", $"segments/{segment}/members", $"campaigns/{campaign}", $"journeys/{journey}?include=steps,enrollments", "social/posts?tenantId=tenant_123" })
            (await other.Get(path)).Body.GetRawText().Should().Be((await api.Get(path)).ShouldBe(200).Body.GetRawText());
        await api.Advance(TimeSpan.FromDays(40));
        await other.Advance(TimeSpan.FromDays(40));
        (await other.Get($"customers/{customer}")).Body.GetRawText().Should().Be((await api.Get($"customers/{customer}")).Body.GetRawText());
    }
}
