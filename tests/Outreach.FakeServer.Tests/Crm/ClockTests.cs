using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class ClockTests
{
    [Theory]
    [InlineData("scl.member.created", "MEMBER_CREATED")]
    [InlineData("teetime.booked", "TEETIME_BOOKED")]
    [InlineData("teetime.completed", "TEETIME_COMPLETED")]
    [InlineData("payment.failed", "PAYMENT_FAILED")]
    [InlineData("engagement.dropped", "ENGAGEMENT_DROPPED")]
    [InlineData("CALL_LOGGED", "CALL_LOGGED")]
    public async Task An_activity_of_the_triggers_type_enrolls_active_customers_of_its_tenant(string trigger, string activity)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string active = api.Reachable(1);
        string inactive = api.Reachable(2, customer => customer with { Status = CustomerStatus.Inactive });
        string foreign = api.Reachable(3, customer => customer with { TenantId = "other" });
        string journey = await api.Running(trigger, "", """{"type":"END","config":{}}""");
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        foreach (string customer in new[] { active, inactive, foreign }) await api.Activity(customer, activity);
        await api.Activity(active, "OTHER_TYPE");
        (await api.Get($"journeys/{journey}/enrollments")).Data.EnumerateArray().Select(enrollment => enrollment.GetProperty("customerId").GetString()).Should().Equal(active);
    }

    [Theory]
    [InlineData("HOURS", 36, "2026-03-28T21:00:00Z")]
    [InlineData("DAYS", 3, "2026-03-30T08:00:00Z")]
    [InlineData("WEEKS", 2, "2026-04-10T08:00:00Z")]
    public async Task A_wait_ends_by_its_unit(string unit, int duration, string end)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions { Start = new DateTimeOffset(2026, 3, 27, 9, 0, 0, TimeSpan.Zero), RateLimits = false });
        string journey = await api.Running("MANUAL", ",\"timezone\":\"Europe/Berlin\"", $$$"""{"type":"WAIT","config":{"duration":{{{duration}}},"unit":"{{{unit}}}"}}""");
        (await api.Enroll(journey, api.Reachable())).GetProperty("nextActionAt").GetString().Should().Be(end);
        await api.Fake.Clock.AdvanceToAsync(DateTimeOffset.Parse(end, null) - TimeSpan.FromSeconds(1));
        (await api.Get($"journeys/{journey}")).Number("activeEnrollments").Should().Be(1);
        await api.Advance(TimeSpan.FromSeconds(1));
        (await api.Get($"journeys/{journey}/enrollments")).Data[0].GetProperty("completedAt").GetString().Should().Be(end);
    }

    [Fact]
    public async Task A_circle_with_a_wait_goes_round_for_ever()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Journey("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"HOURS"}}""");
        string first = (await api.Get($"journeys/{journey}/steps")).Ids[0];
        (await api.Patch($"journeys/{journey}/steps/{first}", $$"""{"nextStepId":"{{first}}"}""")).ShouldBe(200);
        await api.Post($"journeys/{journey}/activate");
        await api.Enroll(journey, api.Reachable());
        await api.Advance(TimeSpan.FromHours(150));
        (await api.Get($"journeys/{journey}/enrollments")).Data[0].GetProperty("nextActionAt").GetString().Should().Be("2026-03-08T16:00:00Z");
    }

    [Fact]
    public async Task A_condition_without_a_branch_goes_on_by_nextStepId_or_number()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string tag = """{"type":"UPDATE","config":{"addTags":["TAG"]}}""";
        string journey = await api.Journey("MANUAL", "", """{"type":"CONDITION","config":{"criteria":{"combinator":"AND","rules":[{"field":"emailOptIn","operator":"eq","value":true}]}}}""", tag.Replace("TAG", "second"), tag.Replace("TAG", "third"));
        string[] steps = [.. (await api.Get($"journeys/{journey}/steps")).Ids];
        (await api.Patch($"journeys/{journey}/steps/{steps[0]}", $$"""{"nextStepId":"{{steps[2]}}"}""")).ShouldBe(200);
        await api.Post($"journeys/{journey}/activate");
        string customer = api.Reachable();
        await api.Enroll(journey, customer);
        (await api.Get($"customers/{customer}")).Body.GetProperty("tags").GetRawText().Should().Be("""["third"]""");
    }

    [Fact]
    public async Task Those_who_are_late_go_on_in_the_order_of_their_waits_and_one_who_became_inactive_too()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] customers = [.. Enumerable.Range(1, 3).Select(n => api.Reachable(n))];
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""", """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t"}}""");
        foreach (string customer in customers.Reverse())
        {
            await api.Enroll(journey, customer);
            await api.Advance(TimeSpan.FromMinutes(1));
        }

        (await api.Patch($"customers/{customers[0]}", """{"status":"INACTIVE"}""")).ShouldBe(200);
        (await api.Post($"journeys/{journey}/pause")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(3));
        (await api.Post($"journeys/{journey}/activate")).ShouldBe(200).Number("totalCompleted").Should().Be(3);
        api.Fake.Outbox.Select(message => message.To).Should().Equal("c3@acme.example", "c2@acme.example", "c1@acme.example");
        (await api.Post($"journeys/{journey}/pause")).ShouldBe(200).Text("pausedAt").Should().Be("2026-03-05T09:03:00Z");
        (await api.Post($"journeys/{journey}/activate")).ShouldBe(200).Text("activatedAt").Should().Be("2026-03-02T09:00:00Z");
    }

    [Fact]
    public async Task Age_figures_hold_to_the_very_end_of_their_days_and_segments_see_them_at_two()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = api.Reachable();
        foreach (int days in new[] { 30, 90 })
        {
            await api.Activity(id, "CALL_LOGGED", $$""","occurredAt":"{{api.Now.AddDays(-days):yyyy-MM-dd'T'HH:mm:ss}}Z" """);
            await api.Activity(id, "EMAIL_CLICKED", $$""","occurredAt":"{{api.Now.AddDays(-days).AddSeconds(-1):yyyy-MM-dd'T'HH:mm:ss}}Z" """);
        }

        CrmAnswer customer = await api.Get($"customers/{id}");
        customer.Number("activityCount30d").Should().Be(1);
        customer.Number("activityCount90d").Should().Be(3);
        customer.Text("lastEmailClickAt").Should().Be("2025-12-02T08:59:59Z");
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"activityCount30d","operator":"eq","value":0}]}""");
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().Be(0);
        await api.Fake.Clock.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero));
        (await api.Get($"customers/{id}")).Number("activityCount30d").Should().Be(0);
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().Be(1);
    }

    [Fact]
    public async Task A_campaign_that_gets_another_time_starts_then_only_and_one_withdrawn_not_at_all()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("One", api.Reachable());
        string later = await api.Campaign(segment);
        string never = await api.Campaign(segment);
        foreach (string id in new[] { later, never }) (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200);
        (await api.Post($"campaigns/{later}/schedule", """{"scheduledAt":"2026-03-02T12:00:00Z"}""")).ShouldBe(200);
        CrmAnswer withdrawn = (await api.Post($"campaigns/{never}/cancel")).ShouldBe(200);
        withdrawn.Text("status").Should().Be("DRAFT");
        withdrawn.Of("scheduledAt").Should().BeNull();
        await api.Advance(TimeSpan.FromHours(2));
        api.Fake.Outbox.Should().BeEmpty();
        await api.Advance(TimeSpan.FromHours(1));
        (await api.Get($"campaigns/{later}")).Text("completedAt").Should().Be("2026-03-02T12:00:00Z");
        (await api.Get($"campaigns/{never}")).Text("status").Should().Be("DRAFT");
    }

    [Fact]
    public async Task Each_channel_asks_for_its_consent_and_address_and_who_leaves_before_the_batch_gets_nothing()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Reachable(1, customer => customer with { Email = null });
        api.Reachable(2, customer => customer with { PhoneNumber = null });
        api.Reachable(3, customer => customer with { EmailOptIn = false, SmsOptIn = false, PushOptIn = false, WhatsappOptIn = false });
        string[] late = [.. Enumerable.Range(100, 150).Select(n => api.Reachable(n))];
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"createdAt","operator":"isNotNull"}]}""");
        string id = await api.Campaign(segment, ",\"smsTemplateId\":\"s\",\"pushTemplateId\":\"p\"", "\"EMAIL\",\"SMS\",\"PUSH\",\"WHATSAPP\"");
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200).Number("targetCount").Should().Be(153);
        await api.Advance(TimeSpan.FromSeconds(1));
        foreach (string customer in late) (await api.Patch($"customers/{customer}", """{"status":"INACTIVE"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromMinutes(1));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("COMPLETED");
        api.Fake.Outbox.Where(message => message.To == "+27820000001").Select(message => message.Channel).Should().BeEquivalentTo("sms", "whatsapp");
        api.Fake.Outbox.Where(message => message.To == "c2@acme.example").Select(message => message.Channel).Should().Equal("email");
        api.Fake.Outbox.Count(message => message.Channel == "push").Should().BeInRange(97, 102, "the first batch, and of the second those without an address");
        api.Fake.Outbox.Should().NotContain(message => message.To == "c3@acme.example" || message.To == "+27820000003");
    }

    [Fact]
    public async Task Inactive_segments_rest_at_night_and_a_new_sync_keeps_the_copy()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("Board");
        string copy = (await api.Post($"segments/{segment}/sync-to-messaging")).Text("messagingSegmentId");
        await api.Advance(TimeSpan.FromHours(1));
        (await api.Post($"segments/{segment}/sync-to-messaging")).Text("messagingSegmentId").Should().Be(copy);
        (await api.Patch($"segments/{segment}", """{"isActive":false}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(2));
        (await api.Get($"segments/{segment}")).Text("lastSyncedAt").Should().Be("2026-03-02T10:00:00Z");
    }

    [Fact]
    public async Task Who_is_put_into_a_static_segment_enters_its_journey()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("Board");
        string other = await api.Static("Other");
        string journey = await api.Running("segment.entered", $$""","triggerConfig":{"segmentId":"{{segment}}"}""", """{"type":"END","config":{}}""");
        string customer = api.Reachable();
        await api.Post($"segments/{other}/members", $$"""{"customerIds":["{{customer}}"]}""");
        (await api.Get($"journeys/{journey}")).Number("totalEnrolled").Should().Be(0);
        for (int i = 0; i < 2; i++) await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{customer}}"]}""");
        (await api.Get($"journeys/{journey}")).Number("totalEnrolled").Should().Be(1);
    }

    [Fact]
    public async Task A_token_refresh_that_fails_for_the_moment_is_tried_again_an_hour_later()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Connection();
        api.Control.FailNextTokenRefresh(forGood: false);
        await api.Advance(TimeSpan.FromDays(83));
        CrmAnswer failed = await api.Get($"social/connections/{id}");
        failed.Text("tokenExpiry").Should().Be("2026-05-31T09:00:00Z");
        failed.Text("lastErrorAt").Should().Be("2026-05-24T09:00:00Z");
        failed.Body.GetProperty("isActive").GetBoolean().Should().BeTrue();
        await api.Advance(TimeSpan.FromHours(1));
        (await api.Get($"social/connections/{id}")).Text("tokenExpiry").Should().Be("2026-08-22T10:00:00Z");
    }

    [Theory]
    [InlineData("FACEBOOK", 200, 1440)]
    [InlineData("INSTAGRAM", 25, 1440)]
    [InlineData("TWITTER", 200, 15)]
    [InlineData("LINKEDIN", 201, 0)]
    public async Task The_window_of_each_network_is_as_published(string platform, int posts, int minutes)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection(platform);
        for (int i = 0; i < posts; i++) (await Publish()).Text("status").Should().Be("PUBLISHED");
        if (minutes == 0) return;
        (await Publish()).Text("status").Should().Be("FAILED");
        await api.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        (await Publish()).Text("status").Should().Be("FAILED");
        await api.Advance(TimeSpan.FromSeconds(1));
        (await Publish()).Text("status").Should().Be("PUBLISHED");

        async Task<CrmAnswer> Publish() => await api.Post($"social/posts/{await api.Post(connection, "x", "")}/publish");
    }

    [Fact]
    public async Task A_state_holds_for_its_platform_and_tenant_and_a_connection_lists_by_club()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string state = (await api.Post("social/connections/connect", """{"tenantId":"tenant_123","clubId":"club_1","platform":"FACEBOOK","redirectUri":"https://app.example/cb"}""")).ShouldBe(200).Text("state");
        (await Callback("TWITTER")).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");
        string token = api.Token;
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        (await Callback("FACEBOOK")).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");
        api.Token = token;
        string id = (await Callback("FACEBOOK")).ShouldBe(201).Text("id");
        string second = await api.Connection("FACEBOOK", "another");
        (await api.Get("social/connections?tenantId=tenant_123&clubId=club_1")).Ids.Should().Equal(id);
        JsonElement[] all = [.. (await api.Get("social/connections?tenantId=tenant_123")).Data.EnumerateArray()];
        all.Select(connection => connection.GetProperty("id").GetString()).Should().BeEquivalentTo(id, second);
        all.Select(connection => connection.GetProperty("accountName").GetString()).Should().BeInAscendingOrder(StringComparer.Ordinal);

        Task<CrmAnswer> Callback(string platform) => api.Post("social/connections/callback", $$"""{"platform":"{{platform}}","code":"c","state":"{{state}}"}""");
    }
}
