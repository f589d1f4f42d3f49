using System.Text.Json;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>What sections 1 and 2 of the contract say of refused calls: which check comes first, what the answer holds, and that nothing was done.</summary>
public sealed class RefusalTests
{
    private const string Unknown = "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10";

    [Theory]
    [InlineData("Basic KEY", null, false)]
    [InlineData("", null, false)]
    [InlineData(null, "", true)]
    [InlineData(null, " ", true)]
    public async Task A_good_key_in_a_later_place_rescues_no_bad_one(string? authorization, string? header, bool inQuery)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string key = api.Control.ApiKey;
        api.Http.DefaultRequestHeaders.Authorization = null;
        using HttpRequestMessage request = new(HttpMethod.Get, inQuery ? $"campaigns?api_key={key}" : "campaigns");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("X-API-Key", header ?? key);
        (await api.Send(request)).ShouldFail(401, "unauthorized");
    }

    [Theory]
    [InlineData("GET", "campaigns/{no}/leads?sort_order=up", null, 404, "not_found")]
    [InlineData("POST", "campaigns/{no}/leads", "{}", 404, "not_found")]
    [InlineData("POST", "campaigns/{id}/leads", """{"email":"old@a.io","first_name":7}""", 422, "validation_failed")]
    [InlineData("POST", "campaigns/{id}/leads", """{"email":"old@a.io","first_name":7,"if_exists":"skip"}""", 422, "validation_failed")]
    [InlineData("POST", "campaigns/{id}/leads", """{"email":"old@a.io","if_exists":"other"}""", 422, "validation_failed")]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}", """{"subject":"a {{b","enabled":false}""", 422, "unbalanced_braces")]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}", """{"subject":"a {{b","body_html":7}""", 422, "validation_failed")]
    [InlineData("PATCH", "campaigns/{id}", """{"status":"paused","daily_limit":-1}""", 422, "validation_failed")]
    [InlineData("PATCH", "campaigns/{id}", null, 400, "invalid_request")]
    [InlineData("PATCH", "campaigns/{id}/schedule", null, 400, "invalid_request")]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}", null, 400, "invalid_request")]
    [InlineData("POST", "campaigns/{id}/leads", null, 400, "invalid_request")]
    [InlineData("POST", "campaigns/{id}/inboxes/attach", null, 400, "invalid_request")]
    [InlineData("POST", "campaigns/{id}/inboxes/detach", null, 400, "invalid_request")]
    [InlineData("POST", "blocklist", null, 400, "invalid_request")]
    [InlineData("POST", "unibox/conversations", null, 400, "invalid_request")]
    [InlineData("POST", "unibox/conversations/{thread}/reply", null, 400, "invalid_request")]
    [InlineData("PATCH", "unibox/conversations/{thread}", null, 400, "invalid_request")]
    [InlineData("PATCH", "inboxes/{inbox}", null, 400, "invalid_request")]
    [InlineData("POST", "unibox/conversations/{thread}/reply", """{"content":""}""", 422, "validation_failed")]
    [InlineData("POST", "unibox/conversations", """{"inbox_id":"{broken}","to":[],"subject":"s","content":"c"}""", 422, "validation_failed")]
    [InlineData("POST", "unibox/conversations", """{"inbox_id":"nonsense","to":[{"email":"a@b.io"}],"subject":"s","content":"c"}""", 404, "not_found")]
    [InlineData("GET", "unibox/conversations/{no}/attachments/{no}", null, 404, "not_found")]
    public async Task Checks_come_in_the_contract_s_order_everywhere(string method, string path, string? body, int status, string code)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        string before = await world.LookAsync();
        ReachkitAnswer answer = await api.Send(method, world.Fill(path), body is null ? null : world.Fill(body));
        answer.ShouldBe(status).Error.Should().Be(code);
        (await world.LookAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("GET", "campaigns/{no}", null)]
    [InlineData("POST", "campaigns", "[]")]
    [InlineData("DELETE", "campaigns/{id}/variants/{variant}", null)]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}", """{"enabled":false}""")]
    [InlineData("POST", "none", null)]
    public async Task A_code_without_details_has_no_such_member(string method, string path, string? body)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        ReachkitAnswer answer = await api.Send(method, world.Fill(path), body);
        answer.Body.EnumerateObject().Select(member => member.Name).Should().Equal("error");
    }

    [Fact]
    public async Task A_workspace_without_a_usable_inbox_says_so_without_details()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post("unibox/conversations", """{"to":[{"email":"a@b.io"}],"subject":"s","content":"c"}""")).ShouldBe(422).Body.GetRawText().Should().Be("""{"error":"no_active_inbox"}""");
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_launched_says_what_it_lacks()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Patch($"campaigns/{await api.Campaign()}", """{"status":"active"}""")).ShouldFail(422, "campaign_not_launchable",
            "variants: must have an enabled variant with a subject or a body", "inboxes: must have at least one inbox");
    }

    [Theory]
    [InlineData("PATCH", "campaigns/{id}/schedule")]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}")]
    [InlineData("PATCH", "unibox/conversations/{thread}")]
    [InlineData("PATCH", "inboxes/{inbox}")]
    [InlineData("PATCH", "campaigns/{id}")]
    public async Task A_patch_with_nothing_known_changes_nothing(string method, string path)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        string before = await world.LookAsync();
        await api.AdvanceMinutes(1);
        foreach (string body in (string[])["{}", """{"id":"x","created_at":null,"Name":7,"unknown":{"a":[1]}}"""]) (await api.Send(method, world.Fill(path), body)).ShouldBe(200);
        (await world.LookAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("PATCH", "inboxes/{inbox}", """{"first_name":"New","daily_campaign_limit":0,"is_active":null,"reply_to":"x"}""", "daily_campaign_limit: must be between 1 and 500", "is_active: can't be blank", "reply_to: is invalid")]
    [InlineData("PATCH", "campaigns/{id}/variants/{variant}", """{"subject":"New","body_html":"New","enabled":1}""", "enabled: is invalid")]
    [InlineData("PATCH", "unibox/conversations/{thread}", """{"is_read":true,"label_override":"great"}""", "label_override: is invalid")]
    [InlineData("PATCH", "campaigns/{id}/schedule", """{"timezone":"Europe/Paris","default_window":{"start":"10:00"},"days":{"sunday":{"enabled":true,"start":"noon"}}}""", "days.sunday.start: must be HH:MM")]
    [InlineData("PATCH", "campaigns/{id}", """{"name":"New","unsubscribe_option":true,"status":"paused","stop_on_reply":0}""", "stop_on_reply: is invalid")]
    [InlineData("POST", "campaigns/{id}/leads", """{"email":"old@a.io","if_exists":"update","first_name":"New","variables":{"company":[]}}""", "variables.company: is invalid")]
    public async Task A_refused_change_changes_nothing(string method, string path, string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        string before = await world.LookAsync();
        await api.AdvanceMinutes(1);
        (await api.Send(method, world.Fill(path), body)).ShouldFail(422, "validation_failed", details);
        (await world.LookAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("""{"status":"active","name":"New","unsubscribe_option":true}""", "campaign_not_launchable")]
    [InlineData("""{"status":"paused","name":"New","unsubscribe_option":true}""", "invalid_status_transition")]
    public async Task A_refused_change_of_status_leaves_the_variants_alone(string body, string code)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        await api.Patch($"campaigns/{campaign}/variants/{await api.Variant(campaign)}", """{"body_html":"Hello"}""");
        string before = (await api.Get($"campaigns/{campaign}/sequences")).Body.GetRawText() + (await api.Get($"campaigns/{campaign}")).Body.GetRawText();
        await api.AdvanceMinutes(1);
        (await api.Patch($"campaigns/{campaign}", body)).ShouldBe(422).Error.Should().Be(code);
        ((await api.Get($"campaigns/{campaign}/sequences")).Body.GetRawText() + (await api.Get($"campaigns/{campaign}")).Body.GetRawText()).Should().Be(before);
    }

    [Theory]
    [InlineData("POST", "campaigns", """{"name":"x"}""")]
    [InlineData("POST", "blocklist", """{"email":"new@a.io"}""")]
    [InlineData("POST", "campaigns/{id}/leads", """{"email":"new@a.io"}""")]
    [InlineData("POST", "campaigns/{id}/sequences", null)]
    [InlineData("POST", "unibox/conversations/{thread}/reply", """{"content":"x"}""")]
    [InlineData("DELETE", "campaigns/{id}", null)]
    public async Task A_throttled_call_has_done_nothing(string method, string path, string? body)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        string before = await world.LookAsync();
        api.Fake.Faults.Add(new Fault { Operation = "reachkit.*", Times = 1, Effect = FaultEffect.Throttle(TimeSpan.FromSeconds(5)) });
        ReachkitAnswer answer = await api.Send(method, world.Fill(path), body);
        answer.ShouldBe(429).Body.GetRawText().Should().Be("""{"error":"rate_limited"}""");
        answer.Response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        (await world.LookAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Nothing_is_throttled_unless_it_is_told_to_be()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        for (int i = 0; i < 2000; i++)
        {
            ReachkitAnswer answer = await api.Get("blocklist/check?email=a@b.io");
            answer.ShouldBe(200);
            answer.Response.Headers.Should().NotContain(header => header.Key.Contains("limit", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("blocklist/{entry}", "DELETE")]
    [InlineData("campaigns/{id}/leads", "GET")]
    [InlineData("campaigns/{id}/leads/{lead}", "GET")]
    [InlineData("campaigns/{id}/leads/{lead}", "DELETE")]
    [InlineData("campaigns/{id}/sequences", "GET")]
    [InlineData("campaigns/{id}/sequences/{step}", "DELETE")]
    [InlineData("campaigns/{id}/analytics", "GET")]
    [InlineData("campaigns/{id}", "DELETE")]
    [InlineData("inboxes/{inbox}/warmup/stats", "GET")]
    [InlineData("unibox/conversations/{thread}", "GET")]
    [InlineData("unibox/conversations/{thread}/attachments/{file}", "GET")]
    public async Task What_is_of_another_workspace_is_unknown(string path, string method)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        World world = await World.MakeAsync(api);
        string own = api.Control.ApiKey;
        string before = await world.LookAsync();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", api.Control.AddWorkspace().ApiKey);
        (await api.Send(method, world.Fill(path))).ShouldFail(404, "not_found");
        foreach (string list in (string[])["blocklist", "campaigns", "inboxes", "unibox/conversations"]) (await api.Get(list)).Ids.Should().BeEmpty();
        (await api.Get("blocklist/check?email=blocked@a.io")).Text("blocked").Should().Be("False");
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", own);
        (await world.LookAsync()).Should().Be(before);
        ReachkitAnswer known = await api.Send(method, world.Fill(path));
        known.Status.Should().BeLessThan(300);
        if (method == "DELETE") (await known.Response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    /// <summary>One record of each kind.</summary>
    private sealed record World(ReachkitApi Api, Dictionary<string, string> Ids)
    {
        public static async Task<World> MakeAsync(ReachkitApi api)
        {
            string inbox = api.Control.AddInbox(new() { Email = "s@x.io", FirstName = "Sam" });
            string broken = api.Control.AddInbox(new() { Email = "broken@x.io", ConnectionStatus = ConnectionStatus.Error });
            string campaign = await api.Ready(100, inbox);
            string thread = api.Control.Receive(new() { InboxId = inbox, From = "who@else.io", Text = "hello", Attachments = [new ReachkitAttachment("a.txt", "text/plain", [1])] })!;
            return new(api, new()
            {
                ["id"] = campaign,
                ["inbox"] = inbox,
                ["broken"] = broken,
                ["no"] = Unknown,
                ["thread"] = thread,
                ["step"] = (await api.Get($"campaigns/{campaign}/sequences")).Ids[0],
                ["variant"] = await api.Variant(campaign),
                ["lead"] = await api.Lead(campaign, "old@a.io", ""","first_name":"Old","variables":{"company":"A"}"""),
                ["entry"] = (await api.Post("blocklist", """{"email":"blocked@a.io"}""")).Text("id"),
                ["file"] = (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("messages")[0].GetProperty("attachments")[0].GetProperty("id").GetString()!,
            });
        }

        public string Fill(string text) => Ids.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

        public async Task<string> LookAsync()
        {
            List<string> seen = [Api.Fake.Outbox.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            foreach (string path in (string[])["blocklist", "campaigns", "campaigns/{id}", "campaigns/{id}/leads", "campaigns/{id}/sequences", "inboxes", "inboxes/{inbox}", "unibox/conversations"])
                seen.Add(Body(await Api.Get(Fill(path))));
            return string.Join('\n', seen);
        }

        // The provider of a lead is found meanwhile, whatever is called.
        private static string Body(ReachkitAnswer answer)
            => System.Text.RegularExpressions.Regex.Replace(answer.Body.GetRawText(), "\"provider\":(null|\"other\"),(.*?)\"updated_at\":\"[^\"]*\"", "$2");
    }
}
