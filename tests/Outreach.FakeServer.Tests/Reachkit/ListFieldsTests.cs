using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>The two tables of lists of section 3, row by row.</summary>
public sealed class ListFieldsTests
{
    [Theory]
    [InlineData("", "c@b.io,a@b.io,b@b.io")]
    [InlineData("?sort_by=email", "a@b.io,b@b.io,c@b.io")]
    [InlineData("?sort_by=email&sort_order=desc", "c@b.io,b@b.io,a@b.io")]
    [InlineData("?sort_by=created_at", "b@b.io,a@b.io,c@b.io")]
    [InlineData("?sort_by=id", "c@b.io,a@b.io,b@b.io")]
    [InlineData("?search=A@B", "a@b.io")]
    public async Task Blocked_addresses_sort_by_their_fields(string query, string emails)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        foreach (string email in (string[])["b@b.io", "a@b.io", "c@b.io"]) (await api.Post("blocklist", $$"""{"email":"{{email}}"}""")).ShouldBe(201);
        Column(await api.Get($"blocklist{query}"), "email").Should().Be(emails);
    }

    [Theory]
    [InlineData("sort_by=progress", "draft,nine,ten,all")]
    [InlineData("sort_by=progress&sort_order=desc", "all,ten,nine,draft")]
    [InlineData("sort_by=status", "nine,ten,draft,all")]
    [InlineData("sort_by=status&sort_order=desc", "all,draft,ten,nine")]
    [InlineData("sort_by=updated_at", "draft,nine,ten,all")]
    [InlineData("", "ten,all,nine,draft")]
    public async Task Campaigns_sort_by_progress_as_a_number_and_by_status_as_a_word(string query, string names)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string draft = await api.Ready();
        string nine = await api.Ready(), all = await api.Ready(), ten = await api.Ready();
        foreach ((string id, string name) in ((string, string)[])[(draft, "draft"), (nine, "nine"), (ten, "ten"), (all, "all")]) await api.Patch($"campaigns/{id}", $$"""{"name":"{{name}}"}""");
        for (int i = 0; i < 11; i++) await api.Lead(nine, $"a{i}@x.io");
        for (int i = 0; i < 10; i++) await api.Lead(ten, $"a{i}@x.io");
        await api.Lead(all, "a@x.io");
        foreach (string id in (string[])[nine, ten, all])
        {
            await api.AdvanceMinutes(0.1);
            await api.Patch($"campaigns/{id}", """{"status":"active","daily_limit":1}""");
        }

        await api.AdvanceMinutes(2);
        await api.Patch($"campaigns/{all}", """{"status":"paused"}""");
        ReachkitAnswer answer = (await api.Get($"campaigns?{query}")).ShouldBe(200);
        Column(answer, "name").Should().Be(names);
        foreach (JsonElement campaign in answer.Data.EnumerateArray()) campaign.GetProperty("progress").GetInt32().Should().Be(campaign.GetProperty("stats").GetProperty("progress").GetInt32());
    }

    [Theory]
    [InlineData("sort_by=status", "c,b,a,d")]
    [InlineData("sort_by=status&sort_order=desc", "d,a,b,c")]
    [InlineData("sort_by=last_name", "b,c,a,d")]
    [InlineData("sort_by=last_name&sort_order=desc", "a,c,b,d")]
    [InlineData("sort_by=created_at", "c,b,a,d")]
    [InlineData("sort_by=updated_at", "d,a,c,b")]
    [InlineData("sort_by=updated_at&sort_order=desc", "b,c,a,d")]
    [InlineData("sort_by=provider", "d,a,b,c")]
    [InlineData("search=%25", "")]
    [InlineData("search=_", "d")]
    [InlineData("search=%C3%BCNAL", "c")]
    [InlineData("search=bea%20%C3%9C", "c")]
    [InlineData("search=cem", "")]
    public async Task Leads_sort_and_are_searched_by_their_fields(string query, string locals)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Ready(100, inbox);
        await api.Patch($"campaigns/{campaign}", """{"daily_limit":2,"status":"active"}""");
        await api.Lead(campaign, "c@x.io", ""","first_name":"Bea","last_name":"Ünal","variables":{"note":"cem"}""");
        await api.AdvanceMinutes(1);
        await api.Lead(campaign, "b@x.io", ""","last_name":"abt" """);
        await api.AdvanceMinutes(1);
        await api.Lead(campaign, "a@x.io", ""","last_name":"Ünlü" """);
        await api.Lead(campaign, "d_@x.io");
        await api.AdvanceMinutes(3);
        // Everybody's provider is found by now; what follows touches c, then b.
        (await api.Patch($"campaigns/{campaign}", """{"daily_limit":0}""")).ShouldBe(200);
        api.Control.Unsubscribe(api.Control.UnsubscribeToken((await api.Get($"campaigns/{campaign}/leads?search=a@")).Ids[0]));
        await api.AdvanceMinutes(1);
        api.Control.Unsubscribe(api.Control.UnsubscribeToken((await api.Get($"campaigns/{campaign}/leads?search=c@")).Ids[0]));
        await api.AdvanceMinutes(1);
        api.Control.Unsubscribe(api.Control.UnsubscribeToken((await api.Get($"campaigns/{campaign}/leads?search=b@")).Ids[0]));
        Column((await api.Get($"campaigns/{campaign}/leads?{query}")).ShouldBe(200), "email").Should().Be(string.Join(',', locals.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(local => local == "d" ? "d_@x.io" : $"{local}@x.io")));
    }

    [Theory]
    [InlineData("search=SAM", "a@m.io")]
    [InlineData("search=lee", "b@m.io")]
    [InlineData("search=M.IO", "c@m.io,b@m.io,a@m.io")]
    [InlineData("search=sam%20o", "")]
    public async Task Inboxes_are_searched_by_address_and_names(string query, string emails)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.AddInbox(new() { Email = "a@m.io", FirstName = "Sam", LastName = "Oak", Signature = "lee" });
        api.Control.AddInbox(new() { Email = "b@m.io", LastName = "Lee" });
        api.Control.AddInbox(new() { Email = "c@m.io" });
        Column((await api.Get($"inboxes?{query}")).ShouldBe(200), "email").Should().Be(emails);
    }

    [Theory]
    [InlineData("", 1, 20, 20, 2)]
    [InlineData("?page_size=0", 1, 20, 20, 2)]
    [InlineData("?page_size=x&page=2", 2, 20, 2, 2)]
    [InlineData("?page_size=1000", 1, 100, 22, 1)]
    [InlineData("?page=3", 3, 20, 0, 2)]
    [InlineData("?sort_order=up&sort_by=label", 1, 20, 20, 2)]
    public async Task Conversations_come_by_twenty_and_know_no_sorting(string query, int page, int pageSize, int rows, int pages)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        for (int i = 0; i < 22; i++) api.Control.Receive(new() { InboxId = inbox, From = $"a{i}@b.io" });
        ReachkitAnswer answer = (await api.Get($"unibox/conversations{query}")).ShouldBe(200);
        answer.Ids.Should().HaveCount(rows);
        answer.Body.GetProperty("metadata").GetRawText().Should().Be($$"""{"page":{{page}},"page_size":{{pageSize}},"total_count":22,"total_pages":{{pages}}}""");
    }

    [Theory]
    [InlineData("from-name", false)]
    [InlineData("boss@acme.io", true)]
    [InlineData("Zoë", true)]
    [InlineData("ZOË", true)]
    [InlineData("only in html", false)]
    [InlineData("s@x.io", true)]
    [InlineData("ſ", false)]
    public async Task Conversations_are_searched_in_the_contract_s_places(string search, bool found)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.AddInbox("s@x.io");
        string thread = (await api.Post("unibox/conversations", """{"to":[{"email":"boss@acme.io","name":"Zoë"}],"subject":"Plan","content":"<p title='only in html'>x</p>"}""")).Text("id");
        (await api.Get($"unibox/conversations?search={Uri.EscapeDataString(search)}")).Ids.Should().Equal(found ? [thread] : []);
    }

    private static string Column(ReachkitAnswer answer, string member) => string.Join(',', answer.Data.EnumerateArray().Select(item => item.GetProperty(member).GetString()));
}
