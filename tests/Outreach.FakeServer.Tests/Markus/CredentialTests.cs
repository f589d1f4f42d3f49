using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The credential table of section 1.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("", "AUTH_001")]
    [InlineData("Basic abc", "AUTH_001")]
    [InlineData("Bearer ", "AUTH_001")]
    [InlineData("Bearer something", "AUTH_001")]
    [InlineData("Bearer a.b.c", "AUTH_001")]
    [InlineData("Bearer mk_live_unknown", "APIKEY_001")]
    [InlineData("Bearer mk_live_0000000000000000000000000000000000", "APIKEY_001")]
    public async Task A_credential_that_is_no_key_is_refused(string authorization, string code)
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        MarkusAnswer answer = await world.SendAsync("GET", "auth/me", authorization: authorization);
        answer.Status.Should().Be(401);
        answer.Code.Should().Be(code);
        answer.Text.Should().MatchRegex("""^\{"success":false,"error":\{"code":"\w+","message":"invalid or missing API key","requestId":"req_[a-z0-9]{12}"\}\}$""");
        answer.Header("Content-Type").Should().Be("application/json; charset=utf-8");
        answer.Header("X-RateLimit-Limit").Should().BeNull();
    }

    [Theory]
    [InlineData(0, "AUTH_003", "session expired")]
    [InlineData(-60, "AUTH_003", "session expired")]
    [InlineData(1, "AUTH_001", "invalid or missing API key")]
    public async Task A_session_token_is_refused_by_its_expiry(int secondsFromNow, string code, string message)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        long exp = world.Fake.Clock.Now.ToUnixTimeSeconds() + secondsFromNow;
        string payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"sub":"x","exp":{{exp}}}""")));
        MarkusAnswer answer = await world.SendAsync("GET", "auth/me", authorization: $"Bearer eyJhbGciOiJIUzI1NiJ9.{payload}.c2ln");
        (answer.Status, answer.Code, answer.Reason).Should().Be((401, code, message));
    }

    [Fact]
    public async Task A_key_dies_by_expiry_and_a_revoked_one_stays_revoked_after_it()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string key = world.Fake.Markus.Account.CreateExpiringKey(world.Fake.Clock.Now.AddMinutes(1));
        (await world.SendAsync("GET", "auth/me", authorization: $"Bearer {key}")).Status.Should().Be(200);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        MarkusAnswer expired = await world.SendAsync("GET", "auth/me", authorization: $"Bearer {key}");
        (expired.Status, expired.Code, expired.Reason).Should().Be((401, "APIKEY_002", "API key expired"));

        string id = (string)(await world.GetAsync("api-keys")).Items[0]!["id"]!;
        (await world.DeleteAsync($"api-keys/{id}")).Status.Should().Be(200);
        MarkusAnswer revoked = await world.SendAsync("GET", "auth/me", authorization: $"Bearer {key}");
        (revoked.Status, revoked.Code, revoked.Reason).Should().Be((401, "APIKEY_003", "API key revoked"));
    }

    [Theory]
    [InlineData("campaigns:read", "campaigns", 200, null)]
    [InlineData("campaigns:write", "campaigns", 403, "APIKEY_004")]
    [InlineData("campaigns:read", "api-keys", 403, "AUTH_002")]
    [InlineData("campaigns:read", "auth/me", 200, null)]
    [InlineData("billing:read", "billing/plans", 200, null)]
    [InlineData("contacts:read", "billing/plans", 403, "APIKEY_004")]
    public async Task A_key_does_what_its_scopes_grant(string scope, string path, int status, string? code)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Key = world.Fake.Markus.CreateKey(scope);
        MarkusAnswer answer = await world.GetAsync(path);
        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
    }

    [Fact]
    public async Task Auth_me_tells_key_and_account()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.GetAsync("auth/me");
        ((string)answer.Data["key_prefix"]!).Should().Be(world.Key[..12]);
        ((string)answer.Data["last_used_at"]!).Should().Be("2026-03-02T09:00:00Z");
        ((string)answer.Data["account"]!["plan_id"]!).Should().Be("pro");
    }

    [Fact]
    public async Task Accounts_see_nothing_of_each_other()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string contact = await world.ContactAsync(campaign, "dana@acme.example");
        world.Key = world.Fake.Markus.CreateAccount().ApiKey;
        (await world.GetAsync("campaigns")).Items.Should().BeEmpty();
        (await world.GetAsync($"campaigns/{campaign}")).Code.Should().Be("CAMP_001");
        (await world.GetAsync($"contacts/{contact}")).Code.Should().Be("CONT_001");
        (await world.GetAsync($"contacts?campaign_id={campaign}")).Items.Should().BeEmpty();
        await world.ContactAsync(null, "dana@acme.example");
    }

    [Fact]
    public async Task Any_key_opens_an_account_of_its_own_when_that_is_wanted()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { AcceptAnyKey = true });
        string mine = await world.CampaignAsync();
        world.Key = "mk_live_whatever";
        (await world.GetAsync("auth/me")).Data["account"]!["plan_id"]!.GetValue<string>().Should().Be("scale");
        (await world.GetAsync("campaigns")).Items.Should().BeEmpty();
        string other = await world.CampaignAsync();
        (await world.GetAsync($"campaigns/{other}")).Status.Should().Be(200);
        (await world.GetAsync($"campaigns/{mine}")).Code.Should().Be("CAMP_001");
        (await world.SendAsync("GET", "auth/me", authorization: "Bearer mk_dev")).Data["key_prefix"]!.GetValue<string>().Should().StartWith("mk_live_");
        (await world.SendAsync("GET", "auth/me", authorization: "Bearer nonsense")).Code.Should().Be("AUTH_001");
    }
}
