using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class SocialTests
{
    [Theory]
    [InlineData("FACEBOOK", "page", "pages_manage_posts", "pages_read_engagement")]
    [InlineData("INSTAGRAM", "business", "instagram_basic", "instagram_content_publish")]
    [InlineData("TWITTER", "profile", "tweet.read", "tweet.write")]
    [InlineData("LINKEDIN", "company", "w_member_social")]
    public async Task A_flow_ends_in_a_connection_of_the_platforms_kind(string platform, string type, params string[] permissions)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Connection(platform);
        CrmAnswer connection = (await api.Get($"social/connections/{id}")).ShouldBe(200);
        connection.Text("accountType").Should().Be(type);
        connection.Body.GetProperty("permissions").EnumerateArray().Select(item => item.GetString()).Should().Equal(permissions);
        connection.Text("tokenExpiry").Should().Be("2026-05-31T09:00:00Z");
        connection.Text("connectedBy").Should().Be("user_123");
        connection.Text("connectedByName").Should().Be("Club Admin");
        connection.Body.GetProperty("lastUsedAt").ValueKind.Should().Be(JsonValueKind.Null);
        connection.Body.GetRawText().Should().NotContainAny("token\"", "secret");
    }

    [Fact]
    public async Task The_callback_answers_six_members_and_takes_its_state_once_within_ten_minutes()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string body = """{"tenantId":"tenant_123","platform":"FACEBOOK","redirectUri":"https://app.example/cb","clubId":"club_1"}""";
        string state = (await api.Post("social/connections/connect", body)).ShouldBe(200).Text("state");
        (await Callback(state, "TWITTER")).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");
        CrmAnswer first = (await Callback(state)).ShouldBe(201);
        first.Body.EnumerateObject().Select(member => member.Name).Should().Equal("id", "platform", "accountId", "accountName", "isActive", "createdAt");
        (await Callback(state)).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");
        (await Callback("st_made_up")).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");

        state = (await api.Post("social/connections/connect", body)).Text("state");
        await api.Advance(TimeSpan.FromMinutes(10));
        (await Callback(state)).ShouldFail(400, "VALIDATION_ERROR", "state is unknown or expired");

        state = (await api.Post("social/connections/connect", body)).Text("state");
        (await Callback(state)).ShouldBe(201).Text("id").Should().Be(first.Text("id"));
        (await api.Get("social/connections?tenantId=tenant_123&clubId=club_1")).Ids.Should().Equal(first.Text("id"));
        api.Control.FailNextNetworkCall();
        state = (await api.Post("social/connections/connect", body)).Text("state");
        (await Callback(state)).ShouldFail(502, "UPSTREAM_ERROR");
        (await api.Post("social/connections/connect", """{"tenantId":"tenant_123","platform":"FACEBOOK","redirectUri":"/cb"}""")).ShouldFail(400, "VALIDATION_ERROR", "redirectUri must be an absolute URL");

        Task<CrmAnswer> Callback(string given, string platform = "FACEBOOK") => api.Post("social/connections/callback", $$"""{"platform":"{{platform}}","code":"c1","state":"{{given}}"}""");
    }

    [Fact]
    public async Task A_token_is_renewed_a_week_before_it_ends_and_a_refusal_for_good_ends_the_connection()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Connection();
        await api.Advance(TimeSpan.FromDays(83));
        (await api.Get($"social/connections/{id}")).Text("tokenExpiry").Should().Be("2026-08-22T09:00:00Z");
        (await api.Post($"social/connections/{id}/refresh")).ShouldBe(200);

        api.Control.FailNextTokenRefresh(forGood: false);
        (await api.Post($"social/connections/{id}/refresh")).ShouldFail(502, "UPSTREAM_ERROR");
        (await api.Get($"social/connections/{id}")).Body.GetProperty("isActive").GetBoolean().Should().BeTrue();
        api.Control.FailNextTokenRefresh();
        await api.Advance(TimeSpan.FromDays(83));
        CrmAnswer dead = await api.Get($"social/connections/{id}");
        dead.Body.GetProperty("isActive").GetBoolean().Should().BeFalse();
        dead.Text("lastError").Should().Be("Token refresh failed");
        (await api.Post($"social/connections/{id}/refresh")).ShouldFail(400, "INVALID_STATE", "Social connection is inactive, connect the account again");
        (await api.Post("social/posts", $$"""{"tenantId":"tenant_123","connectionId":"{{id}}","content":"x"}""")).ShouldFail(400, "INVALID_STATE", "Social connection is inactive, connect the account again");
        (await api.Connection()).Should().Be(id);
        (await api.Get("social/connections?tenantId=tenant_123&isActive=true")).Ids.Should().Equal(id);
    }

    [Theory]
    [InlineData("DRAFT", "schedule", "SCHEDULED")]
    [InlineData("DRAFT", "publish", "PUBLISHED")]
    [InlineData("DRAFT", "cancel", null)]
    [InlineData("SCHEDULED", "schedule", "SCHEDULED")]
    [InlineData("SCHEDULED", "publish", "PUBLISHED")]
    [InlineData("SCHEDULED", "cancel", "CANCELLED")]
    [InlineData("FAILED", "schedule", "SCHEDULED")]
    [InlineData("FAILED", "publish", "PUBLISHED")]
    [InlineData("FAILED", "cancel", null)]
    [InlineData("PUBLISHED", "schedule", null)]
    [InlineData("PUBLISHED", "publish", null)]
    [InlineData("PUBLISHED", "cancel", null)]
    [InlineData("CANCELLED", "schedule", null)]
    [InlineData("CANCELLED", "publish", null)]
    [InlineData("CANCELLED", "cancel", null)]
    public async Task A_post_moves_as_the_table_says(string from, string verb, string? to)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await In(api, from);
        CrmAnswer answer = await api.Post($"social/posts/{id}/{verb}", verb == "schedule" ? """{"scheduledAt":"2026-03-05T00:00:00Z"}""" : null);
        if (to is null) answer.ShouldFail(400, "INVALID_STATE", $"Cannot {verb} a {from} post");
        else answer.ShouldBe(200).Text("status").Should().Be(to);
        bool open = from is "DRAFT" or "SCHEDULED" or "FAILED";
        if (to is null) (await api.Patch($"social/posts/{id}", """{"content":"new"}""")).ShouldBe(open ? 200 : 400);
        if (to is null) (await api.Delete($"social/posts/{id}")).ShouldBe(from == "PUBLISHED" ? 400 : 204);
    }

    [Fact]
    public async Task A_scheduled_post_is_published_on_time_and_its_engagement_grows()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string id = await api.Post(connection, "Entries are open.", ""","scheduledAt":"2026-03-02T10:00:00Z","mediaUrls":["https://cdn.example.com/a.jpg"],"hashtags":["golf"]""");
        (await api.Get($"social/posts/{id}")).Text("status").Should().Be("SCHEDULED");
        (await api.Post($"social/posts/{id}/sync-engagement")).ShouldFail(400, "INVALID_STATE", "Cannot sync engagement of a SCHEDULED post");
        await api.Advance(TimeSpan.FromHours(1));
        CrmAnswer post = await api.Get($"social/posts/{id}");
        post.Text("status").Should().Be("PUBLISHED");
        post.Text("publishedAt").Should().Be("2026-03-02T10:00:00Z");
        post.Text("platformPostId").Should().StartWith("fb_");
        post.Number("reach").Should().Be(0);
        post.Of("engagementSyncedAt").Should().BeNull();
        (await api.Get($"social/connections/{connection}")).Text("lastUsedAt").Should().Be("2026-03-02T10:00:00Z");

        await Shows(TimeSpan.FromMinutes(90), 1, "2026-03-02T11:00:00Z");
        await Shows(TimeSpan.FromHours(22.5), 24, "2026-03-03T10:00:00Z");
        await Shows(TimeSpan.FromHours(5), 24, "2026-03-03T10:00:00Z");
        (await api.Post($"social/posts/{id}/sync-engagement")).ShouldBe(200).Number("reach").Should().Be(40 * 29);
        await Shows(TimeSpan.FromHours(2), 30, "2026-03-03T16:00:00Z");
        await Shows(TimeSpan.FromDays(20), 168, "2026-03-23T10:00:00Z");
        api.Fake.Clock.Pending.Should().OnlyContain(pending => pending.Kind == "crm.tokenRefresh");
        api.Control.FailNextNetworkCall();
        (await api.Post($"social/posts/{id}/sync-engagement")).ShouldFail(502, "UPSTREAM_ERROR");

        async Task Shows(TimeSpan later, int hours, string syncedAt)
        {
            await api.Advance(later);
            CrmAnswer shown = await api.Get($"social/posts/{id}");
            shown.Number("reach").Should().Be(40 * hours);
            shown.Number("impressions").Should().Be(55 * hours);
            shown.Number("likes").Should().Be(2 * hours);
            shown.Number("comments").Should().Be(hours / 4);
            shown.Number("shares").Should().Be(hours / 6);
            shown.Text("engagementSyncedAt").Should().Be(syncedAt);
        }
    }

    [Fact]
    public async Task A_refused_publication_stands_on_the_post_and_the_connection()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string id = await api.Post(connection, "x", "");
        api.Control.SetTokenExpiry(connection, api.Now);
        CrmAnswer failed = (await api.Post($"social/posts/{id}/publish")).ShouldBe(200);
        failed.Text("status").Should().Be("FAILED");
        failed.Text("error").Should().Be("Access token expired");
        failed.Number("retryCount").Should().Be(1);
        (await api.Get($"social/connections/{connection}")).Text("lastError").Should().Be("Access token expired");
        CrmAnswer again = (await api.Post($"social/posts/{id}/schedule", """{"scheduledAt":"2026-03-05T00:00:00Z"}""")).ShouldBe(200);
        again.Of("error").Should().BeNull();
        again.Number("retryCount").Should().Be(0);
        (await api.Post($"social/posts/{id}/schedule", """{"scheduledAt":"2026-03-01T00:00:00Z"}""")).ShouldFail(400, "VALIDATION_ERROR", "scheduledAt must be in the future");
    }

    [Fact]
    public async Task The_window_of_a_network_fills_and_opens_again()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection("INSTAGRAM");
        for (int i = 0; i < 25; i++) (await api.Post($"social/posts/{await api.Post(connection, "x", "")}/publish")).Text("status").Should().Be("PUBLISHED");
        string last = await api.Post(connection, "x", "");
        (await api.Post($"social/posts/{last}/publish")).Text("error").Should().Be("Publishing limit of the network reached");
        await api.Advance(TimeSpan.FromHours(24));
        (await api.Post($"social/posts/{last}/publish")).Text("status").Should().Be("PUBLISHED");
    }

    [Fact]
    public async Task The_scheduled_posts_of_a_removed_connection_fail_and_stay()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection();
        string scheduled = await api.Post(connection, "x", ",\"scheduledAt\":\"2026-03-05T00:00:00Z\"");
        string draft = await api.Post(connection, "y", "");
        (await api.Delete($"social/connections/{connection}")).ShouldBe(204);
        (await api.Get($"social/connections/{connection}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Social connection not found");
        CrmAnswer failed = await api.Get($"social/posts/{scheduled}");
        failed.Text("status").Should().Be("FAILED");
        failed.Text("error").Should().Be("Social connection removed");
        (await api.Get($"social/posts/{draft}")).Text("status").Should().Be("DRAFT");
        (await api.Post($"social/posts/{draft}/publish")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Social connection not found");
        await api.Advance(TimeSpan.FromDays(5));
        (await api.Connection()).Should().NotBe(connection);
    }

    [Fact]
    public async Task Posts_are_listed_by_connection_platform_campaign_and_status()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string campaign = await api.Campaign(null);
        string facebook = await api.Connection();
        string twitter = await api.Connection("TWITTER");
        string one = await api.Post(facebook, "x", $",\"campaignId\":\"{campaign}\"");
        string two = await api.Post(twitter, "y", "");
        (await api.Get("social/posts?tenantId=tenant_123&platform=TWITTER")).Ids.Should().Equal(two);
        (await api.Get($"social/posts?tenantId=tenant_123&connectionId={facebook}&campaignId={campaign}&status=DRAFT")).Ids.Should().Equal(one);
        (await api.Get("social/connections?tenantId=tenant_123")).Ids.Should().Equal(facebook, twitter);
        (await api.Post("social/posts", $$"""{"tenantId":"tenant_123","connectionId":"{{facebook}}","content":"  "}""")).ShouldFail(400, "VALIDATION_ERROR", "content must not be empty");
        (await api.Post("social/posts", $$"""{"tenantId":"tenant_123","connectionId":"nope","content":"x"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Social connection not found");
    }

    private static async Task<string> In(CrmApi api, string state)
    {
        string id = await api.Post(await api.Connection(), "x", state is "SCHEDULED" or "CANCELLED" ? ",\"scheduledAt\":\"2026-03-04T00:00:00Z\"" : "");
        if (state == "FAILED") api.Control.FailNextPublication("Refused");
        if (state is "FAILED" or "PUBLISHED") (await api.Post($"social/posts/{id}/publish")).ShouldBe(200);
        if (state == "CANCELLED") (await api.Post($"social/posts/{id}/cancel")).ShouldBe(200);
        (await api.Get($"social/posts/{id}")).Text("status").Should().Be(state);
        return id;
    }
}
