namespace Outreach.FakeServer.Tests.Crm;

public sealed class TimelineTests
{
    [Fact]
    public async Task An_activity_moves_the_figures_of_its_profile_even_back()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        await api.Activity(id, "EMAIL_OPENED", $$""","occurredAt":"{{api.Now.AddDays(-45):yyyy-MM-dd'T'HH:mm:ss}}+02:00" """);
        CrmAnswer customer = await api.Get($"customers/{id}");
        customer.Text("lastActivityType").Should().Be("EMAIL_OPENED");
        customer.Text("lastActivityAt").Should().Be("2026-01-16T07:00:00Z");
        customer.Text("lastEmailOpenAt").Should().Be("2026-01-16T07:00:00Z");
        customer.Number("activityCount30d").Should().Be(1);
        customer.Number("activityCount90d").Should().Be(2);
        (await api.Timeline(id)).Should().Equal("PROFILE_CREATED", "EMAIL_OPENED");
    }

    [Fact]
    public async Task A_source_event_is_recorded_once_per_tenant_and_service()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        string other = await api.Customer("other@x.example");
        string first = (await api.Activity(id, "CALL_LOGGED", ""","sourceEventId":"call-42" """)).Text("id");
        CrmAnswer again = await api.Post($"customers/{other}/activities", """{"type":"CALL_LOGGED","category":"COMMUNICATION","title":"other","sourceEventId":"call-42"}""");
        again.ShouldBe(200).Text("id").Should().Be(first);
        again.Text("title").Should().Be("x");
        (await api.Timeline(other)).Should().Equal("PROFILE_CREATED");
        await api.Activity(id, "CALL_LOGGED", ""","sourceEventId":"call-42","sourceService":"scl" """);
    }

    [Theory]
    [InlineData("""{"category":"OTHER","title":"x"}""", "type is required")]
    [InlineData("""{"type":"call","category":"OTHER","title":"x"}""", "type must be upper snake case")]
    [InlineData("""{"type":"CALL","title":"x"}""", "category is required")]
    [InlineData("""{"type":"CALL","category":"OTHER","title":""}""", "title must not be empty")]
    [InlineData("""{"type":"CALL","category":"OTHER","title":"x","occurredAt":"yesterday"}""", "occurredAt must be a date-time")]
    [InlineData("""{"type":"CALL","category":"OTHER","title":"x","metadata":[]}""", "metadata must be an object")]
    [InlineData("""{"type":"CALL","category":"OTHER","title":"x","createdAt":"2026-01-01T00:00:00Z"}""", "createdAt is read-only")]
    public async Task A_bad_activity_is_refused_with_its_message(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post($"customers/{await api.Customer()}/activities", body)).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task The_timeline_is_filtered_by_type_and_time()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        await api.Activity(id, "AA", ""","occurredAt":"2026-01-01T00:00:00Z","channel":"APP" """);
        await api.Activity(id, "BB", ""","occurredAt":"2026-01-02T00:00:00Z","sourceService":"scl" """);
        (await api.Get($"customers/{id}/activities?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")).Data[0].GetProperty("type").GetString().Should().Be("AA");
        (await api.Get($"customers/{id}/activities?channel=APP")).Meta.GetProperty("total").GetInt32().Should().Be(1);
        (await api.Get($"customers/{id}/activities?sourceService=scl&type=BB&category=OTHER")).Meta.GetProperty("total").GetInt32().Should().Be(1);
        (await api.Get($"customers/{id}/activities?from=soon")).ShouldFail(400, "VALIDATION_ERROR", "from must be a date-time");
    }

    [Fact]
    public async Task Activities_grow_old_at_two_in_the_morning_and_nothing_waits_after_that()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        await api.Advance(TimeSpan.FromDays(30));
        (await api.Get($"customers/{id}")).Number("activityCount30d").Should().Be(1);
        await api.Advance(TimeSpan.FromDays(1));
        CrmAnswer customer = await api.Get($"customers/{id}");
        customer.Number("activityCount30d").Should().Be(0);
        customer.Number("activityCount90d").Should().Be(1);
        api.Fake.Clock.Pending.Should().ContainSingle();
        await api.Advance(TimeSpan.FromDays(60));
        (await api.Get($"customers/{id}")).Number("activityCount90d").Should().Be(0);
        api.Fake.Clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task Figures_that_a_fixture_claims_outlive_the_recount()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = api.Reachable(1, customer => customer with { ActivityCount30d = 9, ActivityCount90d = 21 });
        await api.Activity(id, "CALL_LOGGED");
        (await api.Get($"customers/{id}")).Number("activityCount30d").Should().Be(10);
        await api.Advance(TimeSpan.FromDays(31));
        CrmAnswer customer = await api.Get($"customers/{id}");
        customer.Number("activityCount30d").Should().Be(9);
        customer.Number("activityCount90d").Should().Be(22);
    }

    [Fact]
    public async Task Notes_come_pinned_first_and_are_changed_and_removed()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        string pinned = (await api.Post($"customers/{id}/notes", """{"content":"first","isPinned":true,"type":"CALL"}""")).ShouldBe(201).Text("id");
        await api.Advance(TimeSpan.FromMinutes(1));
        CrmAnswer note = (await api.Post($"customers/{id}/notes", """{"content":"second"}""")).ShouldBe(201);
        note.Text("type").Should().Be("GENERAL");
        note.Text("createdBy").Should().Be("user_123");
        (await api.Get($"customers/{id}/notes")).Ids.Should().Equal(pinned, note.Text("id"));
        (await api.Get($"customers/{id}/notes?type=CALL")).Ids.Should().Equal(pinned);
        (await api.Patch($"customers/{id}/notes/{pinned}", """{"isPinned":false}""")).ShouldBe(200);
        (await api.Get($"customers/{id}/notes")).Ids.Should().Equal(note.Text("id"), pinned);
        (await api.Timeline(id)).Should().Contain("NOTE_ADDED");
        (await api.Delete($"customers/{id}/notes/{pinned}")).ShouldBe(204);
        (await api.Delete($"customers/{id}/notes/{pinned}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Note not found");
        (await api.Post($"customers/{id}/notes", """{"content":""}""")).ShouldFail(400, "VALIDATION_ERROR", "content must not be empty");
        (await api.Patch($"customers/{id}/notes/{note.Text("id")}", """{"createdBy":"x"}""")).ShouldFail(400, "VALIDATION_ERROR", "createdBy is read-only");
    }
}
