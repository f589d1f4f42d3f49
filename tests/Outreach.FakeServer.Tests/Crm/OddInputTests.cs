using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class OddInputTests
{
    private static readonly string[] Values =
    [
        "null", "true", "5", "-1", "1.5", "1e999", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"",
        "\"2026-02-30\"", "[]", "{}", "[null]", "[[]]", "[\"x\",\"x\"]", "{\"combinator\":\"AND\",\"rules\":[null]}", "\"\\u0000\"", "\"\u202E\"",
    ];

    public static TheoryData<string> Writing => [.. CrmClient.Operations.Where(operation => operation.Method != HttpMethod.Get && operation.Method != HttpMethod.Delete && operation.Id != "graphql.execute").Select(operation => operation.Id)];

    public static TheoryData<string> Reading => [.. CrmClient.Operations.Where(operation => operation.Method == HttpMethod.Get).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task An_odd_value_in_any_member_is_answered_in_order(string operationId)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (string path, Dictionary<string, string> members) = await Prepared(api, operationId);
        string method = CrmClient.Operations.Single(operation => operation.Id == operationId).Method.Method;
        foreach (string member in members.Keys)
        {
            foreach (string value in Values)
            {
                string body = string.Join(',', members.Select(pair => $"\"{pair.Key}\":{(pair.Key == member ? value : pair.Value)}"));
                CrmAnswer answer = await api.Send(method, path, "{" + body + "}");
                answer.Status.Should().BeOneOf([200, 201, 400, 403, 404, 409], "{0} {1}", path, body);
            }
        }

        await api.Advance(TimeSpan.FromDays(2));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task An_odd_parameter_is_answered_in_order(string operationId)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (string path, _) = await Prepared(api, operationId);
        string[] names = ["tenantId", "status", "lifecycleStage", "search", "segmentId", "engagementMin", "emailOptIn", "skip", "take", "from", "to", "type", "category", "email", "phone", "authUserId", "startDate", "endDate", "platform", "isActive", "include", "clubId"];
        foreach (string name in names)
        {
            foreach (string value in new[] { "", "%20", "x", "-1", "NaN", "1e400", "99999999999", "%00", "%FF", "%F0%9F%98%80", "9999-12-31T23:59:59Z", "2147483647" })
                (await api.Get($"{path}?{(name == "tenantId" ? "" : "tenantId=tenant_123&")}{name}={value}")).Status.Should().BeOneOf([200, 400, 403, 404], "{0}={1}", name, value);
        }
    }

    private static async Task<(string Path, Dictionary<string, string> Members)> Prepared(CrmApi api, string operationId)
    {
        Operation operation = CrmClient.Operations.Single(operation => operation.Id == operationId);
        string customer = await api.Customer();
        string segment = await api.Static("Board", customer);
        string campaign = await api.Campaign(segment);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        string draft = await api.Journey("x", "", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        string enrollment = (await api.Enroll(journey, customer)).GetProperty("id").GetString()!;
        string connection = await api.Connection();
        string id = operationId.Split('.')[0] switch
        {
            "customers" or "activities" or "notes" => customer,
            "segments" => segment,
            "campaigns" => campaign,
            "journeyEnrollments" => journey,
            "journeys" or "journeySteps" => draft,
            "socialConnections" => connection,
            "socialPosts" => await api.Post(connection, "x", ""),
            _ => (await api.Post("promotions", """{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")).Text("id"),
        };
        string note = (await api.Post($"customers/{customer}/notes", """{"content":"x"}""")).Text("id");
        string step = (await api.Get($"journeys/{draft}/steps")).Ids[0];
        string path = operation.Path.Text.Replace("{id}", id, StringComparison.Ordinal).Replace("{winnerId}", customer, StringComparison.Ordinal).Replace("{noteId}", note, StringComparison.Ordinal)
            .Replace("{stepId}", step, StringComparison.Ordinal).Replace("{enrollmentId}", enrollment, StringComparison.Ordinal);
        Dictionary<string, string> tenant = new() { ["tenantId"] = "\"tenant_123\"" };
        return (path, operationId switch
        {
            "customers.create" => new(tenant) { ["email"] = "\"n@x.example\"", ["phoneNumber"] = "\"+27821230001\"", ["authUserId"] = "\"u\"", ["tags"] = "[]", ["externalIds"] = "{}", ["lifecycleStage"] = "\"LEAD\"" },
            "customers.update" => new() { ["email"] = "\"n@x.example\"", ["tags"] = "[]", ["status"] = "\"ACTIVE\"", ["externalIds"] = "{}", ["firstName"] = "\"x\"" },
            "customers.merge" => new() { ["loserId"] = "\"x\"" },
            "activities.create" => new() { ["type"] = "\"CALL\"", ["category"] = "\"OTHER\"", ["title"] = "\"x\"", ["occurredAt"] = "\"2026-01-01T00:00:00Z\"", ["metadata"] = "{}", ["sourceEventId"] = "\"e\"" },
            "notes.create" or "notes.update" => new() { ["content"] = "\"x\"", ["type"] = "\"CALL\"", ["isPinned"] = "true" },
            "segments.create" => new(tenant) { ["name"] = "\"n\"", ["criteria"] = """{"combinator":"AND","rules":[{"field":"email","operator":"isNull"}]}""", ["refreshFrequency"] = "\"DAILY\"", ["isActive"] = "true" },
            "segments.update" => new() { ["name"] = "\"n\"", ["description"] = "null", ["isActive"] = "true" },
            "segments.addMembers" => new() { ["customerIds"] = $"[\"{customer}\"]" },
            "campaigns.create" => new(tenant) { ["name"] = "\"n\"", ["channels"] = "[\"EMAIL\"]", ["scheduledAt"] = "\"2026-04-01T00:00:00Z\"", ["segmentId"] = $"\"{segment}\"", ["timezone"] = "\"UTC\"", ["recurPattern"] = "\"* * * * *\"" },
            "campaigns.update" => new() { ["name"] = "\"n\"", ["channels"] = "[\"EMAIL\"]", ["segmentId"] = $"\"{segment}\"", ["recurEndAt"] = "null" },
            "campaigns.schedule" => new() { ["scheduledAt"] = "\"2026-03-03T00:00:00Z\"", ["timezone"] = "\"UTC\"", ["recurPattern"] = "\"0 0 * * *\"", ["recurEndAt"] = "\"2026-04-03T00:00:00Z\"" },
            "journeys.create" => new(tenant) { ["name"] = "\"n\"", ["triggerType"] = "\"MANUAL\"", ["triggerConfig"] = "{}", ["timezone"] = "\"UTC\"", ["maxEnrollments"] = "1" },
            "journeys.update" => new() { ["name"] = "\"n\"", ["triggerConfig"] = "null", ["timezone"] = "\"UTC\"", ["maxEnrollments"] = "1" },
            "journeySteps.create" => new() { ["type"] = "\"WAIT\"", ["config"] = "{\"duration\":1,\"unit\":\"DAYS\"}", ["name"] = "\"x\"", ["nextStepId"] = $"\"{step}\"" },
            "journeySteps.update" => new() { ["config"] = "{\"duration\":2147483647,\"unit\":\"WEEKS\"}", ["name"] = "\"x\"", ["nextStepId"] = "null" },
            "journeySteps.reorder" => new() { ["stepIds"] = $"[\"{step}\"]" },
            "journeyEnrollments.create" => new() { ["customerIds"] = $"[\"{customer}\"]" },
            "journeyEnrollments.exit" => new() { ["reason"] = "\"x\"" },
            "socialConnections.connect" => new(tenant) { ["platform"] = "\"TWITTER\"", ["redirectUri"] = "\"https://a.example/\"" },
            "socialConnections.callback" => new() { ["platform"] = "\"TWITTER\"", ["code"] = "\"c\"", ["state"] = "\"s\"" },
            "socialPosts.create" => new(tenant) { ["connectionId"] = $"\"{connection}\"", ["content"] = "\"x\"", ["mediaUrls"] = "[]", ["linkUrl"] = "\"https://a.example/\"", ["hashtags"] = "[]", ["scheduledAt"] = "\"2026-03-03T00:00:00Z\"" },
            "socialPosts.update" => new() { ["content"] = "\"x\"", ["mediaUrls"] = "[]", ["linkUrl"] = "null", ["campaignId"] = "null" },
            "socialPosts.schedule" => new() { ["scheduledAt"] = "\"2026-03-03T00:00:00Z\"" },
            "promotions.create" => new(tenant) { ["clubId"] = "\"c\"", ["sourceType"] = "\"SPECIAL\"", ["sourceId"] = "\"s\"", ["channels"] = "[\"EMAIL\"]", ["announceAt"] = "\"2026-03-03T00:00:00Z\"", ["autoPromote"] = "true", ["reminderDays"] = "[1,365]", ["sourceDate"] = "\"2026-03-05T00:00:00Z\"" },
            "promotions.update" => new() { ["announceAt"] = "\"2026-03-03T00:00:00Z\"", ["autoPromote"] = "true", ["reminderDays"] = "[1,365]", ["sourceDate"] = "\"2026-03-05T00:00:00Z\"" },
            _ => new() { ["anything"] = "1" },
        });
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_no_JSON()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("crm");
        byte[] body = [.. "{\"tenantId\":\"tenant_123\",\"firstName\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        using HttpResponseMessage response = await http.PostAsync("customers", new ByteArrayContent(body), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(400);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("Request body is not valid JSON");
    }
}
