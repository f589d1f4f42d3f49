using System.Diagnostics;
using Outreach.FakeServer.Crm;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class SegmentTests
{
    private const string Engaged = """{"combinator":"AND","rules":[{"field":"engagementScore","operator":"gte","value":70}]}""";

    [Fact]
    public async Task A_dynamic_segment_is_computed_at_once_and_keeps_the_time_of_those_who_stay()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string stays = api.Reachable(1, customer => customer with { EngagementScore = 80 });
        string leaves = api.Reachable(2, customer => customer with { EngagementScore = 75 });
        string comes = api.Reachable(3, customer => customer with { EngagementScore = 10 });
        api.Control.AddCustomer(new Customer { Email = "foreign@x.example", TenantId = "other", EngagementScore = 99 });
        api.Control.AddCustomer(new Customer { Email = "gone@x.example", Status = CustomerStatus.Deleted, EngagementScore = 99 });
        CrmAnswer created = (await api.Post("segments", $$"""{"tenantId":"tenant_123","name":" Engaged ","criteria":{{Engaged}}}""")).ShouldBe(201);
        string segment = created.Text("id");
        created.Text("name").Should().Be("Engaged");
        created.Text("type").Should().Be("DYNAMIC");
        created.Text("refreshFrequency").Should().Be("DAILY");
        created.Number("memberCount").Should().Be(2);
        created.Text("lastRefreshedAt").Should().Be("2026-03-02T09:00:00Z");

        api.Control.SetCustomer(leaves, customer => customer with { EngagementScore = 1 });
        api.Control.SetCustomer(comes, customer => customer with { EngagementScore = 90 });
        await api.Advance(TimeSpan.FromHours(1));
        CrmAnswer refreshed = (await api.Post($"segments/{segment}/refresh")).ShouldBe(200);
        refreshed.Number("memberCount").Should().Be(2);
        refreshed.Text("lastRefreshedAt").Should().Be("2026-03-02T10:00:00Z");
        CrmAnswer members = await api.Get($"segments/{segment}/members");
        members.Ids.Should().Equal(comes, stays);
        members.Data.EnumerateArray().Select(member => member.GetProperty("joinedSegmentAt").GetString()).Should().Equal("2026-03-02T10:00:00Z", "2026-03-02T09:00:00Z");
    }

    [Theory]
    [InlineData("""{"tenantId":"tenant_123","name":"n"}""", "criteria is required for DYNAMIC segments")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","type":"STATIC","criteria":{"combinator":"AND","rules":[{"field":"tags","operator":"isNull"}]}}""", "criteria is not allowed for STATIC segments")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","type":"IMPORT"}""", "type must be one of: STATIC, DYNAMIC, SMART")]
    [InlineData("""{"tenantId":"tenant_123","name":"  ","type":"STATIC"}""", "name must not be empty")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","type":"STATIC","memberCount":3}""", "memberCount is read-only")]
    public async Task A_bad_segment_is_refused_with_its_message(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post("segments", body)).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task A_name_is_taken_by_inactive_segments_and_free_after_deletion()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Static("Board");
        (await api.Patch($"segments/{id}", """{"isActive":false}""")).ShouldBe(200);
        (await api.Post("segments", """{"tenantId":"tenant_123","name":"Board","type":"STATIC"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
        await api.Static("board");
        (await api.Patch($"segments/{id}", """{"name":"board"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
        (await api.Delete($"segments/{id}")).ShouldBe(204);
        (await api.Get($"segments/{id}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Segment not found");
        await api.Static("Board");
        (await api.Get("segments?tenantId=tenant_123")).Data.EnumerateArray().Select(segment => segment.GetProperty("name").GetString()).Should().Equal("Board", "board");
    }

    [Fact]
    public async Task Members_of_a_static_segment_are_kept_by_hand()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string a = await api.Customer("a@x.example");
        string b = await api.Customer("b@x.example");
        string segment = await api.Static("Board", a);
        (await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{a}}","{{b}}"]}""")).ShouldBe(200).Body.GetRawText()
            .Should().Be($$"""{"segmentId":"{{segment}}","addedCount":1,"skippedCount":1,"memberCount":2}""");
        (await api.Get($"segments/{segment}")).Of("lastRefreshedAt").Should().BeNull();
        (await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{a}}","nobody"]}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Customer not found");
        (await api.Post($"segments/{segment}/members", """{"customerIds":[]}""")).ShouldFail(400, "VALIDATION_ERROR", "customerIds must not be empty");
        (await api.Delete($"segments/{segment}/members/{a}")).ShouldBe(204);
        (await api.Delete($"segments/{segment}/members/{a}")).ShouldFail(404, "RESOURCE_NOT_FOUND");
        (await api.Post($"segments/{segment}/refresh")).ShouldBe(200).Number("memberCount").Should().Be(1);

        string dynamic = await api.Everybody();
        (await api.Post($"segments/{dynamic}/members", $$"""{"customerIds":["{{a}}"]}""")).ShouldFail(400, "INVALID_STATE", "Members can be changed for STATIC segments only");
    }

    [Fact]
    public async Task Segments_of_the_platform_cannot_be_changed()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string segment = await api.Static("Board");
        api.Control.SetSystemSegment(segment);
        (await api.Patch($"segments/{segment}", """{"description":"x"}""")).ShouldFail(400, "INVALID_STATE");
        (await api.Delete($"segments/{segment}")).ShouldFail(400, "INVALID_STATE");
        (await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{customer}}"]}""")).ShouldFail(400, "INVALID_STATE");
    }

    [Fact]
    public async Task A_segment_that_a_running_campaign_targets_stays()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Everybody();
        string campaign = await api.Campaign(segment);
        (await api.Post($"campaigns/{campaign}/schedule", """{"scheduledAt":"2026-03-03T00:00:00Z"}""")).ShouldBe(200);
        (await api.Delete($"segments/{segment}")).ShouldFail(400, "INVALID_STATE", "Segment is used by a scheduled or running campaign");
        string running = await api.Campaign(segment, ""","type":"TRIGGERED" """);
        (await api.Post($"campaigns/{running}/execute")).ShouldBe(200);
        (await api.Post($"campaigns/{campaign}/cancel")).ShouldBe(200);
        (await api.Delete($"segments/{segment}")).ShouldFail(400, "INVALID_STATE", "Segment is used by a scheduled or running campaign");
        (await api.Post($"campaigns/{running}/pause")).ShouldBe(200);
        (await api.Delete($"segments/{segment}")).ShouldFail(400, "INVALID_STATE", "Segment is used by a scheduled or running campaign");
        (await api.Post($"campaigns/{running}/cancel")).ShouldBe(200);
        (await api.Delete($"segments/{segment}")).ShouldBe(204);
        (await api.Get($"campaigns/{campaign}")).Of("segmentId").Should().BeNull();
    }

    [Theory]
    [InlineData("HOURLY", "2026-03-02T10:00:00Z")]
    [InlineData("DAILY", "2026-03-03T02:00:00Z")]
    [InlineData("MANUAL", null)]
    public async Task The_clock_refreshes_active_segments(string frequency, string? at)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Fake.Clock.Pending.Should().BeEmpty();
        string segment = await api.Dynamic(Engaged, more: $",\"refreshFrequency\":\"{frequency}\"");
        api.Reachable(1, customer => customer with { EngagementScore = 80 });
        if (at is null)
        {
            api.Fake.Clock.Pending.Should().BeEmpty();
            return;
        }

        (await api.Fake.Clock.AdvanceToNextAsync()).Should().Be(DateTimeOffset.Parse(at, null));
        CrmAnswer refreshed = await api.Get($"segments/{segment}");
        refreshed.Number("memberCount").Should().Be(1);
        refreshed.Text("lastRefreshedAt").Should().Be(at);

        (await api.Patch($"segments/{segment}", """{"isActive":false}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(2));
        (await api.Get($"segments/{segment}")).Text("lastRefreshedAt").Should().Be(at);
        api.Fake.Clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task A_segment_is_synced_by_hand_and_then_every_night()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("Board");
        CrmAnswer synced = (await api.Post($"segments/{segment}/sync-to-messaging")).ShouldBe(200);
        synced.Text("messagingSegmentId").Should().StartWith("msg_segment_");
        synced.Text("lastSyncedAt").Should().Be("2026-03-02T09:00:00Z");
        await api.Advance(TimeSpan.FromDays(1));
        CrmAnswer later = await api.Get($"segments/{segment}");
        later.Text("lastSyncedAt").Should().Be("2026-03-03T02:05:00Z");
        later.Text("messagingSegmentId").Should().Be(synced.Text("messagingSegmentId"));

        api.Control.FailNextMessaging();
        (await api.Post($"segments/{segment}/sync-to-messaging")).ShouldFail(502, "UPSTREAM_ERROR");
        (await api.Patch($"segments/{segment}", """{"isActive":false}""")).ShouldBe(200);
        (await api.Post($"segments/{segment}/sync-to-messaging")).ShouldFail(400, "INVALID_STATE", "Segment is not active");
    }

    [Fact]
    public async Task A_refresh_of_a_hundred_thousand_customers_allocates_nothing_for_each()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        for (int i = 0; i < 100_000; i++) api.Control.AddCustomer(new Customer { Email = $"c{i}@x.example", EngagementScore = i % 100, Tags = i % 3 == 0 ? ["vip"] : [] });
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"gte","value":50},{"combinator":"OR","rules":[{"field":"tags","operator":"contains","value":"vip"},{"field":"email","operator":"contains","value":"7@"}]}]}""");
        SegmentRules rules = api.Fake.World.Modules.OfType<CrmModule>().Single().Rules.Segments;
        SegmentRow row = api.Fake.World.Modules.OfType<CrmModule>().Single().Rules.State.Segments.Find(segment)!;
        rules.Recompute(row);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        rules.Recompute(row);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(50_000);
        TestContext.Current.SendDiagnosticMessage($"refresh of 100,000 customers: {took.TotalMilliseconds:0.0} ms");
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().BeInRange(20_000, 25_000);
        (await api.Get($"segments/{segment}/members?take=5")).Ids.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }
}
