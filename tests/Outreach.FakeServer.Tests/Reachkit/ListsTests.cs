namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class ListsTests
{
    [Theory]
    [InlineData("", 1, 30, 30)]
    [InlineData("?page_size=100", 1, 100, 35)]
    [InlineData("?page_size=101", 1, 100, 35)]
    [InlineData("?page_size=99999999999999999999", 1, 100, 35)]
    [InlineData("?page_size=0", 1, 30, 30)]
    [InlineData("?page_size=-5", 1, 30, 30)]
    [InlineData("?page_size=ten", 1, 30, 30)]
    [InlineData("?page_size=", 1, 30, 30)]
    [InlineData("?page_size=10&page=2", 2, 10, 10)]
    [InlineData("?page_size=10&page=4", 4, 10, 5)]
    [InlineData("?page_size=10&page=5", 5, 10, 0)]
    [InlineData("?page=0", 1, 30, 30)]
    [InlineData("?page=-1", 1, 30, 30)]
    [InlineData("?page=x", 1, 30, 30)]
    [InlineData("?page=2000000000", 2000000000, 30, 0)]
    [InlineData("?return_all=true", 1, 30, 30)]
    public async Task Pages_are_clamped(string query, int page, int pageSize, int rows)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        for (int i = 0; i < 35; i++) (await api.Post("blocklist", $$"""{"email":"a{{i}}@x.io"}""")).ShouldBe(201);
        ReachkitAnswer answer = await api.Get("blocklist" + query);
        var metadata = answer.Body.GetProperty("metadata");
        answer.Data.GetArrayLength().Should().Be(rows);
        metadata.GetProperty("page").GetInt64().Should().Be(page);
        metadata.GetProperty("page_size").GetInt32().Should().Be(pageSize);
        metadata.GetProperty("total_count").GetInt32().Should().Be(35);
        metadata.GetProperty("total_pages").GetInt32().Should().Be((35 + pageSize - 1) / pageSize);
    }

    [Theory]
    [InlineData("", "Zeta,beta,Alpha,50% off")]
    [InlineData("?sort_order=asc", "50% off,Alpha,beta,Zeta")]
    [InlineData("?sort_order=desc", "Zeta,beta,Alpha,50% off")]
    [InlineData("?sort_by=name", "50% off,Alpha,beta,Zeta")]
    [InlineData("?sort_by=name&sort_order=desc", "Zeta,beta,Alpha,50% off")]
    [InlineData("?sort_by=created_at", "50% off,Alpha,beta,Zeta")]
    [InlineData("?sort_by=status", "50% off,Alpha,beta,Zeta")]
    [InlineData("?sort_by=status&sort_order=desc", "Zeta,beta,Alpha,50% off")]
    [InlineData("?sort_by=progress", "50% off,Alpha,beta,Zeta")]
    [InlineData("?sort_by=unknown", "Zeta,beta,Alpha,50% off")]
    [InlineData("?sort_by=unknown&sort_order=asc", "50% off,Alpha,beta,Zeta")]
    [InlineData("?search=ALPHA", "Alpha")]
    [InlineData("?search=%20a%20&sort_by=name", "Alpha,beta,Zeta")]
    [InlineData("?search=%20%20", "Zeta,beta,Alpha,50% off")]
    [InlineData("?search=%25", "50% off")]
    [InlineData("?search=_", "")]
    public async Task Campaigns_are_searched_and_sorted(string query, string names)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        foreach (string name in (string[])["50% off", "Alpha", "beta", "Zeta"])
        {
            await api.Campaign(name);
            await api.AdvanceMinutes(1);
        }

        ReachkitAnswer answer = (await api.Get("campaigns" + query)).ShouldBe(200);
        string.Join(',', answer.Data.EnumerateArray().Select(item => item.GetProperty("name").GetString())).Should().Be(names);
    }

    [Theory]
    [InlineData("campaigns")]
    [InlineData("blocklist")]
    [InlineData("inboxes")]
    [InlineData("campaigns/{id}/leads")]
    public async Task Another_sort_order_is_refused(string path)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        (await api.Get($"{path.Replace("{id}", campaign, StringComparison.Ordinal)}?sort_order=up")).ShouldFail(422, "validation_failed", "sort_order: is invalid");
    }

    [Fact]
    public async Task An_empty_list_has_no_pages()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer answer = await api.Get("campaigns");
        answer.Body.GetRawText().Should().Be("""{"data":[],"metadata":{"page":1,"page_size":30,"total_count":0,"total_pages":0}}""");
        (await api.Get("unibox/conversations")).Body.GetProperty("metadata").GetProperty("page_size").GetInt32().Should().Be(20);
    }

    [Theory]
    [InlineData("?sort_by=first_name", "ann,Bob,bob2,none1,none2")]
    [InlineData("?sort_by=first_name&sort_order=desc", "bob2,Bob,ann,none2,none1")]
    [InlineData("?sort_by=email", "ann,bob2,Bob,none1,none2")]
    [InlineData("?search=bob%20l", "Bob")]
    [InlineData("?search=lee&sort_by=email", "bob2,Bob")]
    public async Task Leads_sort_nulls_last_both_ways_ties_by_insertion_and_text_without_case(string query, string locals)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        await api.Lead(campaign, "none1@x.io");
        await api.Lead(campaign, "Bob@x.io", ""","first_name":"Bob","last_name":"Lee" """);
        await api.Lead(campaign, "none2@x.io");
        await api.Lead(campaign, "bob2@x.io", ""","first_name":"bob","last_name":"O Lee" """);
        await api.Lead(campaign, "ann@x.io", ""","first_name":"ann" """);
        ReachkitAnswer answer = await api.Get($"campaigns/{campaign}/leads{query}");
        string.Join(',', answer.Data.EnumerateArray().Select(item => item.GetProperty("email").GetString()!.Split('@')[0])).Should().Be(locals.ToLowerInvariant());
    }

    [Theory]
    [InlineData("email", "a1,b2,c3")]
    [InlineData("domain", "c3,a1,b2")]
    [InlineData("provider", "c3,a1,b2")]
    [InlineData("daily_campaign_limit", "b2,c3,a1")]
    [InlineData("daily_warmup_limit", "c3,a1,b2")]
    [InlineData("created_at", "b2,a1,c3")]
    [InlineData("updated_at", "b2,a1,c3")]
    public async Task Inboxes_sort_by_their_fields(string field, string locals)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.AddInbox(new() { Email = "b2@z.example", Provider = Sdk.Reachkit.InboxProvider.Other, DailyCampaignLimit = 10, DailyWarmupLimit = 30 });
        api.Control.AddInbox(new() { Email = "a1@m.example", Provider = Sdk.Reachkit.InboxProvider.Microsoft, DailyCampaignLimit = 30, DailyWarmupLimit = 20 });
        api.Control.AddInbox(new() { Email = "c3@b.example", DailyCampaignLimit = 20, DailyWarmupLimit = 10 });
        ReachkitAnswer answer = await api.Get($"inboxes?sort_by={field}");
        string.Join(',', answer.Data.EnumerateArray().Select(item => item.GetProperty("email").GetString()!.Split('@')[0])).Should().Be(locals);
        answer.Data[0].TryGetProperty("campaigns", out _).Should().BeFalse();
    }
}
