using System.Globalization;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Sentences of sections 1 to 3 and 7 that meet each other.</summary>
public sealed class CallRuleTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task A_key_is_used_by_whatever_authenticates_and_by_nothing_else()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        string used = world.Fake.Markus.CreateKey("campaigns:read");
        async Task<string?> LastUsedAsync() => (string?)(await world.GetAsync("api-keys")).Items[0]!["last_used_at"];
        (await LastUsedAsync()).Should().BeNull();
        await world.SendAsync("GET", "nowhere", authorization: $"Bearer {used}");
        await world.SendAsync("PUT", "campaigns", authorization: $"Bearer {used}");
        (await LastUsedAsync()).Should().BeNull("route and method are looked at before the key");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        (await world.SendAsync("GET", "contacts", authorization: $"Bearer {used}")).Status.Should().Be(403);
        (await LastUsedAsync()).Should().Be("2026-03-02T09:00:01Z");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 20; i++) await world.SendAsync("GET", "auth/me", authorization: $"Bearer {used}");
        (await LastUsedAsync()).Should().Be("2026-03-02T09:00:02Z");
        // The limits stay full while the clock moves within the second.
        await world.PassAsync(TimeSpan.FromMilliseconds(500));
        (await world.SendAsync("GET", "auth/me", authorization: $"Bearer {used}")).Status.Should().Be(429);
    }

    [Fact]
    public async Task A_throttled_request_uses_the_key_too()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        string used = world.Fake.Markus.CreateKey("campaigns:read");
        for (int i = 0; i < 120; i++)
        {
            await world.SendAsync("GET", "auth/me", authorization: $"Bearer {used}");
            if (i % 20 == 19) await world.PassAsync(TimeSpan.FromSeconds(1));
        }

        await world.PassAsync(TimeSpan.FromSeconds(10));
        (await world.SendAsync("GET", "auth/me", authorization: $"Bearer {used}")).Status.Should().Be(429);
        ((string)(await world.GetAsync("api-keys")).Items[0]!["last_used_at"]!).Should().Be("2026-03-02T09:00:16Z");
    }

    [Fact]
    public async Task The_burst_limit_answers_before_the_global_one_which_counts_nowhere_when_it_refuses()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        for (int i = 0; i < 120; i++)
        {
            if (i > 0 && i % 20 == 0) await world.PassAsync(TimeSpan.FromSeconds(1));
            (await world.GetAsync("auth/me")).Status.Should().Be(200);
        }

        (await world.GetAsync("auth/me")).Header("X-RateLimit-Limit").Should().Be("20", "both are full, and burst is looked at first");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 25; i++) (await world.GetAsync("auth/me")).Header("X-RateLimit-Limit").Should().Be("120", "what the global limit refuses does not count in burst");
    }

    [Fact]
    public async Task A_request_without_the_scope_does_not_count_in_its_bucket_and_one_that_the_bucket_refuses_is_not_looked_at()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        string key = world.Fake.Markus.CreateKey("discovery:read");
        for (int i = 0; i < 7; i++) (await world.SendAsync("POST", "discovery/search", "{", authorization: $"Bearer {key}")).Code.Should().Be("APIKEY_004");
        for (int i = 0; i < 5; i++) (await world.SendAsync("POST", "discovery/search", "{")).Code.Should().Be("SERVER_005", "whatever comes of it, it counts");
        MarkusAnswer refused = await world.SendAsync("POST", "discovery/search", "{");
        (refused.Status, refused.Code, refused.Header("Retry-After"), refused.Header("X-RateLimit-Limit"), refused.Header("X-RateLimit-Remaining")).Should().Be((429, "DISC_006", "3600", "5", "0"));
        await world.PassAsync(TimeSpan.FromSeconds(3599));
        (await world.SendAsync("POST", "discovery/search", "{")).Header("Retry-After").Should().Be("1");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        (await world.SendAsync("POST", "discovery/search", "{")).Code.Should().Be("SERVER_005");
    }

    [Fact]
    public async Task Windows_begin_at_multiples_of_their_length()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        await world.PassAsync(TimeSpan.FromSeconds(42.25));
        MarkusAnswer first = await world.PostAsync("ai/analyze-response", """{"text":"x"}""");
        first.Header("X-RateLimit-Reset").Should().Be($"{DateTimeOffset.Parse("2026-03-02T09:01:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds()}");
        for (int i = 1; i < 20; i++) await world.PostAsync("ai/analyze-response", """{"text":"x"}""");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        MarkusAnswer refused = await world.PostAsync("ai/analyze-response", """{"text":"x"}""");
        (refused.Code, refused.Header("Retry-After")).Should().Be(("AI_004", "17"), "16.75 seconds are left");
        await world.PassAsync(TimeSpan.FromSeconds(16));
        (await world.PostAsync("ai/analyze-response", """{"text":"x"}""")).Header("Retry-After").Should().Be("1");
        await world.PassAsync(TimeSpan.FromSeconds(0.75));
        (await world.PostAsync("ai/analyze-response", """{"text":"x"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_bulk_call_counts_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        (await world.PostAsync("contacts/import", ContactImportTests.Rows(100))).Header("X-RateLimit-Remaining").Should().Be("59");
    }

    [Theory]
    [InlineData("campaigns/{campaign}", "GET", null, "CAMP_001")]
    [InlineData("campaigns/{campaign}", "PATCH", """{"name":"x"}""", "CAMP_001")]
    [InlineData("campaigns/{campaign}", "DELETE", null, "CAMP_001")]
    [InlineData("campaigns/{campaign}/contacts", "GET", null, "CAMP_001")]
    [InlineData("campaigns/{campaign}/analyze-product", "POST", null, "CAMP_001")]
    [InlineData("campaigns/{campaign}/target-profiles", "GET", null, "CAMP_001")]
    [InlineData("campaigns/{campaign}/target-profiles", "POST", """{"name":"x"}""", "CAMP_001")]
    [InlineData("campaigns/{campaign}/target-profiles/{profile}", "DELETE", null, "CAMP_001")]
    [InlineData("campaigns/usage?campaign_id={campaign}", "GET", null, "CAMP_001")]
    [InlineData("analytics/campaigns/{campaign}", "GET", null, "CAMP_001")]
    [InlineData("contacts", "POST", """{"email":"x@acme.example","campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("contacts/{free}", "PATCH", """{"campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("contacts/import", "POST", """{"campaign_id":"{campaign}","contacts":[{"email":"x@acme.example"}]}""", "CAMP_001")]
    [InlineData("ai/generate", "POST", """{"campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("ai/strategy", "POST", """{"campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("discovery/search", "POST", """{"query":"bars","sources":["web"],"campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("discovery/search/profiles", "POST", """{"campaign_id":"{campaign}"}""", "CAMP_001")]
    [InlineData("contacts/{contact}", "GET", null, "CONT_001")]
    [InlineData("contacts/{contact}", "PATCH", """{"name":"x"}""", "CONT_001")]
    [InlineData("contacts/{contact}", "DELETE", null, "CONT_001")]
    [InlineData("contacts/{contact}/conversations", "GET", null, "CONT_001")]
    [InlineData("channels/availability?contact_id={contact}", "GET", null, "CONT_001")]
    [InlineData("ai/generate", "POST", """{"instructions":"x","contact_id":"{contact}"}""", "CONT_001")]
    [InlineData("channels/send", "POST", """{"channel":"email","contact_id":"{contact}","subject":"s","body":"b"}""", "CONT_001")]
    public async Task What_was_deleted_or_belongs_to_another_account_answers_404_everywhere(string path, string method, string? body, string code)
    {
        foreach (bool deleted in (bool[])[true, false])
        {
            await using MarkusWorld world = await MarkusWorld.StartAsync();
            string campaign = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
            string profile = (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"x","keywords":["x"]}""")).Id;
            string contact = await world.ContactAsync(campaign, "dana@acme.example");
            if (deleted)
            {
                await world.DeleteAsync($"campaigns/{campaign}");
                await world.DeleteAsync($"contacts/{contact}");
            }
            else
            {
                world.Key = world.Fake.Markus.CreateAccount().ApiKey;
            }

            string free = await world.ContactAsync(null, "free@acme.example");
            string Named(string text) => text.Replace("{campaign}", campaign, StringComparison.Ordinal).Replace("{contact}", contact, StringComparison.Ordinal).Replace("{profile}", profile, StringComparison.Ordinal).Replace("{free}", free, StringComparison.Ordinal);
            MarkusAnswer answer = await world.SendAsync(method, Named(path), body is null ? null : Named(body));
            (answer.Status, answer.Code).Should().Be((404, code), deleted ? "it was deleted" : "it is another's");
        }
    }

    [Theory]
    [InlineData("POST", "messages/{message}/approve", null, "MSG_005")]
    [InlineData("POST", "messages/{message}/reject", null, "MSG_005")]
    [InlineData("POST", "messages/{message}/retry", null, "MSG_005")]
    [InlineData("POST", "messages/{message}/feedback", """{"feedback":"x"}""", "MSG_005")]
    [InlineData("GET", "conversations/{conversation}", null, "CONV_001")]
    [InlineData("GET", "conversations/{conversation}/messages", null, "CONV_001")]
    [InlineData("POST", "conversations/{conversation}/read", null, "CONV_001")]
    [InlineData("GET", "ai/suggestions/{conversation}", null, "CONV_001")]
    [InlineData("POST", "ai/analyze-response", """{"conversation_id":"{conversation}"}""", "CONV_001")]
    [InlineData("POST", "ai/analyze-response", """{"message_id":"{message}"}""", "MSG_005")]
    [InlineData("POST", "ai/generate", """{"instructions":"x","conversation_id":"{conversation}"}""", "CONV_001")]
    [InlineData("POST", "channels/send", """{"channel":"email","conversation_id":"{conversation}","body":"b"}""", "CONV_001")]
    [InlineData("POST", "channels/send", """{"channel":"email","contact_id":"{own}","account_id":"{sender}","subject":"s","body":"b"}""", "SERVER_003")]
    [InlineData("GET", "discovery/jobs/{job}", null, "DISC_002")]
    [InlineData("DELETE", "api-keys/{key}", null, "SERVER_003")]
    [InlineData("GET", "conversations?contact_id={contact}", null, null)]
    [InlineData("GET", "messages/pending", null, null)]
    [InlineData("GET", "api-keys", null, null)]
    [InlineData("GET", "analytics/overview", null, null)]
    public async Task Nothing_of_one_account_is_seen_by_another(string method, string path, string? body, string? code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync();
        await world.ContactAsync(campaign, "bea@acme.example");
        string conversation = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;
        string sender = (string)(await world.GetAsync("channels/accounts")).Items[0]!["id"]!;
        string job = (await world.PostAsync("discovery/search", """{"query":"bars","sources":["web"]}""")).Id;
        string key = (string)(await world.GetAsync("api-keys")).Items[0]!["id"]!;
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;
        string own = await world.ContactAsync(null, "dana@acme.example");
        (string, string)[] names = [("message", message), ("contact", contact), ("conversation", conversation), ("sender", sender), ("job", job), ("key", key), ("own", own)];
        string Named(string text) => names.Aggregate(text, (named, name) => named.Replace($"{{{name.Item1}}}", name.Item2, StringComparison.Ordinal));
        MarkusAnswer answer = await world.SendAsync(method, Named(path), body is null ? null : Named(body));
        answer.Code.Should().Be(code, answer.Text);
        foreach ((string _, string id) in names[..^1]) answer.Text.Should().NotContain(id);
        if (path == "analytics/overview") ((int)answer.Data["messages"]!["sent"]!, (int)answer.Data["contacts"]!["total"]!, (int)answer.Data["pending_approval"]!).Should().Be((0, 1, 0));
    }

    [Fact]
    public async Task A_bulk_decision_does_not_reach_another_accounts_message()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, _) = await world.SentAsync();
        await world.ContactAsync(campaign, "bea@acme.example");
        string pending = (await world.PendingAsync()).Single();
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;
        MarkusAnswer answer = await world.PostAsync("messages/bulk", $$"""{"action":"approve","message_ids":["{{pending}}"]}""");
        answer.Data["results"]![0]!.ToJsonString().Should().Be($$$"""{"message_id":"{{{pending}}}","success":false,"status":null,"error":{"code":"MSG_005","message":"message not found"}}""");
    }

    [Theory]
    [InlineData("POST", "ai/generate", $$"""{"campaign_id":"{{Nobody}}","contact_id":"{{Nobody}}","conversation_id":"{{Nobody}}"}""", "CAMP_001")]
    [InlineData("POST", "ai/generate", $$"""{"instructions":"x","contact_id":"{{Nobody}}","conversation_id":"{{Nobody}}"}""", "CONT_001")]
    [InlineData("POST", "channels/send", $$"""{"channel":"email","contact_id":"{{Nobody}}","account_id":"{{Nobody}}","subject":"s","body":"b"}""", "CONT_001")]
    [InlineData("POST", "channels/send", $$"""{"channel":"email","conversation_id":"{{Nobody}}","account_id":"{{Nobody}}","body":"b"}""", "CONV_001")]
    [InlineData("PATCH", $"contacts/{Nobody}", $$"""{"campaign_id":"{{Nobody}}"}""", "CONT_001")]
    [InlineData("POST", "discovery/search/profiles", $$"""{"campaign_id":"{{Nobody}}","target_profile_ids":["{{Nobody}}"]}""", "CAMP_001")]
    [InlineData("DELETE", $"campaigns/{Nobody}/target-profiles/{Nobody}", null, "CAMP_001")]
    public async Task Of_several_unknown_resources_the_path_comes_first_and_then_the_members_in_their_order(string method, string path, string? body, string code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.SendAsync(method, path, body)).Code.Should().Be(code);
    }

    [Fact]
    public async Task State_rules_come_before_allowances_and_allowances_before_the_filter()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string sent) = await world.SentAsync();
        string other = await world.ContactAsync(null, "other@acme.example");
        await world.ContactAsync(campaign, "bea@acme.example");
        string pending = (await world.PendingAsync()).Single();
        string product = await world.CampaignAsync(objective: "product_promotion");
        world.Fake.Markus.Account.PlanId = null;
        (await world.PostAsync("contacts", """{"email":"dana@acme.example"}""")).Code.Should().Be("CONT_002");
        (await world.PostAsync("contacts", """{"email":"new@acme.example"}""")).Code.Should().Be("CONT_009");
        (await world.PostAsync($"messages/{sent}/approve")).Code.Should().Be("MSG_004");
        (await world.PostAsync($"messages/{sent}/feedback", """{"feedback":"[filtered]"}""")).Code.Should().Be("MSG_004");
        (await world.PostAsync($"messages/{pending}/feedback", """{"feedback":"[filtered]"}""")).Code.Should().Be("AI_004");
        (await world.PostAsync($"messages/{pending}/approve")).Code.Should().Be("MSG_015");
        (await world.PostAsync($"campaigns/{product}/analyze-product")).Code.Should().Be("SERVER_005");
        (await world.PostAsync($"campaigns/{product}/analyze-product", """{"description":"x"}""")).Code.Should().Be("AI_004");
        (await world.GetAsync($"campaigns/{product}")).Data["product"].Should().BeNull("a refused call changes nothing");
        (await world.PatchAsync($"contacts/{other}", """{"email":"dana@acme.example"}""")).Code.Should().Be("CONT_002");
        (await world.PostAsync("channels/send", $$"""{"channel":"linkedin","contact_id":"{{contact}}","body":"x"}""")).Code.Should().Be("SERVER_005");
        (await world.PostAsync("channels/send", $$"""{"channel":"email","contact_id":"{{contact}}","body":"x"}""")).Code.Should().Be("MSG_015");
    }

    [Theory]
    [InlineData("campaigns/{campaign}/analyze-product")]
    [InlineData("messages/{message}/reject")]
    [InlineData("webhooks/{webhook}/test")]
    public async Task An_optional_body_is_JSON_where_there_is_one(string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string spent, _, _) = await world.SentAsync();
        await world.ContactAsync(spent, "bea@acme.example");
        string message = (await world.PendingAsync()).Single();
        string campaign = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
        string webhook = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["*"]}""")).Id;
        path = path.Replace("{campaign}", campaign, StringComparison.Ordinal).Replace("{message}", message, StringComparison.Ordinal).Replace("{webhook}", webhook, StringComparison.Ordinal);
        (await world.SendAsync("POST", path, "{}", "text/plain")).Code.Should().Be("SERVER_005");
        (await world.SendAsync("POST", path, "{", "application/json")).Code.Should().Be("SERVER_005");
        (await world.SendAsync("POST", path, "  ", "application/json")).Code.Should().Be("SERVER_005", "blanks are no JSON");
        (await world.SendAsync("POST", path, "", "text/plain")).Status.Should().BeLessThan(300, "an empty body means {}");
    }

    [Theory]
    [InlineData("api-keys", """{"name":"%","scopes":["*"]}""", "name", "x")]
    [InlineData("campaigns", """{"name":"%","objective_type":"custom"}""", "name", "x")]
    [InlineData("campaigns", """{"name":"n","objective_type":"custom","description":"%"}""", "description", " x ")]
    [InlineData("contacts", """{"email":"a@acme.example","name":"%"}""", "name", " x ")]
    [InlineData("contacts", """{"name":"n","email":"%a@acme.example "}""", "email", "xa@acme.example")]
    [InlineData("discovery/search", """{"query":"%y","sources":["web"]}""", "query", "x y")]
    public async Task Texts_are_trimmed_where_the_schema_says_so_and_kept_elsewhere(string path, string body, string member, string kept)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync(path, body.Replace("%", member == "email" ? " x" : " x ", StringComparison.Ordinal));
        ((string)answer.Data[member]!).Should().Be(kept, answer.Text);
    }

    [Fact]
    public async Task Ids_are_of_version_4_and_in_lower_case()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync();
        foreach (string id in (string[])[campaign, contact, message, (string)(await world.GetAsync("conversations")).Items[0]!["id"]!, (string)(await world.GetAsync("notifications")).Items[0]!["id"]!, (string)(await world.GetAsync("api-keys")).Items[0]!["id"]!])
            id.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Theory]
    [InlineData("POST", "ai/generate", """{"campaign_id":"{campaign}","contact_id":"{contact}","conversation_id":"{conversation}"}""")]
    [InlineData("POST", "ai/strategy", """{"campaign_id":"{campaign}"}""")]
    [InlineData("POST", "ai/analyze-response", """{"message_id":"{inbound}"}""")]
    [InlineData("POST", "channels/send", """{"channel":"email","conversation_id":"{conversation}","account_id":"{sender}","body":"b"}""")]
    [InlineData("POST", "discovery/search/profiles", """{"campaign_id":"{campaign}","target_profile_ids":["{profile}"]}""")]
    [InlineData("POST", "contacts/import", """{"campaign_id":"{campaign}","contacts":[{"email":"x@acme.example"}]}""")]
    [InlineData("PATCH", "contacts/{contact}", """{"campaign_id":"{campaign}"}""")]
    [InlineData("DELETE", "campaigns/{campaign}/target-profiles/{profile}", null)]
    [InlineData("DELETE", "notifications/{notification}", null)]
    [InlineData("GET", "conversations?campaign_id={campaign}&contact_id={contact}", null)]
    [InlineData("GET", "conversations/metrics?campaign_id={campaign}", null)]
    [InlineData("GET", "analytics/performance?campaign_id={campaign}", null)]
    [InlineData("GET", "analytics/response-times?campaign_id={campaign}", null)]
    [InlineData("GET", "analytics/contact-types?campaign_id={campaign}", null)]
    [InlineData("GET", "channels/availability?contact_id={contact}", null)]
    [InlineData("GET", "messages/pending?campaign_id={campaign}", null)]
    public async Task An_id_in_upper_case_means_the_same_everywhere(string method, string path, string? body)
    {
        string[] answers = await Task.WhenAll(((bool[])[false, true]).Select(async upper =>
        {
            await using MarkusWorld world = await MarkusWorld.StartAsync();
            (string campaign, string contact, string _) = await world.SentAsync();
            await world.ContactAsync(campaign, "bea@acme.example");
            string profile = (await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"x","keywords":["x"]}""")).Id;
            string conversation = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;
            string inbound = world.Fake.Markus.Receive(conversation, "Yes");
            string sender = (string)(await world.GetAsync("channels/accounts")).Items[0]!["id"]!;
            string notification = (string)(await world.GetAsync("notifications")).Items[0]!["id"]!;
            (string, string)[] names = [("campaign", campaign), ("contact", contact), ("profile", profile), ("conversation", conversation), ("inbound", inbound), ("sender", sender), ("notification", notification)];
            string Named(string text) => names.Aggregate(text, (named, name) => named.Replace($"{{{name.Item1}}}", upper ? name.Item2.ToUpperInvariant() : name.Item2, StringComparison.Ordinal));
            MarkusAnswer answer = await world.SendAsync(method, Named(path), body is null ? null : Named(body));
            answer.Status.Should().BeLessThan(300, answer.Text);
            return answer.Text;
        }));
        answers[1].Should().Be(answers[0]);
    }

    [Theory]
    [InlineData("campaigns?page=2147483647&limit=100")]
    [InlineData("contacts?page=2147483647&limit=100")]
    [InlineData("contacts?page=2147483647&sort=name")]
    [InlineData("conversations?page=2147483647&limit=100")]
    [InlineData("messages/pending?page=2147483647&limit=100")]
    [InlineData("notifications?page=2147483647&limit=100")]
    public async Task A_page_far_past_the_end_is_empty(string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, _, _) = await world.SentAsync();
        await world.ContactAsync(campaign, "bea@acme.example");
        MarkusAnswer answer = await world.GetAsync(path);
        answer.Items.Should().BeEmpty();
        ((int)answer.Body["pagination"]!["total"]!, (bool)answer.Body["pagination"]!["has_more"]!).Should().Match<(int Total, bool More)>(page => page.Total > 0 && !page.More);
    }

    [Theory]
    [InlineData("campaigns?status=paused&status=nonsense")]
    [InlineData("contacts?tag=")]
    [InlineData("contacts?limit=")]
    [InlineData("contacts?campaign_id=")]
    [InlineData("contacts?include_deleted=True")]
    [InlineData("contacts?limit=0x10")]
    [InlineData("contacts?page=99999999999")]
    [InlineData("contacts?limit=%202")]
    [InlineData("contacts?sort=NAME")]
    [InlineData("analytics/overview?start_date=2026-3-1")]
    [InlineData("analytics/performance?interval=Day")]
    public async Task A_query_value_keeps_to_its_form(string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.GetAsync(path);
        if (path.Contains("status=paused", StringComparison.Ordinal)) return;
        (answer.Status, answer.Code).Should().Be((400, "SERVER_005"), answer.Text);
    }

    [Fact]
    public async Task Expired_and_revoked_keys_are_listed_and_do_not_count_as_active()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        for (int i = 0; i < 9; i++) (await world.PostAsync("api-keys", """{"name":"x","scopes":["messages:write","campaigns:read"],"expires_at":"2026-03-02T10:00:00Z"}""")).Status.Should().Be(201);
        (await world.PostAsync("api-keys", """{"name":"x","scopes":["*"]}""")).Code.Should().Be("APIKEY_005");
        await world.PassToAsync("2026-03-02T10:00:00Z");
        (await world.PostAsync("api-keys", """{"name":"x","scopes":["*"]}""")).Status.Should().Be(201);
        MarkusAnswer list = await world.GetAsync("api-keys");
        list.Items.Count(item => (string)item!["status"]! == "expired").Should().Be(9);
        list.Items[1]!["scopes"]!.ToJsonString().Should().Be("""["messages:write","campaigns:read"]""", "scopes keep the order in which they were given");
        await world.PassToAsync("2026-05-01T00:00:00Z");
        (await world.PostAsync("api-keys", """{"name":"x","scopes":["*"]}""")).Status.Should().Be(201);
    }

    [Fact]
    public async Task A_key_may_revoke_itself()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer key = await world.PostAsync("api-keys", """{"name":"x","scopes":["*"]}""");
        world.Key = (string)key.Data["key"]!;
        (await world.DeleteAsync($"api-keys/{key.Id}")).Status.Should().Be(200);
        (await world.DeleteAsync($"api-keys/{key.Id}")).Code.Should().Be("APIKEY_003");
    }
}
