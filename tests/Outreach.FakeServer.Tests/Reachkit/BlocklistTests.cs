namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class BlocklistTests
{
    [Fact]
    public async Task An_entry_is_trimmed_lower_cased_unique_and_can_go()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer entry = (await api.Post("blocklist", """{"email":"  CEO@Rival.IO "}""")).ShouldBe(201);
        entry.Data.EnumerateObject().Select(member => member.Name).Should().Equal("id", "email", "created_at");
        entry.Text("email").Should().Be("ceo@rival.io");
        entry.Text("created_at").Should().Be("2026-03-09T13:00:00Z");
        (await api.Post("blocklist", """{"email":"ceo@rival.io"}""")).ShouldFail(422, "already_exists", "email: has already been taken");
        (await api.Get("blocklist?search=RIVAL")).Ids.Should().Equal(entry.Text("id"));
        (await api.Delete($"blocklist/{entry.Text("id")}")).ShouldBe(204);
        (await api.Delete($"blocklist/{entry.Text("id")}")).ShouldFail(404, "not_found");
        (await api.Post("blocklist", """{"email":"ceo@rival.io"}""")).ShouldBe(201);
    }

    [Theory]
    [InlineData("ceo@rival.io", true)]
    [InlineData("%20CEO@RIVAL.io%20", true)]
    [InlineData("ceo%2Bx@rival.io", false)]
    [InlineData("cfo@rival.io", false)]
    public async Task An_address_matches_exactly(string email, bool blocked)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        await api.Post("blocklist", """{"email":"ceo@rival.io"}""");
        (await api.Get($"blocklist/check?email={email}")).Body.GetRawText().Should().Be(blocked ? """{"data":{"blocked":true}}""" : """{"data":{"blocked":false}}""");
    }

    [Theory]
    [InlineData("", "email: can't be blank")]
    [InlineData("?email=", "email: can't be blank")]
    [InlineData("?email=%20", "email: can't be blank")]
    [InlineData("?email=ceo", "email: is invalid")]
    [InlineData("?email=a@b", "email: is invalid")]
    [InlineData("?email=a%20b@c.io", "email: is invalid")]
    public async Task A_check_needs_an_address(string query, string detail)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Get("blocklist/check" + query)).ShouldFail(422, "validation_failed", detail);
    }

    [Theory]
    [InlineData("{}", "email: can't be blank")]
    [InlineData("""{"email":null}""", "email: can't be blank")]
    [InlineData("""{"email":"  "}""", "email: can't be blank")]
    [InlineData("""{"email":7}""", "email: is invalid")]
    [InlineData("""{"email":"a@b"}""", "email: is invalid")]
    public async Task An_entry_needs_an_address(string body, string detail)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post("blocklist", body)).ShouldFail(422, "validation_failed", detail);
    }

    [Fact]
    public async Task An_address_has_at_most_254_characters()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post("blocklist", $$"""{"email":"{{new string('a', 249)}}@b.io"}""")).ShouldBe(201);
        (await api.Post("blocklist", $$"""{"email":"{{new string('a', 250)}}@b.io"}""")).ShouldFail(422, "validation_failed", "email: is invalid");
        (await api.Post("blocklist", $$"""{"email":"{{string.Concat(Enumerable.Repeat("😀", 249))}}@b.io"}""")).ShouldBe(201);
    }
}
