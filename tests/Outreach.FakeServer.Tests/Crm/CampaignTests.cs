using System.Globalization;
using System.Text.Json;
using Outreach.FakeServer.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class CampaignTests
{
    public static TheoryData<string, string, string?> Transitions => new()
    {
        { "DRAFT", "schedule", "SCHEDULED" },
        { "DRAFT", "execute", "ACTIVE" },
        { "DRAFT", "pause", null },
        { "DRAFT", "resume", null },
        { "DRAFT", "cancel", null },
        { "SCHEDULED", "schedule", "SCHEDULED" },
        { "SCHEDULED", "execute", "ACTIVE" },
        { "SCHEDULED", "cancel", "DRAFT" },
        { "SCHEDULED", "pause", null },
        { "SCHEDULED", "resume", null },
        { "ACTIVE", "pause", "PAUSED" },
        { "ACTIVE", "schedule", null },
        { "ACTIVE", "execute", null },
        { "ACTIVE", "resume", null },
        { "ACTIVE", "cancel", null },
        { "PAUSED", "resume", "ACTIVE" },
        { "PAUSED", "cancel", "CANCELLED" },
        { "PAUSED", "pause", null },
        { "PAUSED", "schedule", null },
        { "PAUSED", "execute", null },
        { "COMPLETED", "schedule", null },
        { "COMPLETED", "pause", null },
        { "COMPLETED", "resume", null },
        { "COMPLETED", "cancel", null },
        { "COMPLETED", "execute", null },
        { "CANCELLED", "schedule", null },
        { "CANCELLED", "pause", null },
        { "CANCELLED", "resume", null },
        { "CANCELLED", "cancel", null },
        { "CANCELLED", "execute", null },
    };

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task A_campaign_moves_as_the_table_says(string from, string verb, string? to)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await In(api, from);
        CrmAnswer answer = await api.Post($"campaigns/{id}/{verb}", verb == "schedule" ? """{"scheduledAt":"2026-04-01T00:00:00Z"}""" : null);
        if (to is null) answer.ShouldFail(400, "INVALID_STATE", $"Cannot {verb} {(from == "ACTIVE" ? "an" : "a")} {from} campaign");
        else answer.ShouldBe(200).Text("status").Should().Be(to);
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be(to ?? from);
    }

    [Theory]
    [InlineData("DRAFT", 204)]
    [InlineData("CANCELLED", 204)]
    [InlineData("SCHEDULED", 400)]
    [InlineData("ACTIVE", 400)]
    [InlineData("PAUSED", 400)]
    [InlineData("COMPLETED", 400)]
    public async Task Only_drafts_and_cancelled_campaigns_are_deleted(string state, int status)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await In(api, state);
        (await api.Delete($"campaigns/{id}")).ShouldBe(status);
        (await api.Get($"campaigns/{id}")).ShouldBe(status == 204 ? 404 : 200);
    }

    [Theory]
    [InlineData("DRAFT", "{\"type\":\"RECURRING\",\"name\":\"x\"}", null)]
    [InlineData("SCHEDULED", "{\"name\":\"x\",\"description\":null}", null)]
    [InlineData("PAUSED", "{\"name\":\"x\"}", null)]
    [InlineData("SCHEDULED", "{\"segmentId\":null}", "segmentId can be changed in DRAFT only")]
    [InlineData("ACTIVE", "{\"name\":\"x\",\"emailTemplateId\":\"t\"}", "emailTemplateId can be changed in DRAFT only")]
    [InlineData("COMPLETED", "{\"name\":\"x\"}", "Cannot update a COMPLETED campaign")]
    [InlineData("CANCELLED", "{\"name\":\"x\"}", "Cannot update a CANCELLED campaign")]
    public async Task What_may_be_changed_follows_from_the_state(string state, string body, string? message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer answer = await api.Patch($"campaigns/{await In(api, state)}", body);
        if (message is null) answer.ShouldBe(200).Text("name").Should().Be("x");
        else answer.ShouldFail(400, "INVALID_STATE", message);
    }

    [Theory]
    [InlineData("\"channels\":[\"EMAIL\"]", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "segmentId is required before scheduling")]
    [InlineData("\"channels\":[\"EMAIL\"],\"segmentId\":\"S\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "emailTemplateId is required for EMAIL")]
    [InlineData("\"channels\":[\"SMS\"],\"segmentId\":\"S\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "smsTemplateId is required for SMS")]
    [InlineData("\"channels\":[\"PUSH\"],\"segmentId\":\"S\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "pushTemplateId is required for PUSH")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"S\"", "", "scheduledAt is required")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"S\"", "{\"scheduledAt\":\"2026-03-02T09:00:00Z\"}", "scheduledAt must be in the future")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"S\",\"type\":\"RECURRING\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", "recurPattern is required for RECURRING")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"S\",\"type\":\"RECURRING\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\",\"recurPattern\":\"0 9 * *\"}", "recurPattern must have five cron fields")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"segmentId\":\"S\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\",\"timezone\":\"Mars/Olympus\"}", "timezone must be an IANA time zone")]
    [InlineData("\"channels\":[\"WHATSAPP\"],\"type\":\"TRIGGERED\"", "{\"scheduledAt\":\"2026-04-01T00:00:00Z\"}", null)]
    [InlineData("\"channels\":[\"FACEBOOK\"],\"segmentId\":\"S\",\"scheduledAt\":\"2026-04-01T00:00:00Z\"", "", null)]
    public async Task Scheduling_checks_what_the_campaign_lacks(string members, string body, string? message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Everybody();
        string id = (await api.Post("campaigns", $$"""{"tenantId":"tenant_123","name":"n",{{members.Replace("\"S\"", $"\"{segment}\"", StringComparison.Ordinal)}}}""")).ShouldBe(201).Text("id");
        CrmAnswer answer = await api.Post($"campaigns/{id}/schedule", body);
        if (message is null) answer.ShouldBe(200).Text("status").Should().Be("SCHEDULED");
        else answer.ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Theory]
    [InlineData("""{"tenantId":"tenant_123","name":"n"}""", "channels is required")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","channels":[]}""", "channels must not be empty")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","channels":["EMAIL","EMAIL"]}""", "channels must not contain duplicates")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","channels":["FAX"]}""", "channels[0] must be one of: EMAIL, SMS, PUSH, WHATSAPP, FACEBOOK, INSTAGRAM, TWITTER, LINKEDIN")]
    [InlineData("""{"tenantId":"tenant_123","name":"n","channels":["EMAIL"],"status":"ACTIVE"}""", "status is read-only")]
    public async Task A_bad_campaign_is_refused_with_its_message(string body, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post("campaigns", body)).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Fact]
    public async Task A_campaign_sends_in_batches_of_a_hundred_a_minute_apart()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        for (int i = 0; i < 250; i++) api.Reachable(i, i < 10 ? customer => customer with { EmailOptIn = false } : null);
        api.Reachable(900, customer => customer with { Status = Outreach.Sdk.Crm.CustomerStatus.Inactive });
        string segment = await api.Everybody();
        string id = await api.Campaign(segment, ",\"smsTemplateId\":\"s1\"", "\"EMAIL\",\"SMS\",\"FACEBOOK\"");
        (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200).Number("targetCount").Should().Be(251);
        await api.Advance(TimeSpan.FromHours(1));
        CrmAnswer started = await api.Get($"campaigns/{id}");
        started.Text("status").Should().Be("ACTIVE");
        started.Text("startedAt").Should().Be("2026-03-02T10:00:00Z");
        started.Number("targetCount").Should().Be(250);
        api.Fake.Outbox.Count.Should().Be(started.Number("sentCount")).And.BeInRange(190, 200);

        (await api.Post($"campaigns/{id}/pause")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(1));
        api.Fake.Outbox.Count.Should().BeLessThan(201);
        (await api.Post($"campaigns/{id}/resume")).ShouldBe(200);
        api.Fake.Outbox.Count.Should().BeInRange(380, 400);
        await api.Advance(TimeSpan.FromSeconds(59));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("ACTIVE");
        await api.Advance(TimeSpan.FromSeconds(1));

        CrmAnswer done = await api.Get($"campaigns/{id}");
        done.Text("status").Should().Be("COMPLETED");
        done.Text("completedAt").Should().Be("2026-03-02T11:01:00Z");
        done.Number("sentCount").Should().Be(490);
        done.Body.GetProperty("deliveryRate").GetDouble().Should().Be(1);
        JsonElement stats = (await api.Get($"campaigns/{id}/stats")).ShouldBe(200).Body.GetProperty("byChannel");
        stats.EnumerateArray().Select(channel => $"{channel.GetProperty("channel").GetString()} {channel.GetProperty("sentCount").GetInt32()}").Should().Equal("EMAIL 240", "SMS 250");
        api.Fake.Outbox.To("c20@acme.example").Should().ContainSingle().Which.CampaignId.Should().Be(id);
        api.Fake.Clock.Pending.Should().NotContain(pending => pending.Kind.StartsWith("crm.campaign", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_stands_on_the_timeline_and_reactions_count_once_per_customer()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = api.Reachable();
        string id = await api.Campaign(await api.Static("One", customer));
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200).Text("status").Should().Be("ACTIVE");
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("COMPLETED");
        JsonElement message = (await api.Get($"customers/{customer}/activities")).Data[0];
        message.GetProperty("type").GetString().Should().Be("MESSAGE_SENT");
        message.GetProperty("category").GetString().Should().Be("COMMUNICATION");
        message.GetProperty("channel").GetString().Should().Be("EMAIL");
        message.GetProperty("sourceService").GetString().Should().Be("messaging");
        message.GetProperty("metadata").GetProperty("campaignId").GetString().Should().Be(id);

        for (int i = 0; i < 2; i++) await api.Activity(customer, "EMAIL_OPENED", $",\"metadata\":{{\"campaignId\":\"{id}\"}}");
        await api.Activity(customer, "EMAIL_CLICKED", $",\"metadata\":{{\"campaignId\":\"{id}\"}}");
        CrmAnswer stats = await api.Get($"campaigns/{id}/stats");
        stats.Number("openedCount").Should().Be(1);
        stats.Number("clickedCount").Should().Be(1);
        stats.Body.GetProperty("openRate").GetDouble().Should().Be(1);
        api.Control.SetCampaignCounters(id, campaign => campaign with { SentCount = 3, DeliveredCount = 3, ConvertedCount = 1 });
        (await api.Get($"campaigns/{id}")).Body.GetProperty("conversionRate").GetDouble().Should().Be(0.3333);
    }

    [Fact]
    public async Task Recipients_react_by_the_rules_of_the_test()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Fake.Recipients.When("c1@*", new Reaction(ReactionKind.Open, TimeSpan.FromMinutes(5)), new Reaction(ReactionKind.Click, TimeSpan.FromMinutes(6)))
            .When("c2@*", new Reaction(ReactionKind.Bounce))
            .When("c3@*", new Reaction(ReactionKind.Unsubscribe));
        string[] customers = [.. Enumerable.Range(1, 4).Select(n => api.Reachable(n))];
        string id = await api.Campaign(await api.Static("Four", customers));
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(2));
        CrmAnswer stats = await api.Get($"campaigns/{id}/stats");
        stats.Number("sentCount").Should().Be(4);
        stats.Number("deliveredCount").Should().Be(3);
        stats.Number("bouncedCount").Should().Be(1);
        stats.Number("openedCount").Should().Be(1);
        stats.Number("clickedCount").Should().Be(1);
        stats.Number("unsubscribedCount").Should().Be(1);
        (await api.Timeline(customers[0])).Should().Equal("EMAIL_CLICKED", "EMAIL_OPENED", "MESSAGE_SENT");
        (await api.Get($"customers/{customers[2]}")).Body.GetProperty("emailOptIn").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task A_campaign_without_recipients_is_completed_at_once()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("Nobody"));
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200).Text("status").Should().Be("COMPLETED");
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task The_start_refreshes_its_segment_unless_that_became_inactive(bool isActive, int recipients)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Reachable(1);
        string segment = await api.Everybody();
        string campaign = await api.Campaign(segment);
        (await api.Post($"campaigns/{campaign}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200).Number("targetCount").Should().Be(1);
        (await api.Patch($"segments/{segment}", $"{{\"isActive\":{(isActive ? "true" : "false")}}}")).ShouldBe(200);
        api.Reachable(2);
        await api.Advance(TimeSpan.FromHours(1));
        CrmAnswer sent = await api.Get($"campaigns/{campaign}");
        sent.Text("status").Should().Be("COMPLETED");
        sent.Number("targetCount").Should().Be(recipients);
    }

    [Theory]
    [InlineData("schedule", "{\"scheduledAt\":\"2026-03-02T10:00:00Z\"}")]
    [InlineData("execute", null)]
    public async Task Nothing_is_sent_to_an_inactive_segment(string verb, string? body)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string segment = await api.Static("Board", api.Reachable());
        (await api.Patch($"segments/{segment}", """{"isActive":false}""")).ShouldBe(200);
        string campaign = await api.Campaign(segment, ""","clubId":"club_1" """);
        (await api.Post($"campaigns/{campaign}/{verb}", body)).ShouldFail(400, "INVALID_STATE", "Segment is not active");
        await api.Campaign(segment, ""","clubId":"club_2" """);
        (await api.Get("campaigns?tenantId=tenant_123&clubId=club_1")).Ids.Should().Equal(campaign);
        (await api.Delete($"segments/{segment}")).ShouldBe(204);
        (await api.Get($"campaigns/{campaign}")).Number("targetCount").Should().Be(0);
    }

    [Fact]
    public async Task Recurrence_ends_before_its_end_and_a_pause_and_resume_between_runs_repeats_none()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(await api.Static("One", api.Reachable()), ""","type":"RECURRING","recurPattern":"0 * * * *","recurEndAt":"2026-03-02T12:00:00Z" """);
        (await api.Post($"campaigns/{campaign}/schedule", """{"scheduledAt":"2026-03-02T09:30:00Z"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromMinutes(70));
        (await api.Get($"campaigns/{campaign}")).Number("sentCount").Should().Be(2);
        for (int i = 0; i < 2; i++)
        {
            (await api.Post($"campaigns/{campaign}/pause")).ShouldBe(200);
            (await api.Post($"campaigns/{campaign}/resume")).ShouldBe(200);
        }

        await api.Advance(TimeSpan.FromMinutes(55));
        CrmAnswer done = await api.Get($"campaigns/{campaign}");
        done.Number("sentCount").Should().Be(3, "of 09:30, 10:00 and 11:00");
        done.Text("status").Should().Be("COMPLETED");
        done.Text("completedAt").Should().Be("2026-03-02T11:00:00Z");
    }

    [Fact]
    public async Task Reactions_of_another_tenant_and_messages_of_journeys_name_no_campaign()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(null, ""","type":"JOURNEY" """);
        string journey = await api.Running("MANUAL", $",\"campaignId\":\"{campaign}\"", """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t"}}""");
        string own = api.Reachable(1);
        string foreign = api.Reachable(2, customer => customer with { TenantId = "other" });
        await api.Enroll(journey, own);
        JsonElement message = (await api.Get($"customers/{own}/activities?type=MESSAGE_SENT")).Data[0].GetProperty("metadata");
        message.GetProperty("journeyId").GetString().Should().Be(journey);
        message.TryGetProperty("campaignId", out _).Should().BeFalse();
        api.Token = api.Control.IssueToken(tenants: ["tenant_123", "other"]);
        await api.Activity(foreign, "EMAIL_OPENED", $$$""","metadata":{"campaignId":"{{{campaign}}}"}""");
        (await api.Get($"campaigns/{campaign}")).Number("openedCount").Should().Be(0);
        await api.Activity(own, "EMAIL_OPENED", $$$""","metadata":{"campaignId":"{{{campaign}}}"}""");
        (await api.Get($"campaigns/{campaign}")).Number("openedCount").Should().Be(1);
    }

    [Fact]
    public async Task An_error_of_the_send_pauses_the_campaign()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("One", api.Reachable()));
        api.Control.FailNextMessaging();
        (await api.Post($"campaigns/{id}/execute")).ShouldBe(200);
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("PAUSED");
        (await api.Post($"campaigns/{id}/resume")).ShouldBe(200);
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("COMPLETED");
    }

    [Fact]
    public async Task A_recurring_campaign_runs_by_its_pattern_in_its_zone_until_its_end()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Campaign(await api.Static("One", api.Reachable()), ""","type":"RECURRING","timezone":"Europe/Berlin","recurPattern":"0 9 * * MON-FRI","recurEndAt":"2026-03-06T00:00:00Z" """);
        (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(2));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be("ACTIVE");
        await api.Advance(TimeSpan.FromDays(7));
        CrmAnswer done = await api.Get($"campaigns/{id}");
        done.Text("status").Should().Be("COMPLETED");
        done.Text("completedAt").Should().Be("2026-03-05T08:00:00Z");
        api.Fake.Outbox.Select(message => message.SentAt.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)).Should().Equal("03-02 10:00", "03-03 08:00", "03-04 08:00", "03-05 08:00");
    }

    [Theory]
    [InlineData("2026-03-28T00:30:00Z", "30 2 * * *", "03-28 01:30", "03-29 01:30", "03-30 00:30")]
    [InlineData("2026-10-24T00:00:00Z", "30 2 * * *", "10-24 00:30", "10-25 00:30", "10-26 01:30")]
    [InlineData("2026-03-29T00:40:00Z", "*/30 * * * *", "03-29 01:00", "03-29 01:30", "03-29 02:00")]
    public void A_pattern_keeps_its_time_on_the_wall_over_a_change_of_the_clocks(string after, string text, params string[] runs)
    {
        CronPattern.TryParse(text, out CronPattern? pattern).Should().BeTrue();
        List<string> seen = [];
        DateTimeOffset at = DateTimeOffset.Parse(after, CultureInfo.InvariantCulture);
        foreach (string _ in runs)
        {
            at = pattern!.Next(at, CrmZones.Get("Europe/Berlin"))!.Value;
            seen.Add(at.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        seen.Should().Equal(runs);
    }

    [Theory]
    [InlineData("0 9 * * *", "UTC", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z")]
    [InlineData("*/15 * * * *", "UTC", "2026-03-02T09:07:10Z", "2026-03-02T09:15:00Z")]
    [InlineData("30 8 1 * *", "Africa/Johannesburg", "2026-03-02T09:00:00Z", "2026-04-01T06:30:00Z")]
    [InlineData("0 0 13 * FRI", "UTC", "2026-03-02T09:00:00Z", "2026-03-06T00:00:00Z")]
    [InlineData("0 12 * JAN,JUL 0", "UTC", "2026-03-02T09:00:00Z", "2026-07-05T12:00:00Z")]
    [InlineData("0 12 * * 7", "UTC", "2026-03-02T09:00:00Z", "2026-03-08T12:00:00Z")]
    [InlineData("30 2 29 3 *", "Europe/Berlin", "2026-03-02T09:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("0 0 29 2 *", "UTC", "2026-03-02T09:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 31 2 *", "UTC", "2026-03-02T09:00:00Z", null)]
    public void A_cron_pattern_knows_its_next_time(string text, string zone, string after, string? next)
    {
        CronPattern.TryParse(text, out CronPattern? pattern).Should().BeTrue();
        pattern!.Next(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), CrmZones.Get(zone)).Should().Be(next is null ? null : DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("*/0 * * * *")]
    [InlineData("5-1 * * * *")]
    [InlineData("a * * * *")]
    [InlineData("* * * * * *")]
    public void What_is_no_cron_pattern_is_refused(string text) => CronPattern.TryParse(text, out _).Should().BeFalse();

    private static async Task<string> In(CrmApi api, string state)
    {
        string[] members = [.. Enumerable.Range(0, 201).Select(n => api.Reachable(n))];
        string id = await api.Campaign(await api.Static("Many", members));
        if (state is "SCHEDULED") (await api.Post($"campaigns/{id}/schedule", """{"scheduledAt":"2026-03-20T00:00:00Z"}""")).ShouldBe(200);
        if (state is "ACTIVE" or "PAUSED" or "COMPLETED" or "CANCELLED") (await api.Post($"campaigns/{id}/execute")).ShouldBe(200);
        if (state is "PAUSED" or "CANCELLED") (await api.Post($"campaigns/{id}/pause")).ShouldBe(200);
        if (state is "CANCELLED") (await api.Post($"campaigns/{id}/cancel")).ShouldBe(200);
        if (state is "COMPLETED") await api.Advance(TimeSpan.FromMinutes(2));
        (await api.Get($"campaigns/{id}")).Text("status").Should().Be(state);
        return id;
    }
}
