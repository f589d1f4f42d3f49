using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Borders: forms of identity keys, bands, times with fractions, and what meets at one instant.</summary>
public sealed partial class BorderTests
{
    [Theory]
    [InlineData("+1234567", true)]
    [InlineData("+123456789012345", true)]
    [InlineData(" +27821234567 ", true)]
    [InlineData("+123456", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+0821234567", false)]
    [InlineData("27821234567", false)]
    [InlineData("+27 82 123 4567", false)]
    [InlineData("+2782123456\u0667", false)]
    public async Task A_phone_number_has_the_form_of_E_164(string phone, bool good)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer created = await api.Post("customers", JsonSerializer.Serialize(new { tenantId = "tenant_123", phoneNumber = phone }));
        CrmAnswer resolved = await api.Get($"customers/resolve?tenantId=tenant_123&phone={Uri.EscapeDataString(phone)}");
        if (good)
        {
            created.ShouldBe(201).Text("phoneNumber").Should().Be(phone.Trim());
            resolved.ShouldBe(200).Body.GetProperty("profile").GetProperty("id").GetString().Should().Be(created.Text("id"));
            return;
        }

        created.ShouldFail(400, "VALIDATION_ERROR", "phoneNumber must be a phone number in E.164 form");
        resolved.ShouldFail(400, "VALIDATION_ERROR", "phone must be a phone number in E.164 form");
    }

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public async Task An_address_has_at_most_254_characters(int length, bool good)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string email = new string('a', length - 10) + "@b.example";
        (await api.Post("customers", $$"""{"tenantId":"tenant_123","email":"  {{email}} "}""")).ShouldBe(good ? 201 : 400);
        (await api.Get($"customers/resolve?tenantId=tenant_123&email={email}")).ShouldBe(good ? 200 : 400);
        (await api.Get("customers/resolve?tenantId=tenant_123&authUserId=")).ShouldFail(400, "VALIDATION_ERROR", "authUserId must not be empty");
        (await api.Get("customers/resolve?tenantId=tenant_123&email=nobody")).ShouldFail(400, "VALIDATION_ERROR", "email must be an email");
    }

    [Theory]
    [InlineData("AB", true)]
    [InlineData("A_", true)]
    [InlineData("X9_", true)]
    [InlineData("A", false)]
    [InlineData("9A", false)]
    [InlineData("_A", false)]
    [InlineData("Ab", false)]
    [InlineData("A-B", false)]
    [InlineData("AB\\n", false)]
    [InlineData("ÄB", false)]
    public async Task The_type_of_an_activity_is_upper_snake_case(string type, bool good)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        (await api.Post($"customers/{id}/activities", $$"""{"type":"{{type}}","category":"OTHER","title":"x"}""")).ShouldBe(good ? 201 : 400);
        foreach ((int length, int status) in ((int, int)[])[(64, 201), (65, 400)])
            (await api.Post($"customers/{id}/activities", $$"""{"type":"{{new string('A', length)}}","category":"OTHER","title":"x"}""")).ShouldBe(status);
    }

    [Fact]
    public async Task Lengths_count_characters_and_not_the_units_of_their_encoding()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string golf = string.Concat(Enumerable.Repeat("⛳🏌", 50));
        string id = await api.Customer("dana@acme.example", $",\"firstName\":\"{golf}\",\"displayName\":\"Ünal Ærø\"");
        (await api.Get($"customers/{id}")).Text("firstName").Should().Be(golf);
        (await api.Patch($"customers/{id}", $$"""{"firstName":"{{golf}}🏌"}""")).ShouldBe(400);
        (await api.Get($"customers?tenantId=tenant_123&search={Uri.EscapeDataString("ÜNAL ærØ")}")).Ids.Should().Equal(id);
        (await api.Get($"customers?tenantId=tenant_123&search={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("🏌", 200)))}")).ShouldBe(200);
        (await api.Get($"customers?tenantId=tenant_123&search={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("🏌", 201)))}")).ShouldFail(400, "VALIDATION_ERROR", "search must not be longer than 200");
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(19, 4)]
    [InlineData(20, 3)]
    [InlineData(39, 3)]
    [InlineData(40, 2)]
    [InlineData(59, 2)]
    [InlineData(60, 1)]
    [InlineData(79, 1)]
    [InlineData(80, 0)]
    [InlineData(100, 0)]
    public async Task A_score_falls_into_its_band(int score, int band)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Reachable(1, customer => customer with { EngagementScore = score });
        api.Reachable(2, customer => customer with { ChurnRiskScore = score });
        api.Reachable(3, customer => customer with { ChurnRiskScore = score + (score < 100 ? 1 : 0) });
        JsonElement figures = (await api.Get("analytics/engagement?tenantId=tenant_123")).ShouldBe(200).Body;
        figures.GetProperty("engagementDistribution").EnumerateArray().Select(one => one.GetProperty("count").GetInt32()).Should().Equal(Enumerable.Range(0, 5).Select(n => n == band ? 1 : 0));
        figures.GetProperty("churnRiskDistribution")[band].GetProperty("count").GetInt32().Should().BePositive();
        figures.GetProperty("churnRiskDistribution").EnumerateArray().Select(one => one.GetProperty("level").GetString()).Should().Equal("CRITICAL", "HIGH", "MODERATE", "LOW", "MINIMAL");
        figures.GetProperty("averageEngagementScore").GetDouble().Should().Be(score);
        figures.GetProperty("averageChurnRiskScore").GetDouble().Should().Be(score < 100 ? score + 0.5 : 100);
    }

    [Fact]
    public async Task All_times_are_whole_seconds_in_UTC_whatever_the_clock_shows()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Advance(TimeSpan.FromMilliseconds(1234));
        CrmWorld world = await CrmWorld.Of(api);
        await api.Advance(TimeSpan.FromDays(2.3456789));
        (await api.Post($"segments/{await api.Everybody()}/sync-to-messaging")).ShouldBe(200);
        int times = 0;
        foreach ((string id, (string method, string path, string? body)) in world.Calls.OrderBy(call => call.Value.Method == "DELETE"))
        {
            CrmAnswer answer = await api.Send(method, path, body);
            if (answer.Body.ValueKind == JsonValueKind.Undefined) continue;
            foreach (Match time in TimeForm().Matches(answer.Body.GetRawText()))
            {
                time.Value.Should().MatchRegex("^\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\"$", id);
                times++;
            }
        }

        times.Should().BeGreaterThan(100);
    }

    [Theory]
    [InlineData("segments.create", "segments/$")]
    [InlineData("customers.create", "customers/$")]
    [InlineData("campaigns.create", "campaigns/$")]
    [InlineData("journeys.create", "journeys/$")]
    [InlineData("socialPosts.create", "social/posts/$")]
    [InlineData("promotions.create", "promotions/$")]
    public async Task What_was_created_is_answered_whole(string operation, string path)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer created = (await (await CrmWorld.Of(api)).Call(api, operation)).ShouldBe(201);
        (await api.Get(path.Replace("$", created.Text("id"), StringComparison.Ordinal))).ShouldBe(200).Body.GetRawText().Should().Be(created.Body.GetRawText());
    }

    [Fact]
    public async Task A_condition_on_an_event_asks_for_one_that_happened_since_the_enrollment()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] customers = [.. Enumerable.Range(1, 4).Select(n => api.Reachable(n))];
        string journey = await api.Journey("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"HOURS"}}""", """{"type":"CONDITION","config":{"eventType":"PAID"}}""", """{"type":"UPDATE","config":{"addTags":["no"]}}""", """{"type":"UPDATE","config":{"addTags":["end"]}}""");
        string[] steps = [.. (await api.Get($"journeys/{journey}/steps")).Ids];
        (await api.Patch($"journeys/{journey}/steps/{steps[1]}", $$"""{"nextStepYesId":"{{steps[3]}}"}""")).ShouldBe(200);
        await api.Post($"journeys/{journey}/activate");
        await api.Activity(customers[0], "PAID");
        await api.Advance(TimeSpan.FromSeconds(1));
        foreach (string customer in customers) await api.Enroll(journey, customer);
        await api.Activity(customers[1], "PAID", ",\"occurredAt\":\"2026-03-02T09:00:01Z\"");
        await api.Activity(customers[2], "PAID", ",\"occurredAt\":\"2026-03-02T09:00:00Z\"");
        await api.Activity(customers[3], "PAYED");
        await api.Advance(TimeSpan.FromHours(1));
        foreach ((string customer, string tags) in customers.Zip(["[\"no\",\"end\"]", "[\"end\"]", "[\"no\",\"end\"]", "[\"no\",\"end\"]"]))
            (await api.Get($"customers/{customer}")).Body.GetProperty("tags").GetRawText().Should().Be(tags);
    }

    [Fact]
    public async Task A_trigger_keeps_the_rules_for_limit_and_re_entry_silently()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Running("teetime.booked", ",\"maxEnrollments\":1", """{"type":"WAIT","config":{"duration":1,"unit":"HOURS"}}""");
        string[] customers = [api.Reachable(1), api.Reachable(2)];
        foreach (string customer in customers) await api.Activity(customer, "TEETIME_BOOKED");
        (await api.Get($"journeys/{journey}/enrollments")).Data.EnumerateArray().Select(one => one.GetProperty("customerId").GetString()).Should().Equal(customers[0]);
        await api.Advance(TimeSpan.FromHours(1));
        foreach (string customer in customers) await api.Activity(customer, "TEETIME_BOOKED");
        CrmAnswer now = await api.Get($"journeys/{journey}");
        now.Number("totalEnrolled").Should().Be(2);
        now.Number("totalCompleted").Should().Be(1);
        now.Number("activeEnrollments").Should().Be(1);
    }

    [Fact]
    public async Task A_deleted_step_leaves_no_reference_behind()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Journey("MANUAL", "", """{"type":"END","config":{}}""", """{"type":"END","config":{}}""");
        string[] ends = [.. (await api.Get($"journeys/{journey}/steps")).Ids];
        foreach (string step in new[]
        {
            """{"type":"UPDATE","config":{"addTags":["a"]},"nextStepId":"$"}""",
            """{"type":"CONDITION","config":{"eventType":"XX"},"nextStepYesId":"#","nextStepNoId":"$"}""",
            """{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":50,"nextStepId":"$"},{"name":"B","percentage":50,"nextStepId":"#"}]}}""",
        })
            (await api.Post($"journeys/{journey}/steps", step.Replace("$", ends[0], StringComparison.Ordinal).Replace("#", ends[1], StringComparison.Ordinal))).ShouldBe(201);
        (await api.Delete($"journeys/{journey}/steps/{ends[0]}")).ShouldBe(204);
        CrmAnswer left = await api.Get($"journeys/{journey}/steps");
        left.Body.GetRawText().Should().NotContain(ends[0]);
        left.Data.EnumerateArray().Select(step => step.GetProperty("stepNumber").GetInt32()).Should().Equal(1, 2, 3, 4);
        left.Data[2].GetProperty("nextStepYesId").GetString().Should().Be(ends[1]);
        left.Data[3].GetProperty("config").GetProperty("variants")[1].GetProperty("nextStepId").GetString().Should().Be(ends[1]);
        (await api.Post($"journeys/{journey}/steps", """{"type":"END","config":{}}""")).ShouldBe(201).Number("stepNumber").Should().Be(5);
    }

    [Fact]
    public async Task The_same_account_of_two_tenants_is_two_connections()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        string first = await api.Connection();
        string state = (await api.Post("social/connections/connect", """{"tenantId":"other","platform":"FACEBOOK","redirectUri":"https://app.example/cb"}""")).ShouldBe(200).Text("state");
        CrmAnswer second = (await api.Post("social/connections/callback", $$"""{"platform":"FACEBOOK","code":"code","state":"{{state}}"}""")).ShouldBe(201);
        second.Text("id").Should().NotBe(first);
        second.Text("accountId").Should().Be((await api.Get($"social/connections/{first}")).Text("accountId"));
        (await api.Get($"social/connections/{second.Text("id")}")).Text("tenantId").Should().Be("other");
    }

    [Theory]
    [InlineData("SCHEDULED", 400)]
    [InlineData("DRAFT", 204)]
    public async Task A_post_that_waits_for_its_time_is_not_deleted(string status, int expected)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string post = await api.Post(await api.Connection(), "x", status == "SCHEDULED" ? ",\"scheduledAt\":\"2026-03-05T00:00:00Z\"" : "");
        (await api.Patch($"social/posts/{post}", """{"content":"new","linkUrl":null,"hashtags":[]}""")).ShouldBe(200).Text("status").Should().Be(status);
        CrmAnswer deleted = await api.Delete($"social/posts/{post}");
        if (expected == 400) deleted.ShouldFail(400, "INVALID_STATE", "Cannot delete a SCHEDULED post");
        else deleted.ShouldBe(204);
    }

    [Fact]
    public async Task A_segment_that_is_synced_by_the_clock_keeps_its_updatedAt()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("S");
        await api.Post($"segments/{segment}/sync-to-messaging");
        await api.Advance(TimeSpan.FromDays(1));
        CrmAnswer synced = await api.Get($"segments/{segment}");
        synced.Text("lastSyncedAt").Should().Be("2026-03-03T02:05:00Z");
        synced.Text("updatedAt").Should().Be("2026-03-02T09:00:00Z");
    }

    [Fact]
    public async Task GraphQL_gives_whole_lists_of_any_length_and_at_most_a_hundred_enrollments()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        string customer = api.Reachable(500);
        for (int i = 0; i < 101; i++)
        {
            await api.Static($"S{i:D3}");
            await api.Post($"customers/{customer}/notes", """{"content":"x"}""");
            api.Reachable(i);
        }

        await api.Post($"journeys/{journey}/enrollments", $$"""{"segmentId":"{{await api.Everybody("All")}}"}""");
        CrmAnswer answer = (await api.Post("graphql", JsonSerializer.Serialize(new
        {
            query = $$"""
                { segments(tenantId: "tenant_123") { name }
                  static: segments(tenantId: "tenant_123", type: STATIC) { name }
                  customerNotes(customerId: "{{customer}}") { id }
                  journeyEnrollments(journeyId: "{{journey}}") { nodes { id } meta { total skip take hasMore } } }
                """,
        }))).ShouldBe(200);
        answer.Data.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("name").GetString()).Should().HaveCount(102).And.BeInAscendingOrder(StringComparer.Ordinal);
        answer.Data.GetProperty("static").GetArrayLength().Should().Be(101);
        answer.Data.GetProperty("customerNotes").EnumerateArray().Select(note => note.GetProperty("id").GetString()).Should().HaveCount(101).And.OnlyHaveUniqueItems();
        answer.Data.GetProperty("journeyEnrollments").GetProperty("nodes").GetArrayLength().Should().Be(100);
        answer.Data.GetProperty("journeyEnrollments").GetProperty("meta").GetRawText().Should().Be("""{"total":102,"skip":0,"take":100,"hasMore":true}""");
        (await api.Get($"journeys/{journey}?include=enrollments")).Body.GetProperty("enrollments").GetArrayLength().Should().Be(100);
    }

    [Fact]
    public async Task Rankings_hold_ten_and_come_in_their_order()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        for (int i = 0; i < 12; i++)
        {
            string campaign = await api.Campaign(null, ",\"type\":\"TRIGGERED\"");
            int delivered = i;
            api.Control.SetCampaignCounters(campaign, known => known with { SentCount = 20, DeliveredCount = delivered, OpenedCount = delivered / 2 });
            await api.Post($"social/posts/{await api.Post(connection, "x", "")}/publish");
            await api.Advance(TimeSpan.FromHours(1));
        }

        JsonElement campaigns = (await api.Get("analytics/campaigns?tenantId=tenant_123")).Body;
        campaigns.GetProperty("topCampaigns").EnumerateArray().Select(one => one.GetProperty("openRate").GetDouble()).Should().HaveCount(10).And.BeInDescendingOrder();
        campaigns.GetProperty("byStatus").EnumerateArray().Select(one => $"{one.GetProperty("status").GetString()} {one.GetProperty("count")}").Should().Equal("DRAFT 12", "SCHEDULED 0", "ACTIVE 0", "PAUSED 0", "COMPLETED 0", "CANCELLED 0");
        campaigns.GetProperty("deliveryRate").GetDouble().Should().Be(0.275);
        JsonElement social = (await api.Get("analytics/social?tenantId=tenant_123")).Body;
        social.GetProperty("topPosts").EnumerateArray().Select(one => one.GetProperty("likes").GetInt32() + one.GetProperty("comments").GetInt32() + one.GetProperty("shares").GetInt32()).Should().HaveCount(10).And.BeInDescendingOrder();
        social.GetProperty("byPlatform").EnumerateArray().Should().ContainSingle().Which.GetProperty("posts").GetInt32().Should().Be(12);
        JsonElement none = (await api.Get("analytics/social?tenantId=tenant_123&startDate=2027-01-01T00:00:00Z")).Body;
        none.GetProperty("engagementRate").ValueKind.Should().Be(JsonValueKind.Null);
        none.GetProperty("byPlatform").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_rate_is_at_most_one_whatever_is_recorded_by_hand()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(await api.Static("One", api.Reachable(0)));
        (await api.Post($"campaigns/{campaign}/execute")).ShouldBe(200);
        for (int i = 1; i < 4; i++)
        {
            foreach (string type in new[] { "EMAIL_OPENED", "EMAIL_CLICKED" }) await api.Activity(api.Reachable(i), type, $$$""","metadata":{"campaignId":"{{{campaign}}}"}""");
        }

        CrmAnswer shown = await api.Get($"campaigns/{campaign}");
        shown.Number("openedCount").Should().Be(3);
        foreach (JsonElement rates in new[] { shown.Body, (await api.Get($"campaigns/{campaign}/stats")).Body, (await api.Get("analytics/campaigns?tenantId=tenant_123")).Body, (await api.Get("campaigns?tenantId=tenant_123")).Data[0] })
            rates.GetProperty("openRate").GetDouble().Should().Be(1);
        shown.Body.GetProperty("clickRate").GetDouble().Should().Be(1);
    }

    [Theory]
    [InlineData(0, "60")]
    [InlineData(15_000, "45")]
    [InlineData(15_250, "45")]
    [InlineData(59_000, "1")]
    [InlineData(59_900, "1")]
    public async Task A_refusal_names_the_seconds_to_the_end_of_the_minute_and_the_call_passes_after_them(int milliseconds, string wait)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        long end = api.Now.ToUnixTimeSeconds() + 60;
        await api.Advance(TimeSpan.FromMilliseconds(milliseconds));
        for (int i = 0; i < 10; i++) (await api.Post("segments/x/refresh")).ShouldBe(404).Header("X-RateLimit-Remaining").Should().Be($"{9 - i}");
        for (int i = 0; i < 3; i++)
        {
            CrmAnswer refused = await api.Post("segments/x/refresh");
            refused.ShouldFail(429, "RATE_LIMIT_EXCEEDED", $"Rate limit exceeded, retry after {wait} seconds").Header("Retry-After").Should().Be(wait);
            refused.Header("X-RateLimit-Reset").Should().Be($"{end}");
        }

        await api.Advance(TimeSpan.FromSeconds(int.Parse(wait, null)));
        CrmAnswer passed = (await api.Post("segments/x/refresh")).ShouldBe(404);
        passed.Header("X-RateLimit-Remaining").Should().Be("9", "429s are not counted");
        passed.Header("X-RateLimit-Reset").Should().Be($"{end + 60}");
    }

    [Fact]
    public async Task What_is_unique_does_not_stand_in_its_own_way()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer("dana@acme.example", ",\"authUserId\":\"u1\"");
        (await api.Patch($"customers/{customer}", """{"authUserId":"u1","email":null}""")).ShouldBe(200).Text("authUserId").Should().Be("u1");
        (await api.Patch($"customers/{customer}", """{"authUserId":null}""")).ShouldFail(400, "VALIDATION_ERROR", "at least one of email, phoneNumber, authUserId is required");
        (await api.Patch($"segments/{await api.Static("S")}", """{"name":" S "}""")).ShouldBe(200);
        (await api.Patch($"journeys/{await api.Journey("x", "")}", """{"name":"Journey x 0","description":"y"}""")).ShouldBe(200);
        (await api.Patch($"customers/{customer}", """{"authUserId":"u2"}""")).ShouldBe(200);
        (await api.Post("customers", """{"tenantId":"tenant_123","authUserId":"u1"}""")).ShouldBe(201);
    }

    [Fact]
    public async Task A_refused_token_refresh_stands_on_the_connection_and_a_campaign_is_answered_before_its_first_batch()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        api.Control.FailNextTokenRefresh(forGood: false);
        (await api.Post($"social/connections/{connection}/refresh")).ShouldFail(502, "UPSTREAM_ERROR");
        CrmAnswer shown = await api.Get($"social/connections/{connection}");
        shown.Text("lastError").Should().Be("Token refresh failed");
        shown.Text("lastErrorAt").Should().Be("2026-03-02T09:00:00Z");
        CrmAnswer started = (await api.Post($"campaigns/{await api.Campaign(await api.Static("One", api.Reachable()))}/execute")).ShouldBe(200);
        (started.Text("status"), started.Number("sentCount"), started.Number("targetCount")).Should().Be(("ACTIVE", 0, 1));
    }

    [Fact]
    public async Task Lifetime_values_are_summed_without_turning_over()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] ids = [.. Enumerable.Range(1, 2).Select(n => api.Reachable(n, customer => customer with { LifetimeValue = 2_000_000_000 }))];
        CrmAnswer merged = (await api.Post($"customers/{ids[0]}/merge", $$"""{"loserId":"{{ids[1]}}"}""")).ShouldBe(200);
        merged.Body.GetProperty("customer").GetProperty("lifetimeValue").GetInt32().Should().Be(int.MaxValue);
    }

    [Theory]
    [InlineData("customers/")]
    [InlineData("customers//activities")]
    [InlineData("customers/%20")]
    [InlineData("segments/00000000-0000-4000-8000-000000000000")]
    public async Task A_path_without_a_known_id_is_missing(string path)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Get(path)).ShouldFail(404, "RESOURCE_NOT_FOUND");
    }

    [GeneratedRegex("\"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][^\"]*\"")]
    private static partial Regex TimeForm();
}
