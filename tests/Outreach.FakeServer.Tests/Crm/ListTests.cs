using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Paging, order and filters of every list.</summary>
public sealed class ListTests
{
    public static TheoryData<string> Paged =>
    [
        "customers.list", "activities.list", "notes.list", "segments.list", "segments.members", "campaigns.list", "journeys.list", "journeyEnrollments.list",
        "socialConnections.list", "socialPosts.list", "promotions.list",
    ];

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task A_page_has_its_bounds_and_defaults_and_walking_meets_each_item_once(string id)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string path = (await CrmWorld.Of(api)).Calls[id].Path;
        string with = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?");
        (await api.Get(with + "take=0")).ShouldFail(400, "VALIDATION_ERROR", "take must not be less than 1");
        (await api.Get(with + "take=101")).ShouldFail(400, "VALIDATION_ERROR", "take must not be greater than 100");
        (await api.Get(with + "skip=-1")).ShouldFail(400, "VALIDATION_ERROR", "skip must not be less than 0");
        (await api.Get(with + "take=2.5")).ShouldFail(400, "VALIDATION_ERROR", "take must be an integer");

        CrmAnswer all = (await api.Get(path)).ShouldBe(200);
        int total = all.Data.GetArrayLength();
        total.Should().BePositive();
        all.Body.EnumerateObject().Select(member => member.Name).Should().Equal("data", "meta");
        all.Meta.GetRawText().Should().Be($$"""{"total":{{total}},"skip":0,"take":25,"hasMore":false}""");
        (await api.Get(with + "take=100")).ShouldBe(200).Data.GetRawText().Should().Be(all.Data.GetRawText());
        for (int i = 0; i < total; i++)
        {
            CrmAnswer page = (await api.Get($"{with}skip={i}&take=1")).ShouldBe(200);
            page.Data[0].GetRawText().Should().Be(all.Data[i].GetRawText());
            page.Meta.GetProperty("hasMore").GetBoolean().Should().Be(i + 1 < total);
        }

        (await api.Get($"{with}skip={total}")).ShouldBe(200).Meta.GetRawText().Should().Be($$"""{"total":{{total}},"skip":{{total}},"take":25,"hasMore":false}""");
    }

    [Theory]
    [InlineData("customers?tenantId=tenant_123")]
    [InlineData("customers?tenantId=tenant_123&segmentId=$")]
    [InlineData("customers?tenantId=tenant_123&search=acme")]
    [InlineData("segments/$/members?")]
    public async Task A_later_page_shows_what_changed_since_the_one_before(string path)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] customers = [.. Enumerable.Range(0, 9).Select(n => api.Reachable(n))];
        string segment = await api.Static("S", customers);
        path = path.Replace("$", segment, StringComparison.Ordinal) + "&take=3&skip=";
        FakeSnapshot before = api.Fake.Snapshot();
        string first = await Walk();

        (await api.Patch($"customers/{customers[4]}", """{"firstName":"Changed"}""")).ShouldBe(200);
        string changed = await Walk();
        (await api.Delete($"customers/{customers[4]}")).ShouldBe(204);
        string deleted = await Walk();
        await api.Advance(TimeSpan.FromSeconds(1));
        string added = api.Reachable(20);
        (await api.Post($"segments/{segment}/members", $$"""{"customerIds":["{{added}}"]}""")).ShouldBe(200);
        string joined = await Walk();
        api.Fake.Restore(before);

        changed.Should().NotBe(first).And.Contain("Changed");
        deleted.Should().NotContain("Changed").And.NotContain(customers[4]);
        joined.Should().Contain(added);
        (await Walk()).Should().Be(first);

        async Task<string> Walk()
        {
            List<string> items = [];
            for (int skip = 0; skip < 12; skip += 3) items.AddRange((await api.Get(path + skip)).ShouldBe(200).Data.EnumerateArray().Select(item => item.GetRawText()));
            (await api.Get(path.Replace("take=3", "take=100", StringComparison.Ordinal) + "0")).Data.EnumerateArray().Select(item => item.GetRawText()).Should().Equal(items);
            return string.Concat(items);
        }
    }

    [Fact]
    public async Task The_steps_of_a_journey_are_one_list_without_meta()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] steps = [.. Enumerable.Repeat("""{"type":"END","config":{}}""", 30)];
        CrmAnswer answer = (await api.Get($"journeys/{await api.Journey("MANUAL", "", steps)}/steps?take=5")).ShouldBe(200);
        answer.Body.EnumerateObject().Select(member => member.Name).Should().Equal("data");
        answer.Data.EnumerateArray().Select(step => step.GetProperty("stepNumber").GetInt32()).Should().Equal(Enumerable.Range(1, 30));
    }

    [Theory]
    [InlineData("campaigns?tenantId=tenant_123")]
    [InlineData("journeys?tenantId=tenant_123")]
    [InlineData("promotions?tenantId=tenant_123")]
    [InlineData("social/posts?tenantId=tenant_123")]
    [InlineData("journeys/$/enrollments")]
    [InlineData("customers/$/notes")]
    [InlineData("segments/$/members")]
    public async Task A_list_comes_newest_first_with_ties_by_id(string path)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string[] customers = [.. Enumerable.Range(1, 4).Select(n => api.Reachable(n))];
        string connection = await api.Connection();
        string parent = path.StartsWith("journeys/", StringComparison.Ordinal) ? await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":9,"unit":"DAYS"}}""")
            : path.StartsWith("segments", StringComparison.Ordinal) ? await api.Static("S") : customers[0];
        List<string> tied = [await Make(0), await Make(1), await Make(2)];
        await api.Advance(TimeSpan.FromSeconds(1));
        string last = await Make(3);
        tied.Sort(StringComparer.Ordinal);

        (await api.Get(path.Replace("$", parent, StringComparison.Ordinal))).ShouldBe(200).Ids.Should().Equal([last, .. tied]);

        async Task<string> Make(int n) => path.Split('?', '/')[0] switch
        {
            "campaigns" => await api.Campaign(null),
            "journeys" when path.Contains('$', StringComparison.Ordinal) => (await api.Enroll(parent, customers[n])).GetProperty("id").GetString()!,
            "journeys" => await api.Journey($"T{n}", ""),
            "promotions" => (await api.Post("promotions", """{"tenantId":"tenant_123","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")).ShouldBe(201).Text("id"),
            "customers" => (await api.Post($"customers/{parent}/notes", """{"content":"x"}""")).ShouldBe(201).Text("id"),
            "segments" => (await api.Post($"segments/{parent}/members", $$"""{"customerIds":["{{customers[n]}}"]}""")).ShouldBe(200) is not null ? customers[n] : "",
            _ => await api.Post(connection, "x", ""),
        };
    }

    [Fact]
    public async Task Connections_come_by_platform_and_name_and_segments_by_the_ordinals_of_their_names()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        foreach (string platform in new[] { "TWITTER", "FACEBOOK", "LINKEDIN", "INSTAGRAM", "FACEBOOK" }) await api.Connection(platform, $"code {platform} {api.Fake.Journal.Total}");
        (await api.Get("social/connections?tenantId=tenant_123")).Data.EnumerateArray().Select(one => $"{one.GetProperty("platform").GetString()} {one.GetProperty("accountName").GetString()}")
            .Should().HaveCount(5).And.BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        string[] names = ["b", "B", "a", "A", "Z", "é", "_", "0", "aa"];
        foreach (string name in names) await api.Static(name);
        (await api.Get("segments?tenantId=tenant_123")).Data.EnumerateArray().Select(one => one.GetProperty("name").GetString()).Should().Equal(names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("segments", "type=STATIC", "A")]
    [InlineData("segments", "type=SMART", "C")]
    [InlineData("segments", "type=DYNAMIC&isActive=true", "")]
    [InlineData("segments", "isActive=false", "B")]
    [InlineData("campaigns", "status=DRAFT", "A B")]
    [InlineData("campaigns", "type=JOURNEY", "B")]
    [InlineData("campaigns", "clubId=club_1", "A")]
    [InlineData("campaigns", "clubId=club_1&type=JOURNEY", "")]
    [InlineData("campaigns", "status=ACTIVE&type=TRIGGERED", "C")]
    [InlineData("journeys", "status=ACTIVE", "B")]
    [InlineData("journeys", "triggerType=teetime.booked", "A B")]
    [InlineData("journeys", "triggerType=teetime", "")]
    [InlineData("journeys", "triggerType=teetime.booked&status=DRAFT", "A")]
    [InlineData("promotions", "clubId=club_1", "A")]
    [InlineData("promotions", "sourceType=COMPETITION", "B")]
    [InlineData("promotions", "isActive=false", "C")]
    [InlineData("promotions", "isActive=true&sourceType=SPECIAL", "A")]
    public async Task A_list_is_filtered_and_filters_combine(string list, string query, string expected)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        Dictionary<string, string> names = list switch
        {
            "segments" => new()
            {
                [await api.Static("A")] = "A",
                [await api.Dynamic("""{"combinator":"AND","rules":[{"field":"email","operator":"isNull"}]}""", more: ",\"isActive\":false")] = "B",
                [(await api.Post("segments", """{"tenantId":"tenant_123","name":"C","type":"SMART"}""")).Text("id")] = "C",
            },
            "campaigns" => new() { [await api.Campaign(null, ",\"clubId\":\"club_1\"")] = "A", [await api.Campaign(null, ",\"type\":\"JOURNEY\"")] = "B", [await api.Campaign(null, ",\"type\":\"TRIGGERED\"")] = "C" },
            "journeys" => new() { [await api.Journey("teetime.booked", "")] = "A", [await api.Running("teetime.booked", "", """{"type":"END","config":{}}""")] = "B", [await api.Journey("MANUAL", "")] = "C" },
            _ => new() { [await Promotion("club_1", "SPECIAL", true)] = "A", [await Promotion("club_2", "COMPETITION", true)] = "B", [await Promotion("club_2", "SPECIAL", false)] = "C" },
        };
        if (list == "campaigns") (await api.Post($"campaigns/{names.Single(name => name.Value == "C").Key}/execute")).ShouldBe(200);

        CrmAnswer answer = (await api.Get($"{list}?tenantId=tenant_123&{query}")).ShouldBe(200);

        string.Join(' ', answer.Ids.Select(id => names[id]).Order()).Should().Be(expected);
        answer.Meta.GetProperty("total").GetInt32().Should().Be(answer.Ids.Count);

        async Task<string> Promotion(string club, string source, bool active)
            => (await api.Post("promotions", JsonSerializer.Serialize(new { tenantId = "tenant_123", clubId = club, sourceType = source, sourceId = "s", channels = new[] { "EMAIL" }, isActive = active }))).ShouldBe(201).Text("id");
    }

    [Fact]
    public async Task Ids_are_UUIDs_in_lower_case()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmWorld world = await CrmWorld.Of(api);
        foreach (string id in world.Calls.Values.SelectMany(call => call.Path.Split('/', '?')).Where(part => part.Length == 36))
            id.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        world.Calls.Values.SelectMany(call => call.Path.Split('/', '?')).Where(part => part.Length == 36).Distinct().Should().HaveCountGreaterThan(12);
    }

    [Fact]
    public async Task The_posts_of_a_removed_connection_keep_their_network_in_lists()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection("TWITTER");
        string draft = await api.Post(connection, "x", "");
        string scheduled = await api.Post(connection, "x", ",\"scheduledAt\":\"2026-03-05T00:00:00Z\"");
        (await api.Delete($"social/connections/{connection}")).ShouldBe(204);
        (await api.Get("social/posts?tenantId=tenant_123&platform=TWITTER")).Ids.Should().BeEquivalentTo(draft, scheduled);
        (await api.Get("social/posts?tenantId=tenant_123&platform=FACEBOOK")).Ids.Should().BeEmpty();
        (await api.Get($"social/posts?tenantId=tenant_123&connectionId={connection}&status=FAILED")).Ids.Should().Equal(scheduled);
    }
}
