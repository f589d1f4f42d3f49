using System.Net.Http.Headers;
using System.Text;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class OrderOfChecksTests
{
    private const string Unknown = "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10";

    [Theory]
    [InlineData("Authorization", "Bearer KEY", 200)]
    [InlineData("Authorization", "bEaReR KEY", 200)]
    [InlineData("Authorization", "Bearer wrong", 401)]
    [InlineData("Authorization", "Basic KEY", 401)]
    [InlineData("Authorization", "Bearer", 401)]
    [InlineData("X-API-Key", "KEY", 200)]
    [InlineData("X-API-Key", "", 401)]
    [InlineData("X-API-Key", "wrong", 401)]
    [InlineData("Nothing", "KEY", 401)]
    public async Task A_key_opens_by_header(string header, string value, int status)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer answer = await Ask(api, "campaigns", header, value.Replace("KEY", api.Control.ApiKey, StringComparison.Ordinal));
        answer.ShouldBe(status);
        if (status != 401) return;
        answer.Error.Should().Be("unauthorized");
        answer.Response.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
    }

    [Fact]
    public async Task A_key_opens_in_the_query()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await Ask(api, $"campaigns?api_key={api.Control.ApiKey}", null, "")).ShouldBe(200);
        (await Ask(api, "campaigns?api_key=wrong", null, "")).ShouldBe(401);
        (await Ask(api, "campaigns?api_key=", null, "")).ShouldBe(401);
    }

    [Theory]
    [InlineData("campaigns?api_key=se%20cret&page=2", "api_key=***&page=2")]
    [InlineData("campaigns?search=e&api_key=e", "search=e&api_key=***")]
    public async Task A_key_in_the_query_is_masked_in_the_journal_whatever_decides(string path, string query)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        await api.Get(path);
        api.Fake.Journal.Last().Query.Should().Be(query);
    }

    [Fact]
    public async Task The_first_way_that_is_present_decides_alone()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string key = api.Control.ApiKey;
        (await Ask(api, $"campaigns?api_key={key}", "Authorization", "Bearer wrong", ("X-API-Key", key))).ShouldBe(401);
        (await Ask(api, $"campaigns?api_key={key}", "X-API-Key", "wrong")).ShouldBe(401);
        (await Ask(api, "campaigns?api_key=wrong", "Authorization", $"Bearer {key}", ("X-API-Key", "wrong"))).ShouldBe(200);
    }

    [Fact]
    public async Task A_revoked_key_and_another_plan_do_not_open()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitWorkspace workspace = api.Control.AddWorkspace("growth");
        (await Ask(api, "campaigns", "X-API-Key", workspace.ApiKey)).ShouldFail(403, "plan_required");
        (await Ask(api, "no/such/path", "X-API-Key", workspace.ApiKey)).ShouldFail(403, "plan_required");
        workspace.Plan = "scale";
        (await Ask(api, "campaigns", "X-API-Key", workspace.ApiKey)).ShouldBe(200);
        string old = workspace.ApiKey;
        string added = workspace.AddKey();
        workspace.RevokeKey(old);
        (await Ask(api, "campaigns", "X-API-Key", old)).ShouldFail(401, "unauthorized");
        (await Ask(api, "campaigns", "X-API-Key", added)).ShouldBe(200);
        added.Should().MatchRegex("^rk_[a-z0-9]{32}$");
    }

    [Theory]
    [InlineData("GET", "nothing", null, 404, "not_found")]
    [InlineData("PUT", "campaigns", "{}", 404, "not_found")]
    [InlineData("POST", "nothing", "no json", 404, "not_found")]
    [InlineData("POST", "campaigns", null, 400, "invalid_request")]
    [InlineData("POST", "campaigns", "", 400, "invalid_request")]
    [InlineData("POST", "campaigns", "no json", 400, "invalid_request")]
    [InlineData("POST", "campaigns", "[]", 400, "invalid_request")]
    [InlineData("POST", "campaigns", "null", 400, "invalid_request")]
    [InlineData("POST", "campaigns", "{\"name\":\"\\ud800\"}", 400, "invalid_request")]
    [InlineData("PATCH", "campaigns/" + Unknown, "[]", 400, "invalid_request")]
    [InlineData("PATCH", "campaigns/" + Unknown, "{\"name\":7}", 404, "not_found")]
    [InlineData("PATCH", "campaigns/not-an-id", "{\"name\":7}", 404, "not_found")]
    [InlineData("POST", "campaigns/" + Unknown + "/inboxes/attach", "{}", 404, "not_found")]
    [InlineData("POST", "campaigns/{id}/inboxes/attach", "{}", 422, "validation_failed")]
    [InlineData("POST", "campaigns/{id}/inboxes/attach", "{\"inbox_ids\":[\"" + Unknown + "\",7]}", 422, "validation_failed")]
    [InlineData("POST", "campaigns/{id}/inboxes/attach", "{\"inbox_ids\":[\"" + Unknown + "\"]}", 404, "not_found")]
    [InlineData("PATCH", "campaigns/{id}", "{\"name\":7,\"status\":\"paused\"}", 422, "validation_failed")]
    [InlineData("PATCH", "campaigns/{id}", "{\"status\":\"paused\"}", 422, "invalid_status_transition")]
    [InlineData("PATCH", "campaigns/{id}", "{\"status\":\"active\"}", 422, "campaign_not_launchable")]
    [InlineData("POST", "unibox/conversations", "{\"inbox_id\":\"x\",\"to\":[]}", 422, "validation_failed")]
    [InlineData("POST", "unibox/conversations", "{\"inbox_id\":\"x\",\"to\":[{\"email\":\"a@b.io\"}],\"subject\":\"s\",\"content\":\"c\"}", 404, "not_found")]
    [InlineData("POST", "unibox/conversations", "{\"to\":[{\"email\":\"a@b.io\"}],\"subject\":\"s\",\"content\":\"c\"}", 422, "no_active_inbox")]
    public async Task Checks_come_in_the_contract_s_order(string method, string path, string? body, int status, string code)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        ReachkitAnswer answer = await api.Send(method, path.Replace("{id}", campaign, StringComparison.Ordinal), body);
        answer.ShouldBe(status);
        answer.Error.Should().Be(code);
    }

    [Fact]
    public async Task Another_content_type_is_refused_and_a_missing_body_is_fine_only_where_it_is_optional()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        using HttpRequestMessage form = new(HttpMethod.Post, "campaigns") { Content = new StringContent("{\"name\":\"x\"}", Encoding.UTF8, "text/plain") };
        (await api.Send(form)).ShouldFail(400, "invalid_request");
        (await api.Post($"campaigns/{campaign}/sequences")).ShouldBe(201);
        (await api.Post($"campaigns/{campaign}/sequences", "[]")).ShouldFail(400, "invalid_request");
    }

    [Fact]
    public async Task Records_of_another_workspace_behave_as_unknown()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string inbox = api.Control.AddInbox("sam@a.example");
        ReachkitWorkspace other = api.Control.AddWorkspace();
        string foreign = other.AddInbox("kim@b.example");
        (await Ask(api, $"campaigns/{campaign}", "X-API-Key", other.ApiKey)).ShouldFail(404, "not_found");
        (await Ask(api, $"inboxes/{inbox}", "X-API-Key", other.ApiKey)).ShouldFail(404, "not_found");
        (await api.Post($"campaigns/{campaign}/inboxes/attach", $$"""{"inbox_ids":["{{inbox}}","{{foreign}}"]}""")).ShouldFail(404, "not_found");
        (await api.Get($"campaigns/{campaign}")).Data.GetProperty("inboxes").GetArrayLength().Should().Be(0);
        (await api.Get($"inboxes/{inbox.ToUpperInvariant()}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("invalid_request", 400)]
    [InlineData("unauthorized", 401)]
    [InlineData("plan_required", 403)]
    [InlineData("not_found", 404)]
    [InlineData("validation_failed", 422)]
    [InlineData("already_exists", 422)]
    [InlineData("invalid_status_transition", 422)]
    [InlineData("campaign_not_launchable", 422)]
    [InlineData("cannot_delete_last_variant", 422)]
    [InlineData("cannot_disable_last_variant", 422)]
    [InlineData("unbalanced_braces", 422)]
    [InlineData("no_active_inbox", 422)]
    [InlineData("inbox_not_connected", 422)]
    [InlineData("rate_limited", 429)]
    [InlineData("internal_error", 500)]
    public async Task Every_code_can_be_had_by_a_fault(string code, int status)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Fake.Faults.Add(new Fault { Operation = "reachkit.campaigns.list", Effect = FaultEffect.Error(code) });
        ReachkitAnswer answer = await api.Get("campaigns");
        answer.ShouldBe(status);
        answer.Error.Should().Be(code);
        answer.Response.Headers.Contains("Retry-After").Should().Be(code == "rate_limited");
    }

    private static async Task<ReachkitAnswer> Ask(ReachkitApi api, string path, string? header, string value, (string Name, string Value)? second = null)
    {
        AuthenticationHeaderValue? saved = api.Http.DefaultRequestHeaders.Authorization;
        api.Http.DefaultRequestHeaders.Authorization = null;
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        if (second is var (name, other)) request.Headers.TryAddWithoutValidation(name, other);
        ReachkitAnswer answer = await api.Send(request);
        api.Http.DefaultRequestHeaders.Authorization = saved;
        return answer;
    }
}
