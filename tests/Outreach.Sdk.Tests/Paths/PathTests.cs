using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Paths;

public sealed class PathTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task An_id_that_would_lead_elsewhere_is_refused_by_name(string? id)
    {
        using OutreachClient client = Clients.On(new StubHandler(TimeProvider.System, Answers.Ok), TimeProvider.System);

        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync(id!)).Should().ThrowAsync<ArgumentException>()).WithParameterName("campaignId");
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("a?b=c", "a%3Fb%3Dc")]
    [InlineData("a#b", "a%23b")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("@me:x", "%40me%3Ax")]
    public async Task Any_other_id_stays_one_segment(string id, string encoded)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        await client.Markus.Campaigns.GetAsync(id);

        handler.Sent.Should().ContainSingle().Which.Uri.AbsoluteUri.Should().Be("https://markusai.dev/api/v1/campaigns/" + encoded);
    }

    [Theory]
    [InlineData("hello@acme.dev", "hello@acme.dev")]
    [InlineData("a+b@acme.dev", "a+b@acme.dev")]
    [InlineData("a%40b", "a%2540b")]
    [InlineData("a/b?c", "a%2Fb%3Fc")]
    public async Task A_mailbox_goes_with_its_at_sign_as_mailmark_does_not_decode_its_paths(string address, string sent)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"deleted":true}"""));
        using OutreachClient client = Clients.On(handler, time, options => options.Mailmark.ApiKey = "dm_live_x");

        await client.Mailmark.Mailboxes.DeleteAsync(address);

        handler.Sent.Should().ContainSingle().Which.Uri.AbsoluteUri.Should().EndWith("/v1/mailboxes/" + sent);
    }

    [Fact]
    public async Task Query_values_are_encoded()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":[]}"""));
        using OutreachClient client = Clients.On(handler, time);

        await client.Markus.Contacts.ListAsync(new() { Search = "a&b=c +ü#?", Page = 3 });

        handler.Sent.Should().ContainSingle().Which.Uri.Query.Should().Contain("search=a%26b%3Dc%20%2B%C3%BC%23%3F").And.Contain("page=3");
    }

    [Fact]
    public async Task A_key_in_a_query_value_does_not_show_in_an_error()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Refused), time, options =>
        {
            options.MaxRetries = 0;
            options.Reachkit.ApiKey = "secret";
            options.Reachkit.KeyPlacement = ReachkitKeyPlacement.Query;
        });

        (await FluentActions.Awaiting(() => client.Reachkit.Campaigns.ListAsync()).Should().ThrowAsync<OutreachConnectionException>()).Which.ToString().Should().NotContain("secret");
    }
}
