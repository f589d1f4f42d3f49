using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Sentences of sections 3 to 6 that no other test holds.</summary>
public sealed class RuleTests
{
    private const string Wait = """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""";
    private const string End = """{"type":"END","config":{}}""";

    [Theory]
    [InlineData("segments", "\"type\":\"STATIC\"")]
    [InlineData("campaigns", "\"channels\":[\"EMAIL\"]")]
    [InlineData("journeys", "\"triggerType\":\"MANUAL\"")]
    public async Task Names_are_trimmed_and_not_empty(string path, string more)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string name = new('ü', 200);
        CrmAnswer created = (await api.Post(path, $$"""{"tenantId":"tenant_123","name":"  {{name}}\t",{{more}}}""")).ShouldBe(201);
        created.Text("name").Should().Be(name);
        (await api.Post(path, $$"""{"tenantId":"tenant_123","name":"   ",{{more}}}""")).ShouldFail(400, "VALIDATION_ERROR", "name must not be empty");
        (await api.Patch($"{path}/{created.Text("id")}", """{"name":" "}""")).ShouldFail(400, "VALIDATION_ERROR", "name must not be empty");
        (await api.Patch($"{path}/{created.Text("id")}", """{"name":" Board "}""")).ShouldBe(200).Text("name").Should().Be("Board");
        (await api.Post(path, $$"""{"tenantId":"tenant_123","name":"Board  ",{{more}}}""")).ShouldBe(path == "campaigns" ? 201 : 409);
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        (await api.Post(path, $$"""{"tenantId":"other","name":"Board",{{more}}}""")).ShouldBe(201);
    }

    [Fact]
    public async Task Steps_have_trimmed_names_too()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Journey("MANUAL", "");
        string step = (await api.Post($"journeys/{journey}/steps", """{"type":"END","config":{},"name":" Goodbye "}""")).ShouldBe(201).Text("id");
        (await api.Get($"journeys/{journey}/steps")).Data[0].GetProperty("name").GetString().Should().Be("Goodbye");
        (await api.Patch($"journeys/{journey}/steps/{step}", """{"name":"  "}""")).ShouldFail(400, "VALIDATION_ERROR", "name must not be empty");
        (await api.Patch($"journeys/{journey}/steps/{step}", """{"name":null}""")).ShouldBe(200).Of("name").Should().BeNull();
    }

    [Fact]
    public async Task A_look_up_changes_nothing_on_its_match_and_finds_inactive_ones()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        (await api.Patch($"customers/{id}", """{"status":"INACTIVE"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(1));
        string before = api.State();
        CrmAnswer found = (await api.Get("customers/resolve?tenantId=tenant_123&email=dana@acme.example&phone=%2B27821234567&authUserId=u5")).ShouldBe(200);
        found.Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(id);
        found.Number("confidence").Should().Be(95);
        api.State().Should().Be(before);
    }

    [Fact]
    public async Task A_profile_that_a_look_up_makes_has_the_first_activity_of_a_new_one()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string made = (await api.Get("customers/resolve?tenantId=tenant_123&phone=%2B27821234567")).ShouldBe(200).Body.GetProperty("profile").GetProperty("id").GetString()!;
        foreach (string id in new[] { made, await api.Customer() })
        {
            JsonElement activity = (await api.Get($"customers/{id}/activities")).Data.EnumerateArray().Should().ContainSingle().Subject;
            activity.GetProperty("type").GetString().Should().Be("PROFILE_CREATED");
            activity.GetProperty("category").GetString().Should().Be("PROFILE");
            activity.GetProperty("sourceService").GetString().Should().Be("crm");
        }
    }

    [Theory]
    [InlineData("MERGED")]
    [InlineData("DELETED")]
    public async Task Every_write_on_an_ended_profile_is_refused_and_changes_nothing(string status)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        string note = (await api.Post($"customers/{id}/notes", """{"content":"x"}""")).Text("id");
        string other = await api.Customer("other@acme.example");
        string segment = await api.Static("S");
        if (status == "DELETED") (await api.Delete($"customers/{id}")).ShouldBe(204);
        else (await api.Post($"customers/{await api.Customer("winner@acme.example")}/merge", $$"""{"loserId":"{{id}}"}""")).ShouldBe(200);
        string before = api.State();
        (string Method, string Path, string? Body)[] writes =
        [
            ("PATCH", $"customers/{id}", """{"firstName":"x"}"""),
            ("DELETE", $"customers/{id}", null),
            ("POST", $"customers/{id}/notes", """{"content":"x"}"""),
            ("POST", $"customers/{id}/activities", """{"type":"CALLED","category":"OTHER","title":"x"}"""),
            ("POST", $"customers/{id}/merge", $$"""{"loserId":"{{other}}"}"""),
            ("POST", $"customers/{other}/merge", $$"""{"loserId":"{{id}}"}"""),
            ("POST", $"segments/{segment}/members", $$"""{"customerIds":["{{other}}","{{id}}"]}"""),
        ];
        if (status == "DELETED") writes = [.. writes, ("PATCH", $"customers/{id}/notes/{note}", """{"content":"y"}"""), ("DELETE", $"customers/{id}/notes/{note}", null)];
        foreach ((string method, string path, string? body) in writes) (await api.Send(method, path, body)).ShouldFail(400, "INVALID_STATE", $"Customer is {status}");
        api.State().Should().Be(before);
        (await api.Get($"customers/{id}/activities")).ShouldBe(200);
        (await api.Get($"customers/{id}/notes")).ShouldBe(200);
    }

    [Fact]
    public async Task A_note_is_an_activity_of_its_category_and_activities_are_for_ever()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        await api.Post($"customers/{id}/notes", """{"content":"x"}""");
        JsonElement added = (await api.Get($"customers/{id}/activities?type=NOTE_ADDED")).Data[0];
        added.GetProperty("category").GetString().Should().Be("NOTE");
        foreach (string method in new[] { "PATCH", "PUT", "DELETE" })
            (await api.Send(method, $"customers/{id}/activities/{added.GetProperty("id").GetString()}", "{}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Route not found");
    }

    [Fact]
    public async Task A_smart_segment_with_criteria_is_computed_and_no_computed_one_is_kept_by_hand()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable(1, known => known with { Tags = ["vip"] });
        CrmAnswer smart = (await api.Post("segments", """{"tenantId":"tenant_123","name":"a","type":"SMART","criteria":{"combinator":"AND","rules":[{"field":"tags","operator":"contains","value":"vip"}]}}""")).ShouldBe(201);
        smart.Number("memberCount").Should().Be(1);
        CrmAnswer empty = (await api.Post("segments", """{"tenantId":"tenant_123","name":"b","type":"SMART"}""")).ShouldBe(201);
        empty.Of("criteria").Should().BeNull();
        empty.Of("lastRefreshedAt").Should().BeNull();
        api.Reachable(2, known => known with { Tags = ["vip"] });
        await api.Advance(TimeSpan.FromMinutes(1));
        CrmAnswer refreshed = (await api.Post($"segments/{smart.Text("id")}/refresh")).ShouldBe(200);
        refreshed.Number("memberCount").Should().Be(2);
        refreshed.Text("lastRefreshedAt").Should().Be("2026-03-02T09:01:00Z");
        string before = api.State();
        (await api.Post($"segments/{empty.Text("id")}/refresh")).ShouldBe(200).Of("lastRefreshedAt").Should().BeNull();
        foreach (string segment in new[] { smart.Text("id"), empty.Text("id") })
        {
            (await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{customer}}"]}""")).ShouldFail(400, "INVALID_STATE", "Members can be changed for STATIC segments only");
            (await api.Delete($"segments/{segment}/members/{customer}")).ShouldFail(400, "INVALID_STATE", "Members can be changed for STATIC segments only");
        }

        api.State().Should().Be(before);
    }

    [Fact]
    public async Task Criteria_never_reach_ended_profiles_and_new_ones_recompute_at_once()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string gone = await api.Customer("gone@acme.example");
        await api.Delete($"customers/{gone}");
        string here = api.Reachable();
        string segment = await api.Dynamic("""{"combinator":"OR","rules":[{"field":"status","operator":"in","value":["DELETED","MERGED"]}]}""");
        string journey = await api.Running("segment.entered", $$""","triggerConfig":{"segmentId":"{{segment}}"}""", End);
        (await api.Get($"segments/{segment}")).Number("memberCount").Should().Be(0);
        await api.Advance(TimeSpan.FromMinutes(1));
        CrmAnswer changed = (await api.Patch($"segments/{segment}", """{"criteria":{"combinator":"AND","rules":[{"field":"status","operator":"isNotNull"}]}}""")).ShouldBe(200);
        changed.Number("memberCount").Should().Be(1);
        changed.Text("lastRefreshedAt").Should().Be("2026-03-02T09:01:00Z");
        (await api.Get($"journeys/{journey}/enrollments")).Data.EnumerateArray().Select(one => one.GetProperty("customerId").GetString()).Should().Equal(here);
        (await api.Patch($"segments/{segment}", """{"criteria":null}""")).ShouldFail(400, "VALIDATION_ERROR");
        (await api.Patch($"segments/{await api.Static("S")}", """{"criteria":{"combinator":"AND","rules":[{"field":"status","operator":"isNotNull"}]}}""")).ShouldFail(400, "VALIDATION_ERROR", "criteria is not allowed for STATIC segments");
    }

    [Fact]
    public async Task A_new_campaign_has_the_defaults_and_counts_its_segment()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string two = await api.Static("Two", api.Reachable(1), api.Reachable(2));
        string one = await api.Static("One", api.Reachable(3));
        CrmAnswer created = (await api.Post("campaigns", $$"""{"tenantId":"tenant_123","name":"n","channels":["SMS","FACEBOOK"],"segmentId":"{{two}}","scheduledAt":"2026-03-02T09:05:00Z","recurPattern":"not cron","timezone":"Nowhere"}""")).ShouldBe(201);
        created.Text("type").Should().Be("ONE_TIME");
        created.Text("status").Should().Be("DRAFT");
        created.Text("segmentName").Should().Be("Two");
        created.Number("targetCount").Should().Be(2);
        foreach (string counter in new[] { "sentCount", "deliveredCount", "openedCount", "clickedCount", "convertedCount", "unsubscribedCount", "bouncedCount" }) created.Number(counter).Should().Be(0, counter);
        foreach (string rate in new[] { "deliveryRate", "openRate", "clickRate", "conversionRate", "startedAt", "completedAt" }) created.Of(rate).Should().BeNull(rate);
        string id = created.Text("id");
        await api.Advance(TimeSpan.FromMinutes(10));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("DRAFT", "a time alone schedules nothing");
        (await api.Patch($"campaigns/{id}", $$"""{"segmentId":"{{one}}"}""")).ShouldBe(200).Number("targetCount").Should().Be(1);
        await api.Post($"segments/{one}/members", $$"""{"customerIds":["{{api.Reachable(4)}}"]}""");
        (await api.Get($"campaigns/{id}")).Number("targetCount").Should().Be(1);
        (await api.Post("campaigns", """{"tenantId":"tenant_123","name":"n","channels":["SMS"]}""")).ShouldBe(201).Text("timezone").Should().Be("UTC");
    }

    [Theory]
    [InlineData("type", "\"ONE_TIME\"")]
    [InlineData("channels", "[\"SMS\"]")]
    [InlineData("segmentId", "null")]
    [InlineData("emailTemplateId", "\"t\"")]
    [InlineData("smsTemplateId", "\"t\"")]
    [InlineData("pushTemplateId", "null")]
    [InlineData("timezone", "\"UTC\"")]
    [InlineData("recurPattern", "\"* * * * *\"")]
    [InlineData("recurEndAt", "null")]
    public async Task Once_scheduled_a_campaign_keeps_all_but_name_and_description(string member, string value)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Everybody());
        (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-05T00:00:00Z"}""")).ShouldBe(200);
        string before = api.State();
        (await api.Patch($"campaigns/{id}", $$"""{"name":"x","{{member}}":{{value}}}""")).ShouldFail(400, "INVALID_STATE", $"{member} can be changed in DRAFT only");
        api.State().Should().Be(before);
    }

    [Theory]
    [InlineData("\"channels\":[\"EMAIL\",\"SMS\",\"PUSH\"]", "{}", "segmentId is required before scheduling")]
    [InlineData("\"channels\":[\"PUSH\",\"SMS\",\"EMAIL\"],\"segmentId\":\"$\"", "{}", "emailTemplateId is required for EMAIL")]
    [InlineData("\"channels\":[\"PUSH\",\"SMS\",\"EMAIL\"],\"segmentId\":\"$\",\"emailTemplateId\":\"t\"", "{}", "smsTemplateId is required for SMS")]
    [InlineData("\"channels\":[\"PUSH\"],\"segmentId\":\"$\",\"type\":\"RECURRING\"", "{}", "pushTemplateId is required for PUSH")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"$\",\"type\":\"RECURRING\"", "{\"timezone\":\"Nowhere\"}", "scheduledAt is required")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"$\",\"type\":\"RECURRING\",\"scheduledAt\":\"2026-01-01T00:00:00Z\"", "{\"timezone\":\"Nowhere\"}", "scheduledAt must be in the future")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"$\",\"type\":\"RECURRING\",\"timezone\":\"Nowhere\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "recurPattern is required for RECURRING")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"$\",\"type\":\"RECURRING\",\"timezone\":\"Nowhere\",\"recurPattern\":\"x\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "recurPattern must have five cron fields")]
    public async Task The_checks_of_a_schedule_come_in_their_order_and_change_nothing(string members, string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = (await api.Post("campaigns", $$"""{"tenantId":"tenant_123","name":"n",{{members.Replace("$", await api.Everybody(), StringComparison.Ordinal)}}}""")).ShouldBe(201).Text("id");
        string before = api.State();
        (await api.Post($"campaigns/{id}/schedule", body)).ShouldFail(400, "VALIDATION_ERROR", message);
        api.State().Should().Be(before);
        await api.Advance(TimeSpan.FromDays(60));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("DRAFT");
    }

    [Theory]
    [InlineData("TRIGGERED")]
    [InlineData("JOURNEY")]
    public async Task A_campaign_that_others_drive_starts_at_its_time_and_sends_nothing_by_itself(string type)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("One", api.Reachable()), $",\"type\":\"{type}\"");
        (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromDays(3));
        CrmAnswer campaign = await api.Get($"campaigns/{id}");
        campaign.Text("status").Should().Be("ACTIVE");
        campaign.Text("startedAt").Should().Be("2026-03-02T10:00:00Z");
        api.Fake.Outbox.Should().BeEmpty();
        await api.Post($"campaigns/{id}/pause");
        (await api.Post($"campaigns/{id}/resume")).ShouldBe(200).Text("startedAt").Should().Be("2026-03-02T10:00:00Z");
    }

    [Fact]
    public async Task A_recurring_campaign_that_was_paused_over_a_run_runs_when_it_is_resumed()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("One", api.Reachable()), ",\"type\":\"RECURRING\",\"recurPattern\":\"0 12 * * *\"");
        (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(2));
        (await api.Post($"campaigns/{id}/pause")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(4));
        api.Fake.Outbox.Should().ContainSingle();
        (await api.Post($"campaigns/{id}/resume")).ShouldBe(200);
        await api.Advance(TimeSpan.Zero);
        api.Fake.Outbox.Select(message => message.SentAt.Hour).Should().Equal(10, 15);
        await api.Advance(TimeSpan.FromHours(24));
        api.Fake.Outbox.Should().HaveCount(3);
    }

    [Fact]
    public async Task Recipients_are_written_to_in_the_order_of_their_ids()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        Dictionary<string, string> ids = Enumerable.Range(1, 20).ToDictionary(n => $"c{n}@acme.example", n => api.Reachable(n));
        string id = await api.Campaign(await api.Everybody());
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200);
        await api.Advance(TimeSpan.Zero);
        api.Fake.Outbox.Select(message => ids[message.To]).Should().HaveCount(20).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"CONDITION","config":{"eventType":"XX"},"nextStepYesId":"$"}""", "nextStepYesId must name a step of the same journey")]
    [InlineData("""{"type":"CONDITION","config":{"eventType":"XX"},"nextStepNoId":"$"}""", "nextStepNoId must name a step of the same journey")]
    [InlineData("""{"type":"END","config":{},"nextStepId":"$"}""", "nextStepId must name a step of the same journey")]
    [InlineData("""{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":50,"nextStepId":null},{"name":"B","percentage":50,"nextStepId":"$"}]}}""", "config.variants[1].nextStepId must name a step of the same journey")]
    public async Task A_step_leads_to_steps_of_its_own_journey(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string foreign = (await api.Get($"journeys/{await api.Journey("OTHER", "", End)}/steps")).Ids[0];
        string journey = await api.Journey("MANUAL", "", End);
        string own = (await api.Get($"journeys/{journey}/steps")).Ids[0];
        string before = api.State();
        (await api.Post($"journeys/{journey}/steps", body.Replace("$", foreign, StringComparison.Ordinal))).ShouldFail(400, "VALIDATION_ERROR", message);
        api.State().Should().Be(before);
        (await api.Post($"journeys/{journey}/steps", body.Replace("$", own, StringComparison.Ordinal))).ShouldBe(201);
        (await api.Patch($"journeys/{journey}/steps/{own}", $$"""{"nextStepYesId":"{{own}}"}""")).ShouldFail(400, "VALIDATION_ERROR", "nextStepYesId is allowed on CONDITION steps only");
    }

    [Fact]
    public async Task A_name_of_a_deleted_journey_is_free_and_so_is_its_campaign()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(null, ",\"type\":\"JOURNEY\"");
        string body = $$"""{"tenantId":"tenant_123","name":"J","triggerType":"MANUAL","campaignId":"{{campaign}}"}""";
        string id = (await api.Post("journeys", body)).ShouldBe(201).Text("id");
        (await api.Post("journeys", body)).ShouldBe(409);
        (await api.Delete($"journeys/{id}")).ShouldBe(204);
        CrmAnswer again = (await api.Post("journeys", body)).ShouldBe(201);
        again.Body.GetProperty("allowReentry").GetBoolean().Should().BeFalse();
        again.Of("maxEnrollments").Should().BeNull();
        again.Text("status").Should().Be("DRAFT");
    }

    [Fact]
    public async Task Up_to_a_thousand_customers_are_enrolled_by_hand_whatever_the_triggers_conditions()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Running("teetime.booked", ",\"triggerConfig\":{\"conditions\":[{\"field\":\"membershipTier\",\"operator\":\"eq\",\"value\":\"Gold\"}]}", Wait);
        string[] ids = [.. Enumerable.Range(0, 1001).Select(n => api.Reachable(n))];
        string before = api.State();
        (await Enroll(ids)).ShouldFail(400, "VALIDATION_ERROR");
        (await Enroll([ids[0], ids[0]])).ShouldFail(400, "VALIDATION_ERROR", "customerIds must not contain duplicates");
        (await Enroll([])).ShouldFail(400, "VALIDATION_ERROR", "customerIds must not be empty");
        api.State().Should().Be(before);
        (await Enroll(ids[..1000])).ShouldBe(200).Number("enrolledCount").Should().Be(1000);
        JsonElement entered = (await api.Get($"customers/{ids[0]}/activities?type=JOURNEY_ENROLLED")).Data[0];
        entered.GetProperty("category").GetString().Should().Be("MARKETING");
        CrmAnswer rest = (await api.Post($"journeys/{journey}/enrollments", $$"""{"segmentId":"{{await api.Everybody()}}"}""")).ShouldBe(200);
        rest.Number("enrolledCount").Should().Be(1);
        rest.Number("skippedCount").Should().Be(1000);

        Task<CrmAnswer> Enroll(string[] customers) => api.Post($"journeys/{journey}/enrollments", JsonSerializer.Serialize(new { customerIds = customers }));
    }

    [Fact]
    public async Task An_enrollment_that_fails_counts_as_exited_and_says_why()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Journey("MANUAL", "", """{"type":"TRIGGER","config":{}}""");
        string first = (await api.Get($"journeys/{journey}/steps")).Ids[0];
        await api.Patch($"journeys/{journey}/steps/{first}", $$"""{"nextStepId":"{{first}}"}""");
        await api.Post($"journeys/{journey}/activate");
        string customer = api.Reachable();
        JsonElement failed = await api.Enroll(journey, customer);
        failed.GetProperty("status").GetString().Should().Be("FAILED");
        failed.GetProperty("exitReason").GetString().Should().Be("too_many_steps");
        failed.GetProperty("exitedAt").GetString().Should().Be("2026-03-02T09:00:00Z");
        failed.GetProperty("currentStepId").ValueKind.Should().Be(JsonValueKind.Null);
        (await api.Get($"journeys/{journey}")).Number("totalExited").Should().Be(1);
        (await api.Timeline(customer)).Should().BeEquivalentTo("JOURNEY_ENROLLED", "JOURNEY_EXITED");
    }

    [Fact]
    public async Task A_post_that_was_published_by_hand_is_not_published_again_at_its_time()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", ",\"scheduledAt\":\"2026-03-02T10:00:00Z\"");
        CrmAnswer published = (await api.Post($"social/posts/{post}/publish")).ShouldBe(200);
        published.Text("platformUrl").Should().StartWith("https://");
        await api.Advance(TimeSpan.FromHours(2));
        CrmAnswer later = await api.Get($"social/posts/{post}");
        later.Text("platformPostId").Should().Be(published.Text("platformPostId"));
        later.Text("publishedAt").Should().Be("2026-03-02T09:00:00Z");
        (await api.Get($"social/connections/{connection}")).Text("lastUsedAt").Should().Be("2026-03-02T09:00:00Z");
    }

    [Fact]
    public async Task A_publication_that_fails_twice_counts_twice_and_a_token_that_expired_fails_the_clocks_too()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", ",\"scheduledAt\":\"2026-03-02T10:00:00Z\"");
        api.Control.SetTokenExpiry(connection, api.Now.AddHours(1));
        await api.Advance(TimeSpan.FromHours(1));
        CrmAnswer failed = await api.Get($"social/posts/{post}");
        failed.Text("status").Should().Be("FAILED");
        failed.Text("error").Should().Be("Access token expired");
        (await api.Post($"social/posts/{post}/publish")).ShouldBe(200).Number("retryCount").Should().Be(2);
        await api.Advance(TimeSpan.FromDays(2));
        (await api.Get($"social/posts/{post}")).Number("retryCount").Should().Be(2, "failed posts are not tried again");
        (await api.Post($"social/connections/{connection}/refresh")).ShouldBe(200);
        CrmAnswer published = (await api.Post($"social/posts/{post}/publish")).ShouldBe(200);
        published.Text("status").Should().Be("PUBLISHED");
        published.Of("error").Should().BeNull();
    }

    [Fact]
    public async Task A_promotion_is_sent_only_while_it_is_in_force_and_automatic()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string Body(string more) => $$"""{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"announceAt":"2026-03-03T00:00:00Z","sourceDate":"2026-03-10T00:00:00Z","reminderDays":[1,7,3]{{more}}}""";
        CrmAnswer manual = (await api.Post("promotions", Body(""))).ShouldBe(201);
        manual.Body.GetProperty("autoPromote").GetBoolean().Should().BeFalse();
        manual.Body.GetProperty("isActive").GetBoolean().Should().BeTrue();
        manual.Body.GetProperty("reminderDays").GetRawText().Should().Be("[7,3,1]");
        string off = (await api.Post("promotions", Body(",\"autoPromote\":true,\"isActive\":false"))).ShouldBe(201).Text("id");
        string on = (await api.Post("promotions", Body(",\"autoPromote\":true"))).ShouldBe(201).Text("id");
        await api.Advance(TimeSpan.FromDays(10));
        foreach (string id in new[] { manual.Text("id"), off }) (await api.Get($"promotions/{id}")).Body.GetProperty("promotionHistory").GetArrayLength().Should().Be(0);
        CrmAnswer sent = await api.Get($"promotions/{on}");
        sent.Body.GetProperty("promotionHistory").EnumerateArray().Select(entry => $"{entry.GetProperty("type").GetString()} {entry.GetProperty("sentAt").GetString()} {entry.GetProperty("recipientCount")}")
            .Should().Equal("ANNOUNCEMENT 2026-03-03T00:00:00Z 0", "REMINDER 2026-03-03T00:00:00Z 0", "REMINDER 2026-03-07T00:00:00Z 0", "REMINDER 2026-03-09T00:00:00Z 0");
        sent.Text("lastPromotedAt").Should().Be("2026-03-09T00:00:00Z");
        (await api.Patch($"promotions/{off}", """{"isActive":true}""")).ShouldBe(200);
        await api.Advance(TimeSpan.Zero);
        (await api.Get($"promotions/{off}")).Body.GetProperty("promotionHistory").EnumerateArray().Select(entry => entry.GetProperty("type").GetString()).Should().Equal("ANNOUNCEMENT");
    }

    [Theory]
    [InlineData("startDate=2026-03-02T11:00:00%2B02:00", 1)]
    [InlineData("startDate=2026-03-02T09:00:01Z", 0)]
    [InlineData("endDate=2026-03-02T09:00:00Z", 0)]
    [InlineData("endDate=2026-03-02T09:00:01Z", 1)]
    public async Task A_period_includes_its_start_and_not_its_end(string period, int counted)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Campaign(null);
        await api.Post($"social/posts/{await api.Post(await api.Connection(), "x", "")}/publish");
        CrmAnswer campaigns = (await api.Get($"analytics/campaigns?tenantId=tenant_123&{period}")).ShouldBe(200);
        campaigns.Number("totalCampaigns").Should().Be(counted);
        (await api.Get($"analytics/social?tenantId=tenant_123&{period}")).ShouldBe(200).Number("totalPosts").Should().Be(counted);
        string name = period[..period.IndexOf('=', StringComparison.Ordinal)];
        campaigns.Text(name).Should().Be(period.Contains("%2B", StringComparison.Ordinal) ? "2026-03-02T09:00:00Z" : period[(name.Length + 1)..]);
        campaigns.Body.GetProperty("topCampaigns").GetArrayLength().Should().Be(0, "it has no rate");
    }

    [Theory]
    [InlineData("2026-03-01T00:00:00.123456789Z", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T00:00:00.999999999999+02:00", "2026-02-28T22:00:00Z")]
    [InlineData("2026-03-01t00:00:00.5z", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T00:00:00-00:00", "2026-03-01T00:00:00Z")]
    public async Task Times_come_in_any_form_of_RFC_3339_and_are_stored_in_whole_seconds(string given, string stored)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        (await api.Activity(id, "CALLED", $",\"occurredAt\":\"{given}\"")).Text("occurredAt").Should().Be(stored);
        (await api.Get($"customers/{id}/activities?to={Uri.EscapeDataString(given)}")).ShouldBe(200);
        CrmAnswer graph = await api.Post("graphql", JsonSerializer.Serialize(new { query = $$"""mutation { recordActivity(customerId: "{{id}}", input: { type: "CALLED", category: OTHER, title: "x", occurredAt: "{{given}}" }) { occurredAt } }""" }));
        graph.Data.GetProperty("recordActivity").GetProperty("occurredAt").GetString().Should().Be(stored);
    }
}
