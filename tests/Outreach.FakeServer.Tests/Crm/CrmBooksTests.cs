using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Whatever is done in whatever order, the books balance: counters, memberships, enrollments, references; and a refused call changes nothing.</summary>
public sealed class CrmBooksTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_books_balance_after_any_sequence_of_calls(int seed)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        Player player = new(api, new Random(seed));
        for (int i = 0; i < 220; i++)
        {
            await player.StepAsync();
            if (i % 20 == 19) await player.CheckAsync();
        }

        // At two in the morning the figures of activities are counted anew.
        DateTimeOffset now = api.Now;
        await api.Fake.Clock.AdvanceToAsync(new DateTimeOffset(now.UtcDateTime.Date.AddDays(1).AddHours(2), TimeSpan.Zero));
        await player.CheckAsync();
    }

    private sealed class Player(CrmApi api, Random random)
    {
        private readonly Dictionary<string, List<string>> _ids = [];
        private int _n;

        public async Task StepAsync()
        {
            (string method, string path, string? body, string? kind) = Move();
            string before = api.State();
            CrmAnswer answer = await api.Send(method, path, body);
            string what = $"{method} {path} {body}";
            answer.Status.Should().BeOneOf([200, 201, 204, 400, 404, 409, 502], what);
            if (answer.Status is 400 or 404 or 409) api.State().Should().Be(before, what);
            if (kind is not null && answer.Status is 200 or 201 && answer.Body.TryGetProperty("id", out JsonElement id)) Of(kind).Add(kind == "steps" ? $"{answer.Text("journeyId")}/steps/{id.GetString()}" : id.GetString()!);
            if (kind == "enrollments" && answer.Status == 200 && answer.Body.TryGetProperty("enrollments", out JsonElement made)) Of("enrollments").AddRange(made.EnumerateArray().Select(one => $"{one.GetProperty("journeyId").GetString()}/enrollments/{one.GetProperty("id").GetString()}"));
            if (kind == "states" && answer.Status == 200) Of("states").Add(answer.Text("state"));
            if (random.Next(6) == 0) await api.Advance(TimeSpan.FromMinutes(random.Next(4) switch { 0 => 1, 1 => 61, 2 => 60 * 13, _ => 60 * 24 * 9 }));
        }

        public async Task CheckAsync()
        {
            Dictionary<string, JsonElement> customers = (await All("customers?tenantId=tenant_123&status=ACTIVE")).Concat(await All("customers?tenantId=tenant_123&status=INACTIVE")).Concat(await All("customers?tenantId=tenant_123&status=MERGED"))
                .Concat(await All("customers?tenantId=tenant_123&status=DELETED")).ToDictionary(one => Text(one, "id")!);
            foreach (string id in customers.Keys) customers[id] = (await api.Get($"customers/{id}")).ShouldBe(200).Body;
            HashSet<string> live = [.. customers.Values.Where(one => Text(one, "status") is "ACTIVE" or "INACTIVE").Select(one => Text(one, "id")!)];

            foreach ((string id, JsonElement customer) in customers)
            {
                List<JsonElement> activities = await All($"customers/{id}/activities");
                if (Text(customer, "status") == "MERGED")
                {
                    customers.Should().ContainKey(Text(customer, "mergedIntoId")!);
                    activities.Should().BeEmpty();
                    (await All($"customers/{id}/notes")).Should().BeEmpty();
                    continue;
                }

                (customer.GetProperty("deletedAt").ValueKind == JsonValueKind.Null).Should().Be(live.Contains(id));
                new[] { "email", "phoneNumber", "authUserId" }.Select(key => Text(customer, key)).Should().Contain(key => key != null);
                foreach ((string figure, int days) in ((string, int)[])[("activityCount30d", 30), ("activityCount90d", 90)])
                {
                    int seen = activities.Count(one => api.Now - Time(one, "occurredAt") <= TimeSpan.FromDays(days));
                    customer.GetProperty(figure).GetInt32().Should().BeGreaterThanOrEqualTo(seen, figure);
                    if (api.Now.TimeOfDay == TimeSpan.FromHours(2)) customer.GetProperty(figure).GetInt32().Should().Be(seen, figure);
                }
            }

            foreach (JsonElement summary in await All("segments?tenantId=tenant_123"))
            {
                string id = Text(summary, "id")!;
                List<JsonElement> members = await All($"segments/{id}/members");
                members.Count.Should().Be(summary.GetProperty("memberCount").GetInt32(), "of segment {0}", Text(summary, "name"));
                members.Select(member => Text(member, "id")!).Should().BeSubsetOf(live).And.OnlyHaveUniqueItems();
                if (Text(summary, "type") != "STATIC" && Text(summary, "lastRefreshedAt") is not null)
                    (await api.Post($"segments/{id}/refresh")).ShouldBe(200).Number("memberCount").Should().Be((await All($"segments/{id}/members")).Count);
            }

            foreach (JsonElement summary in await All("journeys?tenantId=tenant_123"))
            {
                JsonElement journey = (await api.Get($"journeys/{Text(summary, "id")}?include=steps")).Body;
                List<JsonElement> enrollments = await All($"journeys/{Text(summary, "id")}/enrollments");
                ILookup<string?, JsonElement> by = enrollments.ToLookup(one => Text(one, "status"));
                int Number(string name) => journey.GetProperty(name).GetInt32();
                Number("totalEnrolled").Should().Be(enrollments.Count);
                Number("activeEnrollments").Should().Be(by["ACTIVE"].Count());
                Number("totalCompleted").Should().Be(by["COMPLETED"].Count());
                Number("totalExited").Should().Be(by["EXITED"].Count() + by["FAILED"].Count());
                by["ACTIVE"].Select(one => Text(one, "customerId")!).Should().OnlyHaveUniqueItems().And.BeSubsetOf(live);
                if (by["ACTIVE"].Any()) Text(journey, "status").Should().BeOneOf("ACTIVE", "PAUSED");
                if (Text(journey, "status") == "ACTIVE") by["ACTIVE"].All(one => Time(one, "nextActionAt") > api.Now).Should().BeTrue();
                if (journey.GetProperty("maxEnrollments").ValueKind == JsonValueKind.Number) Number("activeEnrollments").Should().BeLessThanOrEqualTo(Number("maxEnrollments"));
                foreach (JsonElement ended in enrollments.Where(one => Text(one, "status") != "ACTIVE"))
                {
                    (Text(ended, "currentStepId"), Text(ended, "nextActionAt")).Should().Be((null, null));
                    ((Text(ended, "completedAt") is null) != (Text(ended, "exitedAt") is null)).Should().BeTrue();
                }

                List<JsonElement> steps = [.. journey.GetProperty("steps").EnumerateArray()];
                steps.Select(step => step.GetProperty("stepNumber").GetInt32()).Should().Equal(Enumerable.Range(1, steps.Count));
                steps.SelectMany(step => new[] { "nextStepId", "nextStepYesId", "nextStepNoId" }.Select(name => Text(step, name))).Where(id => id is not null).Should().BeSubsetOf(steps.Select(step => Text(step, "id")));
            }

            foreach (JsonElement summary in await All("campaigns?tenantId=tenant_123"))
            {
                JsonElement campaign = (await api.Get($"campaigns/{Text(summary, "id")}")).Body;
                JsonElement stats = (await api.Get($"campaigns/{Text(summary, "id")}/stats")).Body;
                int Number(string name) => campaign.GetProperty(name).GetInt32();
                Number("sentCount").Should().Be(Number("deliveredCount") + Number("bouncedCount"));
                Number("openedCount").Should().BeLessThanOrEqualTo(customers.Count);
                foreach (string counter in new[] { "sentCount", "deliveredCount", "openedCount", "clickedCount", "bouncedCount", "unsubscribedCount" })
                    stats.GetProperty("byChannel").EnumerateArray().Sum(channel => channel.GetProperty(counter).GetInt32()).Should().Be(Number(counter), counter);
                string status = Text(campaign, "status")!;
                if (status == "SCHEDULED") Time(campaign, "scheduledAt").Should().BeAfter(api.Now);
                (Text(campaign, "completedAt") is not null).Should().Be(status == "COMPLETED");
                (Text(campaign, "startedAt") is not null).Should().Be(status is not ("DRAFT" or "SCHEDULED"));
                if (status is "SCHEDULED" or "ACTIVE" or "PAUSED" && Text(campaign, "segmentId") is not null) Text(campaign, "segmentName").Should().NotBeNull();
            }

            foreach (JsonElement summary in await All("promotions?tenantId=tenant_123"))
            {
                JsonElement promotion = (await api.Get($"promotions/{Text(summary, "id")}")).Body;
                List<JsonElement> history = [.. promotion.GetProperty("promotionHistory").EnumerateArray()];
                history.Count(entry => Text(entry, "type") == "ANNOUNCEMENT").Should().BeLessThanOrEqualTo(1);
                history.Select(entry => Time(entry, "sentAt")).Should().BeInAscendingOrder();
                Text(promotion, "lastPromotedAt").Should().Be(history.Count == 0 ? null : Text(history[^1], "sentAt"));
                promotion.GetProperty("reminderDays").EnumerateArray().Select(day => day.GetInt32()).Should().BeInDescendingOrder();
            }

            foreach (JsonElement post in await All("social/posts?tenantId=tenant_123"))
            {
                string status = Text(post, "status")!;
                status.Should().NotBe("PUBLISHING");
                if (status == "SCHEDULED") Time(post, "scheduledAt").Should().BeAfter(api.Now);
                foreach (string member in new[] { "publishedAt", "platformPostId", "platformUrl" }) (Text(post, member) is not null).Should().Be(status == "PUBLISHED", member);
                (Text(post, "error") is not null).Should().Be(status == "FAILED");
            }
        }

        private (string Method, string Path, string? Body, string? Kind) Move()
        {
            string n = (++_n).ToString(CultureInfo.InvariantCulture);
            string tag = $"t{random.Next(3)}";
            switch (random.Next(55))
            {
                case 0 or 1 or 2: return ("POST", "customers", $$"""{"tenantId":"tenant_123","email":"c{{random.Next(12)}}@acme.example","tags":["{{tag}}"]{{(random.Next(3) == 0 ? $",\"authUserId\":\"u{random.Next(6)}\"" : "")}}}""", "customers");
                case 3: return ("GET", $"customers/resolve?tenantId=tenant_123&email=c{random.Next(20)}@acme.example&phone=%2B2782000000{random.Next(9)}", null, null);
                case 4 or 5:
                    return ("PATCH", $"customers/{Any("customers")}", random.Next(5) switch
                    {
                        0 => """{"email":null}""",
                        1 => $$"""{"authUserId":"u{{random.Next(6)}}"}""",
                        2 => $$"""{"status":"{{(random.Next(2) == 0 ? "ACTIVE" : "INACTIVE")}}"}""",
                        3 => $$"""{"tags":["{{tag}}","vip"]}""",
                        _ => $$"""{"phoneNumber":"+2782000000{{random.Next(9)}}"}""",
                    }, null);
                case 6: return ("DELETE", $"customers/{Any("customers")}", null, null);
                case 7 or 8: return ("POST", $"customers/{Any("customers")}/merge", $$"""{"loserId":"{{Any("customers")}}"}""", null);
                case 9 or 10 or 11: return ("POST", $"customers/{Any("customers")}/activities", $$"""{"type":"{{(random.Next(3) switch { 0 => "EMAIL_OPENED", 1 => "TEETIME_BOOKED", _ => "EMAIL_CLICKED" })}}","category":"OTHER","title":"x","metadata":{"campaignId":"{{Any("campaigns")}}"}{{(random.Next(3) switch { 0 => $",\"sourceEventId\":\"e{random.Next(9)}\"", 1 => $",\"occurredAt\":\"{api.Now.AddDays(-random.Next(100)):yyyy-MM-dd'T'HH:mm:ss}Z\"", _ => "" })}}}""", null);
                case 12: return ("POST", $"customers/{Any("customers")}/notes", """{"content":"x"}""", null);
                case 13: return ("POST", "segments", $$"""{"tenantId":"tenant_123","name":"S{{random.Next(8)}}","type":"STATIC"}""", "segments");
                case 14: return ("POST", "segments", $$$"""{"tenantId":"tenant_123","name":"D{{{random.Next(8)}}}","refreshFrequency":"{{{(random.Next(2) == 0 ? "HOURLY" : "DAILY")}}}","criteria":{"combinator":"AND","rules":[{"field":"tags","operator":"contains","value":"{{{tag}}}"}]}}""", "segments");
                case 15 or 16 or 17: return ("POST", $"segments/{Any("segments")}/members", $$"""{"customerIds":["{{string.Join("\",\"", new[] { Any("customers"), Any("customers"), Any("customers") }.Distinct())}}"]}""", null);
                case 18: return ("DELETE", $"segments/{Any("segments")}/members/{Any("customers")}", null, null);
                case 19: return ("PATCH", $"segments/{Any("segments")}", random.Next(2) == 0 ? $$"""{"isActive":{{(random.Next(3) == 0 ? "false" : "true")}}}""" : $$$"""{"criteria":{"combinator":"OR","rules":[{"field":"tags","operator":"in","value":["{{{tag}}}","vip"]},{"field":"status","operator":"eq","value":"INACTIVE"}]}}""", null);
                case 20: return random.Next(3) == 0 ? ("DELETE", $"segments/{Any("segments")}", null, null) : ("POST", $"segments/{Any("segments")}/refresh", null, null);
                case 21 or 22: return ("POST", "campaigns", $$"""{"tenantId":"tenant_123","name":"K{{n}}","channels":["EMAIL","WHATSAPP"],"emailTemplateId":"t","segmentId":"{{Any("segments")}}","type":"{{(random.Next(4) switch { 0 => "RECURRING", 1 => "JOURNEY", _ => "ONE_TIME" })}}","recurPattern":"0 */6 * * *","recurEndAt":"{{api.Now.AddDays(30):yyyy-MM-dd}}T00:00:00Z"}""", "campaigns");
                case 23 or 24: return ("POST", $"campaigns/{Any("campaigns")}/schedule", $$"""{"scheduledAt":"{{api.Now.AddHours(random.Next(-1, 30)):yyyy-MM-dd'T'HH:mm:ss}}Z"}""", null);
                case 25 or 26 or 27: return ("POST", $"campaigns/{Any("campaigns")}/{(random.Next(5) switch { 0 => "pause", 1 => "resume", 2 => "cancel", _ => "execute" })}", null, null);
                case 28: return random.Next(3) == 0 ? ("DELETE", $"campaigns/{Any("campaigns")}", null, null) : ("PATCH", $"campaigns/{Any("campaigns")}", $$"""{"segmentId":"{{Any("segments")}}"}""", null);
                case 29 or 30: return ("POST", "journeys", $$$"""{"tenantId":"tenant_123","name":"J{{{random.Next(15)}}}","triggerType":"{{{(random.Next(4) switch { 0 => "segment.entered", 1 => "teetime.booked", 2 => "MESSAGE_SENT", _ => "JOURNEY_COMPLETED" })}}}","triggerConfig":{"segmentId":"{{{Any("segments")}}}"},"allowReentry":{{{(random.Next(2) == 0 ? "true" : "false")}}}{{{(random.Next(3) == 0 ? ",\"maxEnrollments\":2" : "")}}}{{{(random.Next(3) == 0 ? $",\"campaignId\":\"{Any("campaigns")}\"" : "")}}}}""", "journeys");
                case 31 or 32 or 33:
                    return ("POST", $"journeys/{Any("journeys")}/steps", random.Next(5) switch
                    {
                        0 => """{"type":"SEND","config":{"channel":"EMAIL","templateId":"t"}}""",
                        1 => $$$"""{"type":"WAIT","config":{"duration":{{{random.Next(1, 30)}}},"unit":"HOURS"}}""",
                        2 => $$$$"""{"type":"UPDATE","config":{"addTags":["{{{{tag}}}}"],"removeTags":["vip"],"set":{"email":null}}}""",
                        3 => """{"type":"CONDITION","config":{"eventType":"EMAIL_OPENED"}}""",
                        _ => """{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":50},{"name":"B","percentage":50}]}}""",
                    }, "steps");
                case 34 or 35 or 36: return ("POST", $"journeys/{Any("journeys")}/{(random.Next(8) switch { 0 => "archive", 1 or 2 => "pause", _ => "activate" })}", null, null);
                case 37 or 38: return ("POST", $"journeys/{Any("journeys")}/enrollments", random.Next(2) == 0 ? $$"""{"segmentId":"{{Any("segments")}}"}""" : $$"""{"customerIds":["{{Any("customers")}}","{{n}}"]}""", "enrollments");
                case 39: return ("POST", $"journeys/{Any("enrollments")}/exit", null, null);
                case 40: return ("POST", "social/connections/connect", """{"tenantId":"tenant_123","platform":"TWITTER","redirectUri":"https://app.example/cb"}""", "states");
                case 41: return ("POST", "social/connections/callback", $$"""{"platform":"TWITTER","code":"c{{random.Next(3)}}","state":"{{Any("states")}}"}""", "connections");
                case 42: return ("POST", "social/posts", $$"""{"tenantId":"tenant_123","connectionId":"{{Any("connections")}}","content":"x"{{(random.Next(2) == 0 ? $",\"scheduledAt\":\"{api.Now.AddHours(3):yyyy-MM-dd'T'HH:mm:ss}Z\"" : "")}}}""", "posts");
                case 43: return ("POST", $"social/posts/{Any("posts")}/{(random.Next(3) switch { 0 => "publish", 1 => "cancel", _ => "sync-engagement" })}", null, null);
                case 44:
                    if (random.Next(2) == 0) api.Control.FailNextMessaging();
                    else if (random.Next(2) == 0) api.Control.FailNextPublication();
                    else api.Control.FailNextTokenRefresh(random.Next(2) == 0);
                    return random.Next(3) == 0 ? ("DELETE", $"social/connections/{Any("connections")}", null, null) : ("POST", $"segments/{Any("segments")}/sync-to-messaging", null, null);
                case 45: return ("PATCH", $"journeys/{Any("steps")}", $$"""{"nextStepId":"{{Any("steps").Split('/')[^1]}}","name":"{{n}}"}""", null);
                case 46: return ("DELETE", $"journeys/{Any("steps")}", null, null);
                case 47: return ("DELETE", $"journeys/{Any("journeys")}", null, null);
                case 48: return ("POST", $"social/posts/{Any("posts")}/schedule", $$"""{"scheduledAt":"{{api.Now.AddHours(random.Next(-1, 20)):yyyy-MM-dd'T'HH:mm:ss}}Z"}""", null);
                case 49: return ("DELETE", $"social/posts/{Any("posts")}", null, null);
                case 50 or 51: return ("POST", "promotions", $$"""{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"],"autoPromote":true,"announceAt":"{{api.Now.AddHours(random.Next(-9, 9)):yyyy-MM-dd'T'HH:mm:ss}}Z","sourceDate":"{{api.Now.AddDays(random.Next(1, 20)):yyyy-MM-dd}}T00:00:00Z","reminderDays":[1,{{random.Next(2, 9)}}],"segmentId":"{{Any("segments")}}"}""", "promotions");
                case 52:
                    return ("PATCH", $"promotions/{Any("promotions")}", random.Next(4) switch
                    {
                        0 => $$"""{"isActive":{{(random.Next(2) == 0 ? "true" : "false")}}}""",
                        1 => $$"""{"reminderDays":[{{random.Next(1, 4)}},{{random.Next(4, 9)}}]}""",
                        2 => """{"announceAt":null}""",
                        _ => $$"""{"announceAt":"{{api.Now.AddHours(random.Next(-9, 9)):yyyy-MM-dd'T'HH:mm:ss}}Z"}""",
                    }, null);
                case 53: return ("POST", $"social/connections/{Any("connections")}/refresh", null, null);
                default:
                    string reachable = api.Reachable(_n, customer => customer with { Tags = [tag] });
                    Of("customers").Add(reachable);
                    return ("GET", $"customers/{reachable}", null, null);
            }
        }

        private List<string> Of(string kind) => _ids.TryGetValue(kind, out List<string>? ids) ? ids : _ids[kind] = [];

        // The newest ones more often: they have not ended yet, and meet each other.
        private string Any(string kind) => Of(kind) is not { Count: > 0 } ids ? "none" : random.Next(10) < 7 ? ids[ids.Count - 1 - random.Next(Math.Min(4, ids.Count))] : ids[random.Next(ids.Count)];

        private async Task<List<JsonElement>> All(string path)
        {
            List<JsonElement> items = [];
            while (true)
            {
                CrmAnswer page = (await api.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}take=100&skip={items.Count}")).ShouldBe(200);
                items.AddRange(page.Data.EnumerateArray());
                if (!page.Meta.GetProperty("hasMore").GetBoolean()) return items;
            }
        }

        private static string? Text(JsonElement item, string member) => item.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        private static DateTimeOffset Time(JsonElement item, string member) => item.GetProperty(member).GetDateTimeOffset();
    }
}
