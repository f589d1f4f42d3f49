namespace Outreach.FakeServer.Tests.Markus;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_works_at_once_and_dies_at_once()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer created = await world.PostAsync("api-keys", """{"name":"  CI agent ","scopes":["campaigns:read","contacts:read"],"expires_at":"2027-03-01T01:00:00+01:00"}""");
        created.Status.Should().Be(201);
        string raw = (string)created.Data["key"]!;
        raw.Should().MatchRegex("^mk_live_[A-Za-z0-9]{32}$");
        created.Data["name"]!.GetValue<string>().Should().Be("CI agent");
        created.Data["expires_at"]!.GetValue<string>().Should().Be("2027-03-01T00:00:00Z");
        created.Data["key_prefix"]!.GetValue<string>().Should().Be(raw[..12]);

        MarkusAnswer list = await world.GetAsync("api-keys");
        list.Items.Should().HaveCount(2);
        list.Items[0]!["id"]!.GetValue<string>().Should().Be(created.Id, "the newest comes first");
        list.Text.Should().NotContain(raw);

        (await world.SendAsync("GET", "campaigns", authorization: $"Bearer {raw}")).Status.Should().Be(200);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        MarkusAnswer revoked = await world.DeleteAsync($"api-keys/{created.Id}");
        revoked.Data["status"]!.GetValue<string>().Should().Be("revoked");
        revoked.Data["revoked_at"]!.GetValue<string>().Should().Be("2026-03-02T09:00:01Z");
        (await world.SendAsync("GET", "campaigns", authorization: $"Bearer {raw}")).Code.Should().Be("APIKEY_003");
        await world.PassAsync(TimeSpan.FromSeconds(1));
        (await world.DeleteAsync($"api-keys/{created.Id}")).Data["revoked_at"]!.GetValue<string>().Should().Be("2026-03-02T09:00:01Z");
        (await world.DeleteAsync("api-keys/00000000-0000-4000-8000-000000000000")).Code.Should().Be("SERVER_003");
    }

    [Theory]
    [InlineData("""{}""", "name", "scopes")]
    [InlineData("""{"name":" ","scopes":["*"]}""", "name")]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["*","campaigns:read"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["campaigns:read","campaigns:read"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["campaigns:delete"]}""", "scopes[0]")]
    [InlineData("""{"name":"x","scopes":"*"}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["*"],"expires_at":"2026-03-02T09:00:00Z"}""", "expires_at")]
    [InlineData("""{"name":"x","scopes":["*"],"expires_at":"tomorrow"}""", "expires_at")]
    [InlineData("""{"name":7,"scopes":[1]}""", "name", "scopes[0]")]
    public async Task A_bad_key_is_refused_member_by_member(string body, params string[] fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("api-keys", body);
        (answer.Status, answer.Code).Should().Be((400, "SERVER_002"));
        answer.Fields.Should().Equal(fields);
    }

    [Fact]
    public async Task Ten_keys_are_active_at_most()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        const string Body = """{"name":"x","scopes":["*"]}""";
        string last = "";
        for (int i = 0; i < 9; i++) last = (await world.PostAsync("api-keys", Body)).Id;
        MarkusAnswer refused = await world.PostAsync("api-keys", Body);
        (refused.Status, refused.Code, refused.Header("Retry-After")).Should().Be((429, "APIKEY_005", null));
        await world.DeleteAsync($"api-keys/{last}");
        (await world.PostAsync("api-keys", Body)).Status.Should().Be(201);
    }
}
