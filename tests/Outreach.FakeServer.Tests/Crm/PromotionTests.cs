namespace Outreach.FakeServer.Tests.Crm;

public sealed class PromotionTests
{
    [Fact]
    public async Task An_automatic_promotion_is_announced_and_reminds_once_each()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("Two", api.Reachable(1), api.Reachable(2));
        CrmAnswer created = (await api.Post("promotions", Body($",\"autoPromote\":true,\"announceAt\":\"2026-03-03T07:00:00Z\",\"reminderDays\":[1,30,3],\"sourceDate\":\"2026-03-14T06:00:00Z\",\"segmentId\":\"{segment}\""))).ShouldBe(201);
        string id = created.Text("id");
        created.Body.GetProperty("reminderDays").GetRawText().Should().Be("[30,3,1]");
        created.Body.GetProperty("promotionHistory").GetArrayLength().Should().Be(0);
        CrmAnswer listed = await api.Get("promotions?tenantId=tenant_123&clubId=club_1&sourceType=COMPETITION&isActive=true");
        listed.Data[0].GetProperty("segmentName").GetString().Should().Be("Two");

        await api.Advance(TimeSpan.FromDays(2));
        (await api.Patch($"promotions/{id}", """{"sourceName":"Autumn Shotgun"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(20));
        CrmAnswer done = await api.Get($"promotions/{id}");
        done.Body.GetProperty("promotionHistory").EnumerateArray().Select(entry => $"{entry.GetProperty("type").GetString()} {entry.GetProperty("sentAt").GetString()} {entry.GetProperty("recipientCount").GetInt32()}")
            .Should().Equal("ANNOUNCEMENT 2026-03-03T07:00:00Z 2", "REMINDER 2026-03-11T06:00:00Z 2", "REMINDER 2026-03-13T06:00:00Z 2");
        done.Text("lastPromotedAt").Should().Be("2026-03-13T06:00:00Z");
        api.Fake.Outbox.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{\"isActive\":false}")]
    [InlineData("{\"autoPromote\":false}")]
    public async Task One_that_is_not_in_force_or_not_automatic_sends_nothing(string change)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = (await api.Post("promotions", Body(",\"autoPromote\":true,\"announceAt\":\"2026-03-03T07:00:00Z\""))).ShouldBe(201).Text("id");
        (await api.Patch($"promotions/{id}", change)).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(2));
        (await api.Get($"promotions/{id}")).Of("lastPromotedAt").Should().BeNull();
    }

    [Theory]
    [InlineData(",\"autoPromote\":true", "announceAt is required when autoPromote is true")]
    [InlineData(",\"reminderDays\":[0]", "reminderDays[0] must not be less than 1")]
    [InlineData(",\"reminderDays\":[366]", "reminderDays[0] must not be greater than 365")]
    [InlineData(",\"reminderDays\":[1,1]", "reminderDays must not contain duplicates")]
    [InlineData(",\"promotionHistory\":[]", "promotionHistory is read-only")]
    public async Task A_bad_promotion_is_refused_with_its_message(string more, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post("promotions", Body(more))).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task A_deleted_promotion_is_gone_and_sends_nothing()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = (await api.Post("promotions", Body(",\"autoPromote\":true,\"announceAt\":\"2026-03-03T07:00:00Z\""))).Text("id");
        (await api.Patch($"promotions/{id}", """{"announceAt":null}""")).ShouldFail(400, "VALIDATION_ERROR", "announceAt is required when autoPromote is true");
        (await api.Patch($"promotions/{id}", """{"sourceId":"x"}""")).ShouldFail(400, "VALIDATION_ERROR", "sourceId is read-only");
        (await api.Delete($"promotions/{id}")).ShouldBe(204);
        await api.Advance(TimeSpan.FromDays(2));
        (await api.Get($"promotions/{id}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Promotion not found");
    }

    private static string Body(string more) => $$"""{"tenantId":"tenant_123","clubId":"club_1","sourceType":"COMPETITION","sourceId":"c1","channels":["EMAIL","SOCIAL"]{{more}}}""";
}
