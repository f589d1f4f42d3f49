using System.Net;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

public sealed class BadAnswerTests
{
    private const string Html = "<!doctype html><html><body>Sign in to the hotel's network</body></html>";

    public static TheoryData<string, string, string?> Successes => new()
    {
        { "HTML", Html, "text/html" },
        { "HTML that claims to be JSON", Html, "application/json" },
        { "HTML without a type", Html, null },
        { "nothing", "", "application/json" },
        { "white space", "  ", "application/json" },
        { "half a body", """{"success":true,"data":{"id":"c1","na""", "application/json" },
        { "an unclosed envelope", """{"success":true,"data":{"id":"c1"}""", "application/json" },
        { "two bodies", Support.Answers.Campaign + Support.Answers.Campaign, "application/json" },
        { "another shape", """[1,2,3]""", "application/json" },
        { "another shape inside", """{"data":[1,2,3]}""", "application/json" },
        { "another type inside", """{"data":{"id":{"a":1}}}""", "application/json" },
        { "no result", """{"success":true}""", "application/json" },
        { "null for a result", """{"success":true,"data":null}""", "application/json" },
        { "a number", "17", "application/json" },
        { "JSON under another type", Support.Answers.Campaign, "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task A_success_that_breaks_the_contract_is_typed_and_not_repeated(string what, string body, string? type)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Support.Answers.Text(200, body, type));
        using OutreachClient client = Clients.On(handler, time);

        OutreachResponseException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachResponseException>()).Which;

        thrown.StatusCode.Should().Be(HttpStatusCode.OK);
        thrown.Operation.Should().Be("markus.campaigns.get");
        thrown.Message.Should().NotContain("hotel", what);
        handler.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(401, typeof(OutreachAuthenticationException))]
    [InlineData(403, typeof(OutreachPermissionException))]
    [InlineData(404, typeof(OutreachNotFoundException))]
    [InlineData(409, typeof(OutreachConflictException))]
    [InlineData(400, typeof(OutreachValidationException))]
    [InlineData(422, typeof(OutreachValidationException))]
    [InlineData(429, typeof(OutreachRateLimitException))]
    [InlineData(405, typeof(OutreachApiException))]
    [InlineData(501, typeof(OutreachApiException))]
    [InlineData(520, typeof(OutreachApiException))]
    public async Task An_error_page_still_gives_the_statuss_type(int status, Type type)
    {
        foreach ((string body, string? mediaType) in new (string, string?)[] { (Html, "text/html"), ("", null), ("{\"error\":", "application/json"), ("[]", "application/json"), ("{\"error\":{\"code\":7}}", "application/json") })
        {
            VirtualTime time = new();
            using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Text(status, body, mediaType)), time, options => options.MaxRetries = 0);

            OutreachApiException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachApiException>()).Which;

            thrown.Should().BeOfType(type);
            ((int)thrown.StatusCode).Should().Be(status);
            thrown.Code.IsNone.Should().BeTrue();
            thrown.Message.Should().NotContain("hotel");
        }
    }

    [Fact]
    public async Task Of_a_large_error_page_only_the_beginning_is_read()
    {
        VirtualTime time = new();
        CountingStream page = new(10 * 1024 * 1024);
        using OutreachClient client = Clients.On(new StubHandler(time, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(page) })), time);

        await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachNotFoundException>();

        page.Count.Should().BeLessThan(200 * 1024);
    }

    [Fact]
    public async Task A_success_above_the_size_limit_is_not_read_on()
    {
        VirtualTime time = new();
        CountingStream page = new(10 * 1024 * 1024);
        using OutreachClient client = Clients.On(new StubHandler(time, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(page) })), time, options => options.MaxResponseSize = 100_000);

        await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachResponseException>().WithMessage("*larger than 100000 bytes*");

        page.Count.Should().BeLessThan(300 * 1024);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task A_success_of_just_the_size_limit_is_read(int more, bool passes)
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Ok), time, options => options.MaxResponseSize = Support.Answers.Campaign.Length + more);

        Func<Task> get = () => client.Markus.Campaigns.GetAsync("c1");

        if (passes) await get.Should().NotThrowAsync();
        else await get.Should().ThrowAsync<OutreachResponseException>();
    }

    [Fact]
    public async Task A_call_that_was_cancelled_leaves_nothing_behind_for_the_next()
    {
        StubHandler handler = new(TimeProvider.System, Support.Answers.Hangs, Support.Answers.Ok);
        using OutreachClient client = Clients.On(handler, TimeProvider.System);
        using CancellationTokenSource source = new();
        Task first = client.Markus.Campaigns.GetAsync("c1", cancellationToken: source.Token);
        await source.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();

        (await client.Markus.Campaigns.GetAsync("c1", new() { MaxRetries = 0 }, TestContext.Current.CancellationToken)).Id.Should().Be("c1");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Support.Answers.Text(status, "", null, ("Location", "https://elsewhere.example/")));
        using OutreachClient client = Clients.On(handler, time);

        await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachResponseException>().WithMessage("*redirects are not followed*");

        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_that_names_no_type_is_taken_for_JSON()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Text(200, Support.Answers.Campaign, null)), time);

        (await client.Markus.Campaigns.GetAsync("c1")).Id.Should().Be("c1");
    }

    [Fact]
    public async Task An_error_whose_body_names_no_request_has_the_id_of_the_header()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Text(404, Html, "text/html", ("X-Request-Id", "req_9"))), time);

        (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachNotFoundException>()).Which.RequestId.Should().Be("req_9");
    }

    [Fact]
    public async Task An_error_whose_body_never_comes_is_known_by_its_status()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new SilentStream()) }));
        using OutreachClient client = Clients.On(handler, time, options => options.AttemptTimeout = TimeSpan.FromSeconds(10));

        Task task = client.Markus.Campaigns.GetAsync("c1");
        await time.PassAsync(task);

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachNotFoundException>();
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_clients_own_handler_follows_no_redirects() => OutreachClient.NewHandler().AllowAutoRedirect.Should().BeFalse();

    [Fact]
    public async Task Members_that_are_unknown_are_passed_over_in_any_order()
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Json(200, "\ufeff{\"new\":[{\"data\":1}],\"data\":{\"newer\":{},\"id\":\"c1\"},\"last\":null}")), time);

        (await client.Markus.Campaigns.GetAsync("c1")).Id.Should().Be("c1");
    }

    [Fact]
    public async Task A_page_is_read_with_its_figures_before_or_after_the_items()
    {
        foreach (string body in new[]
        {
            """{"success":true,"data":[{"id":"c1"}],"pagination":{"page":2,"limit":1,"total":3,"total_pages":3,"has_more":true,"other":{}}}""",
            """{"pagination":{"page":2,"limit":1,"total":3,"total_pages":3,"has_more":true},"success":true,"data":[{"id":"c1"}]}""",
        })
        {
            VirtualTime time = new();
            using OutreachClient client = Clients.On(new StubHandler(time, Support.Answers.Json(200, body)), time);

            Page<Campaign> page = await client.Markus.Campaigns.ListAsync();

            page.Items.Should().ContainSingle().Which.Id.Should().Be("c1");
            page.Should().BeEquivalentTo(new { Number = 2, Size = 1, Total = 3, TotalPages = 3, HasMore = true }, options => options.ExcludingMissingMembers());
        }
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }

    private sealed class CountingStream(int length) : MemoryStream(new byte[length])
    {
        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }
    }
}
