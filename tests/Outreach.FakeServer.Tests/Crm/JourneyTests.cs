using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class JourneyTests
{
    private const string Wait = """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""";
    private const string Mail = """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t1"}}""";

    [Theory]
    [InlineData("DRAFT", "activate", "ACTIVE")]
    [InlineData("DRAFT", "pause", null)]
    [InlineData("DRAFT", "archive", null)]
    [InlineData("ACTIVE", "activate", null)]
    [InlineData("ACTIVE", "pause", "PAUSED")]
    [InlineData("ACTIVE", "archive", "ARCHIVED")]
    [InlineData("PAUSED", "activate", "ACTIVE")]
    [InlineData("PAUSED", "pause", null)]
    [InlineData("PAUSED", "archive", "ARCHIVED")]
    [InlineData("ARCHIVED", "activate", null)]
    [InlineData("ARCHIVED", "pause", null)]
    [InlineData("ARCHIVED", "archive", null)]
    public async Task A_journey_moves_as_the_table_says(string from, string verb, string? to)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await In(api, from);
        CrmAnswer answer = await api.Post($"journeys/{id}/{verb}");
        if (to is null) answer.ShouldFail(400, "INVALID_STATE", $"Cannot {verb} {(from[0] == 'A' ? "an" : "a")} {from} journey");
        else answer.ShouldBe(200).Text("status").Should().Be(to);
        (await api.Delete($"journeys/{id}")).ShouldBe(to is null && from == "DRAFT" ? 204 : 400);
    }

    [Fact]
    public async Task A_journey_without_steps_cannot_run()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Journey("MANUAL", "");
        (await api.Post($"journeys/{id}/activate")).ShouldFail(400, "VALIDATION_ERROR", "Journey must have at least one step");
    }

    [Theory]
    [InlineData("DRAFT", "{\"timezone\":\"UTC\",\"maxEnrollments\":null,\"triggerConfig\":null}", null)]
    [InlineData("DRAFT", "{\"timezone\":\"Nowhere\"}", "timezone must be an IANA time zone")]
    [InlineData("ACTIVE", "{\"name\":\"x\",\"description\":\"y\"}", null)]
    [InlineData("PAUSED", "{\"allowReentry\":true}", "allowReentry can be changed in DRAFT only")]
    [InlineData("ARCHIVED", "{\"name\":\"x\"}", "Cannot update an ARCHIVED journey")]
    [InlineData("DRAFT", "{\"status\":\"ACTIVE\"}", "status is read-only")]
    public async Task What_may_be_changed_follows_from_the_state(string state, string body, string? message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer answer = await api.Patch($"journeys/{await In(api, state)}", body);
        if (message is null) answer.ShouldBe(200);
        else answer.ShouldBe(400).Message.Should().Be(message);
    }

    [Fact]
    public async Task Names_and_linked_campaigns_are_taken_once()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string plain = await api.Campaign(null);
        string linked = await api.Campaign(null, ",\"type\":\"JOURNEY\"");
        (await api.Post("journeys", $$"""{"tenantId":"tenant_123","name":"a","triggerType":"MANUAL","campaignId":"{{plain}}"}""")).ShouldFail(400, "VALIDATION_ERROR");
        CrmAnswer created = (await api.Post("journeys", $$"""{"tenantId":"tenant_123","name":"a","triggerType":"MANUAL","campaignId":"{{linked}}"}""")).ShouldBe(201);
        created.Text("timezone").Should().Be("Africa/Johannesburg");
        created.Body.TryGetProperty("steps", out _).Should().BeFalse();
        (await api.Post("journeys", """{"tenantId":"tenant_123","name":"a","triggerType":"MANUAL"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
        (await api.Post("journeys", $$"""{"tenantId":"tenant_123","name":"b","triggerType":"MANUAL","campaignId":"{{linked}}"}""")).ShouldFail(409, "DUPLICATE_RESOURCE");
        (await api.Post("journeys", """{"tenantId":"tenant_123","name":"c","triggerType":"segment.entered"}""")).ShouldFail(400, "VALIDATION_ERROR", "triggerConfig.segmentId is required for segment.entered");
        (await api.Post("journeys", """{"tenantId":"tenant_123","name":"c","triggerType":"x","triggerConfig":{"conditions":[{"field":"tags","operator":"eq","value":1}]}}""")).Message
            .Should().Be("triggerConfig.conditions[0].operator eq cannot be used with tags");
    }

    [Theory]
    [InlineData("""{"config":{}}""", "type is required")]
    [InlineData("""{"type":"SEND"}""", "config is required")]
    [InlineData("""{"type":"SEND","config":{"templateId":"t"}}""", "config.channel is required for SEND steps")]
    [InlineData("""{"type":"SEND","config":{"channel":"FACEBOOK","templateId":"t"}}""", "config.channel must be one of: EMAIL, SMS, PUSH, WHATSAPP")]
    [InlineData("""{"type":"SEND","config":{"channel":"EMAIL"}}""", "config.templateId is required for SEND steps")]
    [InlineData("""{"type":"WAIT","config":{"duration":0,"unit":"DAYS"}}""", "config.duration must not be less than 1")]
    [InlineData("""{"type":"WAIT","config":{"duration":1}}""", "config.unit is required for WAIT steps")]
    [InlineData("""{"type":"CONDITION","config":{}}""", "config.criteria or config.eventType is required for CONDITION steps")]
    [InlineData("""{"type":"CONDITION","config":{"criteria":{"combinator":"AND","rules":[{"field":"email","operator":"gt","value":"x"}]}}}""", "config.criteria.rules[0].operator gt cannot be used with email")]
    [InlineData("""{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":50},{"name":"B","percentage":40}]}}""", "config.variants must have percentages that sum to 100")]
    [InlineData("""{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":100}]}}""", "config.variants must not be shorter than 2")]
    [InlineData("""{"type":"UPDATE","config":{}}""", "one of config.set, config.addTags, config.removeTags is required for UPDATE steps")]
    [InlineData("""{"type":"UPDATE","config":{"set":{"status":"INACTIVE"}}}""", "config.set.status cannot be written by a step")]
    [InlineData("""{"type":"UPDATE","config":{"set":{"emailOptIn":true}}}""", "config.set.emailOptIn cannot be written by a step")]
    [InlineData("""{"type":"UPDATE","config":{"set":{"lifecycleStage":"FAN"}}}""", "config.set.lifecycleStage must be one of: SUBSCRIBER, LEAD, PROSPECT, CUSTOMER, MEMBER, ADVOCATE, CHURNED")]
    [InlineData("""{"type":"END","config":{},"nextStepId":"nowhere"}""", "nextStepId must name a step of the same journey")]
    [InlineData("""{"type":"END","config":{},"nextStepYesId":"nowhere"}""", "nextStepYesId is allowed on CONDITION steps only")]
    public async Task A_bad_step_is_refused_with_its_message(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post($"journeys/{await api.Journey("MANUAL", "")}/steps", body)).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task Steps_are_numbered_reordered_and_lose_references_to_a_deleted_one()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Journey("MANUAL", "", Wait, Mail);
        string[] steps = [.. (await api.Get($"journeys/{id}/steps")).Ids];
        string third = (await api.Post($"journeys/{id}/steps", $$"""{"type":"CONDITION","config":{"eventType":"X_Y"},"nextStepYesId":"{{steps[0]}}","nextStepNoId":"{{steps[1]}}"}""")).ShouldBe(201).Text("id");
        (await api.Patch($"journeys/{id}/steps/{steps[0]}", """{"name":"Pause","config":{"duration":5,"unit":"HOURS"}}""")).ShouldBe(200).Number("stepNumber").Should().Be(1);
        (await api.Patch($"journeys/{id}/steps/{steps[0]}", """{"config":{}}""")).ShouldFail(400, "VALIDATION_ERROR", "config.duration is required for WAIT steps");
        (await api.Put($"journeys/{id}/steps/order", $$"""{"stepIds":["{{third}}","{{steps[0]}}","{{steps[1]}}"]}""")).ShouldBe(200).Ids.Should().Equal(third, steps[0], steps[1]);
        (await api.Put($"journeys/{id}/steps/order", $$"""{"stepIds":["{{third}}","{{steps[0]}}"]}""")).ShouldFail(400, "VALIDATION_ERROR");
        (await api.Delete($"journeys/{id}/steps/{steps[0]}")).ShouldBe(204);
        CrmAnswer left = await api.Get($"journeys/{id}?include=steps,enrollments");
        left.Body.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("stepNumber")} {step.GetProperty("id")}").Should().Equal($"1 {third}", $"2 {steps[1]}");
        left.Body.GetProperty("steps")[0].GetProperty("nextStepYesId").ValueKind.Should().Be(JsonValueKind.Null);
        left.Body.GetProperty("enrollments").GetArrayLength().Should().Be(0);

        await api.Post($"journeys/{id}/activate");
        (await api.Post($"journeys/{id}/steps", Wait)).ShouldFail(400, "INVALID_STATE", "Cannot add steps to active journey");
        (await api.Delete($"journeys/{id}/steps/{third}")).ShouldFail(400, "INVALID_STATE", "Cannot change steps of active journey");
        (await api.Get($"journeys/{id}?include=members")).ShouldFail(400, "VALIDATION_ERROR", "include must be one of: steps, enrollments");
    }

    [Fact]
    public async Task The_welcome_story_runs_on_the_clock()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string opener = api.Reachable(1, customer => customer with { MembershipTier = "Gold" });
        string silent = api.Reachable(2, customer => customer with { MembershipTier = "Gold" });
        string other = api.Reachable(3);
        string id = await api.Journey("scl.member.created", ""","triggerConfig":{"conditions":[{"field":"membershipTier","operator":"eq","value":"Gold"}]}""", Mail, """{"type":"WAIT","config":{"duration":3,"unit":"DAYS"}}""");
        string condition = (await api.Post($"journeys/{id}/steps", """{"type":"CONDITION","config":{"eventType":"EMAIL_OPENED"}}""")).ShouldBe(201).Text("id");
        await api.Post($"journeys/{id}/steps", """{"type":"SEND","config":{"channel":"SMS","templateId":"s1"}}""");
        string end = (await api.Post($"journeys/{id}/steps", """{"type":"UPDATE","config":{"addTags":["welcomed"],"set":{"lifecycleStage":"MEMBER"}}}""")).ShouldBe(201).Text("id");
        (await api.Patch($"journeys/{id}/steps/{condition}", $$"""{"nextStepYesId":"{{end}}"}""")).ShouldBe(200);

        await api.Activity(opener, "MEMBER_CREATED");
        (await api.Get($"journeys/{id}")).Number("totalEnrolled").Should().Be(0);
        (await api.Post($"journeys/{id}/activate")).ShouldBe(200);
        foreach (string customer in new[] { opener, silent, other, opener }) await api.Activity(customer, "MEMBER_CREATED");
        CrmAnswer journey = await api.Get($"journeys/{id}");
        journey.Number("totalEnrolled").Should().Be(2);
        journey.Number("activeEnrollments").Should().Be(2);
        api.Fake.Outbox.Should().HaveCount(2);
        (await api.Get($"journeys/{id}/enrollments?customerId={opener}")).Data[0].GetProperty("nextActionAt").GetString().Should().Be("2026-03-05T09:00:00Z");

        await api.Advance(TimeSpan.FromDays(1));
        await api.Activity(opener, "EMAIL_OPENED");
        await api.Advance(TimeSpan.FromDays(2));
        api.Fake.Outbox.Should().HaveCount(3);
        api.Fake.Outbox[2].Channel.Should().Be("sms");
        api.Fake.Outbox[2].To.Should().Be("+27820000002");
        (await api.Get($"customers/{opener}")).Text("lifecycleStage").Should().Be("MEMBER");
        (await api.Get($"customers/{silent}")).Body.GetProperty("tags")[0].GetString().Should().Be("welcomed");
        (await api.Timeline(silent)).Should().Contain(["JOURNEY_ENROLLED", "MESSAGE_SENT", "JOURNEY_COMPLETED"]);
        journey = await api.Get($"journeys/{id}");
        journey.Number("totalCompleted").Should().Be(2);
        journey.Number("activeEnrollments").Should().Be(0);
        (await api.Get($"journeys/{id}/enrollments?status=COMPLETED")).Meta.GetProperty("total").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Days_keep_the_time_on_the_wall_and_hours_are_exact()
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions { Start = new DateTimeOffset(2026, 3, 28, 9, 0, 0, TimeSpan.Zero), RateLimits = false });
        string customer = api.Reachable();
        string days = await api.Running("MANUAL", ",\"timezone\":\"Europe/Berlin\"", Wait);
        string hours = await api.Running("MANUAL2", ",\"timezone\":\"Europe/Berlin\"", """{"type":"WAIT","config":{"duration":24,"unit":"HOURS"}}""");
        (await api.Enroll(days, customer)).GetProperty("nextActionAt").GetString().Should().Be("2026-03-29T08:00:00Z");
        (await api.Enroll(hours, customer)).GetProperty("nextActionAt").GetString().Should().Be("2026-03-29T09:00:00Z");
    }

    [Fact]
    public async Task While_a_journey_is_held_nobody_moves_and_then_those_who_are_late_go_on_at_once()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable();
        string id = await api.Running("MANUAL", "", Wait, Mail);
        await api.Enroll(id, customer);
        (await api.Post($"journeys/{id}/pause")).ShouldBe(200).Text("pausedAt").Should().Be("2026-03-02T09:00:00Z");
        await api.Advance(TimeSpan.FromDays(2));
        api.Fake.Outbox.Should().BeEmpty();
        (await api.Post($"journeys/{id}/enrollments", $$"""{"customerIds":["{{customer}}"]}""")).ShouldFail(400, "INVALID_STATE", "Journey is not ACTIVE");
        CrmAnswer resumed = (await api.Post($"journeys/{id}/activate")).ShouldBe(200);
        resumed.Text("activatedAt").Should().Be("2026-03-02T09:00:00Z");
        resumed.Number("totalCompleted").Should().Be(1);
        api.Fake.Outbox.Should().ContainSingle();
    }

    [Fact]
    public async Task Customers_who_cannot_enter_are_skipped_with_the_reason()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string first = api.Reachable(1);
        string second = api.Reachable(2);
        string inactive = api.Reachable(3, customer => customer with { Status = Outreach.Sdk.Crm.CustomerStatus.Inactive });
        string id = await api.Running("MANUAL", ",\"maxEnrollments\":1", Wait);
        await api.Enroll(id, first);
        CrmAnswer result = (await api.Post($"journeys/{id}/enrollments", $$"""{"customerIds":["nobody","{{inactive}}","{{first}}","{{second}}"]}""")).ShouldBe(200);
        result.Number("enrolledCount").Should().Be(0);
        result.Body.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("reason").GetString())
            .Should().Equal("CUSTOMER_NOT_FOUND", "CUSTOMER_NOT_ACTIVE", "ALREADY_ENROLLED", "ENROLLMENT_LIMIT_REACHED");
        await api.Advance(TimeSpan.FromDays(1));
        (await api.Post($"journeys/{id}/enrollments", $$"""{"customerIds":["{{first}}"]}""")).Body.GetProperty("skipped")[0].GetProperty("reason").GetString().Should().Be("REENTRY_NOT_ALLOWED");
        (await api.Post($"journeys/{id}/enrollments", $$"""{"segmentId":"{{await api.Static("Both", first, second)}}"}""")).Number("enrolledCount").Should().Be(1);
        (await api.Post($"journeys/{id}/enrollments", "{}")).ShouldFail(400, "VALIDATION_ERROR", "give either customerIds or segmentId");
    }

    [Fact]
    public async Task With_allowReentry_a_customer_enters_again_after_leaving()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable();
        string id = await api.Running("TEETIME_BOOKED", ",\"allowReentry\":true", Wait);
        await api.Activity(customer, "TEETIME_BOOKED");
        await api.Activity(customer, "TEETIME_BOOKED");
        (await api.Get($"journeys/{id}")).Number("totalEnrolled").Should().Be(1);
        string enrollment = (await api.Get($"journeys/{id}/enrollments")).Ids[0];
        CrmAnswer left = (await api.Post($"journeys/{id}/enrollments/{enrollment}/exit", """{"reason":"asked to stop"}""")).ShouldBe(200);
        left.Text("status").Should().Be("EXITED");
        left.Text("exitReason").Should().Be("asked to stop");
        left.Of("nextActionAt").Should().BeNull();
        (await api.Post($"journeys/{id}/enrollments/{enrollment}/exit")).ShouldFail(400, "INVALID_STATE", "Cannot exit an EXITED enrollment");
        await api.Activity(customer, "TEETIME_BOOKED");
        (await api.Get($"journeys/{id}")).Number("totalEnrolled").Should().Be(2);
        (await api.Post($"journeys/{id}/archive")).ShouldBe(200).Number("totalExited").Should().Be(2);
        (await api.Get($"journeys/{id}/enrollments?status=EXITED")).Data.EnumerateArray().Select(item => item.GetProperty("exitReason").GetString()).Should().BeEquivalentTo("asked to stop", "journey_archived");
    }

    [Fact]
    public async Task Entering_a_segment_triggers_its_journey()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"tags","operator":"contains","value":"vip"}]}""");
        string id = await api.Running("segment.entered", $",\"triggerConfig\":{{\"segmentId\":\"{segment}\"}}", Mail);
        string customer = api.Reachable();
        (await api.Patch($"customers/{customer}", """{"tags":["vip"]}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(1));
        (await api.Get($"journeys/{id}")).Number("totalCompleted").Should().Be(1);
        api.Fake.Outbox.Should().ContainSingle().Which.SentAt.Should().Be(new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_step_that_would_break_a_rule_changes_nothing_and_the_customer_goes_on()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Customer("owner@x.example", ""","authUserId":"u1" """);
        string full = await api.Customer("full@x.example", $",\"tags\":[{string.Join(',', Enumerable.Range(0, 100).Select(n => $"\"t{n}\""))}]");
        string journey = await api.Running(
            "MANUAL",
            "",
            """{"type":"UPDATE","config":{"set":{"firstName":"A"},"addTags":["one more"]}}""",
            """{"type":"UPDATE","config":{"set":{"lastName":"B","authUserId":"u1"}}}""",
            """{"type":"UPDATE","config":{"set":{"displayName":"C","email":null}}}""",
            """{"type":"UPDATE","config":{"set":{"phoneNumber":"+27821230001","email":null},"addTags":["t0","new"],"removeTags":["t1"]}}""");
        (await api.Enroll(journey, full)).GetProperty("status").GetString().Should().Be("COMPLETED");
        CrmAnswer customer = await api.Get($"customers/{full}");
        foreach (string member in new[] { "firstName", "lastName", "displayName", "authUserId", "email" }) customer.Of(member).Should().BeNull(member);
        customer.Text("phoneNumber").Should().Be("+27821230001");
        customer.Body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).Should().HaveCount(100).And.Contain("new").And.NotContain("t1");
    }

    [Fact]
    public async Task A_circle_without_a_wait_fails_after_a_hundred_steps()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Journey("MANUAL", "", """{"type":"TRIGGER","config":{}}""");
        string first = (await api.Get($"journeys/{id}/steps")).Ids[0];
        await api.Post($"journeys/{id}/steps", $$"""{"type":"UPDATE","config":{"addTags":["x"]},"nextStepId":"{{first}}"}""");
        await api.Post($"journeys/{id}/activate");
        (await api.Enroll(id, api.Reachable())).GetProperty("status").GetString().Should().Be("FAILED");
        (await api.Get($"journeys/{id}")).Number("activeEnrollments").Should().Be(0);
    }

    [Fact]
    public async Task A_split_sends_everybody_one_way_by_share()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Journey("MANUAL", "", """{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":50},{"name":"B","percentage":50}]}}""", """{"type":"UPDATE","config":{"addTags":["a"]}}""");
        string[] steps = [.. (await api.Get($"journeys/{id}/steps")).Ids];
        (await api.Patch($"journeys/{id}/steps/{steps[0]}", $$$"""{"config":{"variants":[{"name":"A","percentage":50,"nextStepId":"{{{steps[1]}}}"},{"name":"B","percentage":50,"nextStepId":null}]}}""")).ShouldBe(200);
        await api.Post($"journeys/{id}/activate");
        for (int i = 0; i < 100; i++) api.Reachable(i);
        (await api.Post($"journeys/{id}/enrollments", $$"""{"segmentId":"{{await api.Everybody()}}"}""")).ShouldBe(200).Number("enrolledCount").Should().Be(100);
        int tagged = (await api.Get("customers?tenantId=tenant_123&take=100")).Ids.Count;
        tagged.Should().Be(100);
        string segment = await api.Dynamic("""{"combinator":"AND","rules":[{"field":"tags","operator":"contains","value":"a"}]}""");
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().BeInRange(30, 70);
        (await api.Get($"journeys/{id}")).Number("totalCompleted").Should().Be(100);
    }

    [Fact]
    public async Task A_linked_campaign_counts_the_messages_and_one_without_consent_is_passed_over()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(null, ",\"type\":\"JOURNEY\"");
        string id = await api.Running("MANUAL", $",\"campaignId\":\"{campaign}\"", Mail);
        await api.Enroll(id, api.Reachable(1));
        (await api.Enroll(id, api.Reachable(2, customer => customer with { EmailOptIn = false }))).GetProperty("status").GetString().Should().Be("COMPLETED");
        (await api.Get($"campaigns/{campaign}")).Number("sentCount").Should().Be(1);
    }

    [Fact]
    public async Task Journeys_that_trigger_each_other_come_to_an_end()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Running("JOURNEY_COMPLETED", ",\"allowReentry\":true", """{"type":"END","config":{}}""");
        await api.Activity(api.Reachable(), "JOURNEY_COMPLETED");
        (await api.Get($"journeys/{id}")).Number("totalEnrolled").Should().BeInRange(1, 20);
    }

    private static async Task<string> In(CrmApi api, string state)
    {
        string id = await api.Journey("MANUAL", "", Wait);
        if (state != "DRAFT") (await api.Post($"journeys/{id}/activate")).ShouldBe(200);
        if (state == "PAUSED") (await api.Post($"journeys/{id}/pause")).ShouldBe(200);
        if (state == "ARCHIVED") (await api.Post($"journeys/{id}/archive")).ShouldBe(200);
        return id;
    }
}
