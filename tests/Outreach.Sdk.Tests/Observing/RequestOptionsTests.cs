using System.Net;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Observing;

public sealed class RequestOptionsTests
{
    [Theory]
    [InlineData("Authorization", "x")]
    [InlineData("authorization", "x")]
    [InlineData("X-API-Key", "x")]
    [InlineData("Host", "x")]
    [InlineData("Content-Length", "1")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("X Y", "x")]
    [InlineData("", "x")]
    [InlineData("X-A:", "x")]
    [InlineData("X-A", "x\r\nX-B: y")]
    [InlineData("X-A", "Grün")]
    public void A_header_that_is_not_the_callers_is_refused(string name, string value)
        => FluentActions.Invoking(() => new RequestOptions { Headers = new Dictionary<string, string> { [name] = value } }).Should().Throw<ArgumentException>();

    [Fact]
    public void Timeout_and_retries_are_checked()
    {
        FluentActions.Invoking(() => new RequestOptions { AttemptTimeout = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new RequestOptions { MaxRetries = -1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Extra_headers_go_with_every_attempt()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1", new() { Headers = new Dictionary<string, string> { ["X-Trace"] = "t", ["User-Agent"] = "mine" } }));

        handler.Sent.Should().HaveCount(2).And.OnlyContain(sent => sent.Headers["X-Trace"] == "t" && sent.Headers["User-Agent"] == "mine" && sent.Headers["Authorization"] == "Bearer " + Clients.MarkusKey);
    }

    [Fact]
    public async Task Headers_count_as_they_were_when_they_were_checked()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);
        Dictionary<string, string> headers = new() { ["X-Trace"] = "t" };
        RequestOptions options = new() { Headers = headers };

        headers["X-Trace"] = "u\r\nX-Evil: 1";
        headers["Authorization"] = "Bearer other";
        await client.Markus.Campaigns.GetAsync("c1", options);

        SentRequest sent = handler.Sent.Should().ContainSingle().Subject;
        sent.Headers["X-Trace"].Should().Be("t");
        sent.Headers["Authorization"].Should().Be("Bearer " + Clients.MarkusKey);
        options.Headers.Should().Equal(new Dictionary<string, string> { ["X-Trace"] = "t" });
    }

    [Fact]
    public async Task The_callback_hears_of_good_answers()
    {
        VirtualTime time = new();
        ResponseInfo? heard = null;
        long reset = time.Start.ToUnixTimeSeconds() + 60;
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"), Answers.Json(200, Answers.Campaign, ("X-Request-Id", "r9"), ("X-RateLimit-Limit", "120"), ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", reset.ToString())));
        using OutreachClient client = Clients.On(handler, time);

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1", new() { OnResponse = info => heard = info }));

        heard.Should().Be(new ResponseInfo("markus.campaigns.get", HttpStatusCode.OK, "r9", 2, new RateLimit(120, 7, DateTimeOffset.FromUnixTimeSeconds(reset))));
    }

    [Fact]
    public async Task The_callback_hears_of_bad_answers()
    {
        VirtualTime time = new();
        ResponseInfo? heard = null;
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Error(404, "CAMP_001")), time);

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1", new() { OnResponse = info => heard = info }));

        heard.Should().Be(new ResponseInfo("markus.campaigns.get", HttpStatusCode.NotFound, "req_1", 1, null));
    }
}
