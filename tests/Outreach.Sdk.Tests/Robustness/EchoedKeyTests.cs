using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

/// <summary>A service, or a proxy before it, that repeats the key wherever an answer has room for it.</summary>
public sealed class EchoedKeyTests : IDisposable
{
    private const string Marker = "s3cr3t";
    private const string Markus = "mk_live_s3cr3t0123456789";
    private const string Reachkit = "rk/s3cr3t+0123=\"<456";
    private const string Token = "eyJh.s3cr3t.c2ln";

    private readonly ConcurrentQueue<string> _tags = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters;
    private readonly Lines _log = new();

    public EchoedKeyTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Outreach.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => _tags.Enqueue($"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Events.SelectMany(e => e.Tags).Select(tag => $"{tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(_spans);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "Outreach.Sdk") listener.EnableMeasurementEvents(instrument); } };
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Note(tags));
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(tags));
        _meters.Start();
    }

    public static TheoryData<string, int, string, string, string> Errors
    {
        get
        {
            string coded = $$$"""{"success":false,"error":{"code":"{{{Markus}}}","message":"No such key: Bearer {{{Markus.ToUpperInvariant()}}}.","requestId":"req-{{{Markus}}}","details":[{"field":"{{{Markus}}}","message":"{{{Markus}}} is unknown","kept":12.50},{"{{{Markus}}}":"x"},["mk_live\u005fs3cr3t0123456789"]]}}""";
            return new TheoryData<string, int, string, string, string>
            {
                { "coded", 401, coded, "application/json", "CODE" },
                { "coded", 400, coded, "application/json", "CODE" },
                { "coded", 429, coded, "application/json", "CODE" },
                { "coded", 503, coded, "application/json", "CODE" },
                { "only a text", 400, $$$"""{"error":"No such key: {{{Markus}}}","echo":{"authorization":"Bearer {{{Markus}}}"}}""", "application/json", "" },
                { "a page", 502, $"<html>{Markus}</html>", $"text/html; boundary={Markus}", "" },
                { "an odd type", 404, Markus, $"application/{Markus}", "" },
                { "a redirect", 302, $"moved to https://elsewhere.test/?key={Markus}", "text/plain", "" },
                { "a success of an odd type", 200, Markus, $"text/{Markus};x", "" },
                { "a success of another shape", 200, $$$$"""{"data":{"settings":{"{{{{Markus}}}}":[{"x":]}}}""", "application/json", "" },
                { "a success with the key for a number", 200, $$$$"""{"data":{"id":"c1","settings":{"daily_send_limit":"{{{{Markus}}}}"}}}""", "application/json", "" },
                { "an offer", 402, $$"""{"x402Version":1,"error":"{{Markus}}","accepts":[{"scheme":"exact","description":"for {{Markus}}"}],"type":"https://p.test/{{Markus}}","title":"{{Markus}}","detail":"no, {{Markus}}"}""", "application/json", "" },
            };
        }
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Nothing_that_the_client_says_of_an_answer_holds_the_key(string what, int status, string body, string type, string code)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answer(status, body, type, Markus));
        using OutreachClient client = Clients.On(handler, time, options => (options.Markus.ApiKey, options.LoggerFactory) = (Markus, _log));
        ResponseInfo? info = null;

        Exception thrown = await FailedAsync(time, client.Markus.Campaigns.GetAsync("c1", new() { OnResponse = given => info = given }));

        Said(thrown).Should().NotContainEquivalentOf(Marker, what);
        info!.ToString().Should().Contain("***").And.NotContainEquivalentOf(Marker);
        string.Join('\n', _tags).Should().Contain("***").And.NotContainEquivalentOf(Marker);
        _log.Text.Should().Contain("markus.campaigns.get failed").And.NotContainEquivalentOf(Marker);
        if (code.Length > 0) thrown.Should().BeAssignableTo<OutreachApiException>().Which.Code.Value.Should().Be("***");
    }

    [Fact]
    public async Task What_else_the_details_say_stays_as_it_came()
    {
        VirtualTime time = new();
        string details = $$"""[{"field":"key","message":"{{Markus}}","kept":12.50,"text":"ü <b> \"a\"","none":null,"yes":true},{"big":123456789012345678901234567890}]""";
        StubHandler handler = new(time, Answers.Json(400, $$$"""{"error":{"code":"VAL_001","message":"no","details":{{{details}}}}}"""));
        using OutreachClient client = Clients.On(handler, time, options => options.Markus.ApiKey = Markus);

        OutreachValidationException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachValidationException>()).Which;

        thrown.Details!.Value.GetRawText().Should().Be(details.Replace(Markus, "***", StringComparison.Ordinal));
        thrown.Fields.Should().Equal(new FieldError("key", "***"));
    }

    [Theory]
    [InlineData("""{ "a" : 1.0, "b":"c\u00fcd\n" }""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task Details_without_the_key_stay_as_they_came(string details)
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Json(400, $$$"""{"error":{"code":"VAL_001","message":"no","details":{{{details}}}}}""")), time);

        OutreachValidationException thrown = (await FluentActions.Awaiting(() => client.Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachValidationException>()).Which;

        thrown.Details!.Value.GetRawText().Should().Be(details);
    }

    [Theory]
    [InlineData(ReachkitKeyPlacement.Bearer)]
    [InlineData(ReachkitKeyPlacement.Header)]
    [InlineData(ReachkitKeyPlacement.Query)]
    public async Task A_key_is_found_in_its_escaped_forms_too(ReachkitKeyPlacement placement)
    {
        VirtualTime time = new();
        string escaped = Uri.EscapeDataString(Reachkit);
        string body = $$$"""{"error":"GET /campaigns?api_key={{{escaped}}} and {{{escaped.ToLowerInvariant()}}}","details":{"url":["/x?api_key={{{escaped}}}"],"key":[{{{JsonSerializer.Serialize(Reachkit)}}}],{{{JsonSerializer.Serialize(Reachkit)}}}:"y"}}""";
        StubHandler handler = new(time, Answer(400, body, "application/json", escaped));
        using OutreachClient client = Clients.On(handler, time, options => (options.Reachkit.ApiKey, options.Reachkit.KeyPlacement, options.LoggerFactory) = (Reachkit, placement, _log));

        Exception thrown = await FailedAsync(time, client.Reachkit.Campaigns.ListAsync());

        Said(thrown).Should().Contain("***").And.NotContainEquivalentOf(Marker);
        string.Join('\n', _tags).Should().NotContainEquivalentOf(Marker);
        _log.Text.Should().NotContainEquivalentOf(Marker);
    }

    [Fact]
    public async Task A_token_is_not_in_the_errors_of_GraphQL()
    {
        VirtualTime time = new();
        string body = $$$"""{"data":null,"errors":[{"message":"no: {{{Token}}}","extensions":{"code":"{{{Token}}}","requestId":"{{{Token}}}"}}]}""";
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Json(200, body)), time, options =>
        {
            options.Crm.BaseAddress = new Uri("https://crm.test");
            options.Crm.TokenProvider = _ => ValueTask.FromResult(Token);
        });

        Exception typed = await FailedAsync(time, client.Crm.GraphQL.QueryAsync("{x}", null, CrmJson.Default.GraphQLRequest));
        GraphQLResponse response = await client.Crm.GraphQL.ExecuteAsync(new GraphQLRequest { Query = "{x}" });

        typed.Should().BeOfType<GraphQLException>().Which.Message.Should().Be("***: no: ***");
        Said(typed).Should().NotContainEquivalentOf(Marker);
        response.Errors!.Single().Extensions!.RequestId.Should().Be("***");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nthis is no header " + Markus + "\r\n\r\n")]
    [InlineData("HTTP/1.1 2x0 " + Markus + "\r\n\r\n")]
    [InlineData(Markus + "\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + Markus + "\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nno trailer " + Markus + "\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + Markus + "\r\nContent-Length: 3\r\n\r\nabc")]
    public async Task Nothing_that_is_said_of_a_broken_connection_holds_the_key(string answer)
    {
        await using RawServer server = RawServer.Sending(answer);
        using OutreachClient client = new(new OutreachClientOptions { Markus = { ApiKey = Markus, BaseAddress = server.Address }, MaxRetries = 0, LoggerFactory = _log });

        Exception thrown = await FailedAsync(null, client.Markus.Campaigns.GetAsync("c1"));

        thrown.Should().BeAssignableTo<OutreachException>();
        Said(thrown).Should().NotContainEquivalentOf(Marker);
        string.Join('\n', _tags).Should().Contain("markus.campaigns.get").And.NotContainEquivalentOf(Marker);
        _log.Text.Should().Contain("markus.campaigns.get failed").And.NotContainEquivalentOf(Marker);
    }

    [Theory]
    [InlineData("HTTP/1.1 302 " + Markus + "\r\nLocation: https://elsewhere.test/" + Markus + "\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 401 " + Markus + "\r\nWWW-Authenticate: Bearer realm=\"" + Markus + "\"\r\nSet-Cookie: key=" + Markus + "\r\nRetry-After: " + Markus + "\r\nX-RateLimit-Limit: " + Markus + "\r\nContent-Length: 0\r\n\r\n")]
    public async Task Nor_does_the_log_of_the_HttpClient_factory(string answer)
    {
        await using RawServer server = RawServer.Sending(answer);
        ServiceCollection services = new();
        services.AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
        services.AddOutreach(options => (options.Markus.ApiKey, options.Markus.BaseAddress, options.MaxRetries) = (Markus, server.Address, 0));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Exception thrown = await FailedAsync(null, provider.GetRequiredService<OutreachClient>().Markus.Campaigns.GetAsync("c1"));

        thrown.Should().BeAssignableTo<OutreachException>();
        Said(thrown).Should().NotContainEquivalentOf(Marker);
        _log.Text.Should().Contain("Sending HTTP request").And.Contain("markus.campaigns.get failed").And.NotContainEquivalentOf(Marker);
    }

    [Fact]
    public async Task A_download_that_breaks_off_does_not_tell_the_key()
    {
        await using RawServer server = RawServer.Sending($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n{Markus}\r\n");
        using OutreachClient client = new(new OutreachClientOptions { Reachkit = { ApiKey = Markus, BaseAddress = server.Address } });

        Exception thrown = await FailedAsync(null, ReadAsync());

        thrown.Should().BeOfType<OutreachConnectionException>();
        Said(thrown).Should().NotContainEquivalentOf(Marker);

        async Task ReadAsync()
        {
            await using Download file = await client.Reachkit.Conversations.DownloadAttachmentAsync("c1", "a1");
            await file.Content.CopyToAsync(Stream.Null);
        }
    }

    [Fact]
    public async Task An_inner_exception_that_told_the_key_keeps_its_kind_and_reason()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, $"outer {Markus}", new HttpIOException(HttpRequestError.InvalidResponse, $"inner {Markus}")));
        using OutreachClient client = Clients.On(handler, time, options => (options.Markus.ApiKey, options.MaxRetries) = (Markus, 0));

        OutreachConnectionException thrown = (OutreachConnectionException)await FailedAsync(time, client.Markus.Campaigns.GetAsync("c1"));

        thrown.WasNotSent.Should().BeTrue();
        HttpRequestException outer = thrown.InnerException.Should().BeOfType<HttpRequestException>().Subject;
        outer.HttpRequestError.Should().Be(HttpRequestError.ConnectionError);
        outer.Message.Should().Be("outer ***");
        outer.StackTrace.Should().Contain(nameof(StubHandler));
        outer.InnerException.Should().BeOfType<HttpIOException>().Which.Message.Should().Be("inner *** (InvalidResponse)");
    }

    private static async Task<Exception> FailedAsync(VirtualTime? time, Task call)
    {
        try
        {
            if (time is not null) await time.PassAsync(call);
            await call;
        }
        catch (Exception e)
        {
            return e;
        }

        throw new InvalidOperationException("The call did not fail.");
    }

    private static Func<CancellationToken, Task<HttpResponseMessage>> Answer(int status, string body, string type, string echo) => async token =>
    {
        HttpResponseMessage response = await Answers.Text(status, body, type, ("X-Request-Id", $"req-{echo}"), ("Location", $"https://elsewhere.test/{echo}"), ("X-Echo", echo))(token);
        response.ReasonPhrase = echo;
        response.TrailingHeaders.TryAddWithoutValidation("X-Trailer", echo);
        return response;
    };

    /// <summary>All that an exception says, in words and in its members, and those within it.</summary>
    private static string Said(Exception error)
    {
        StringBuilder said = new(error.ToString());
        for (Exception? link = error; link is not null; link = link.InnerException)
        {
            foreach (DictionaryEntry entry in link.Data) said.Append(' ').Append(entry.Key).Append(' ').Append(entry.Value);
            foreach (System.Reflection.PropertyInfo property in link.GetType().GetProperties().Where(p => p.Name is not ("InnerException" or "TargetSite" or "Data")))
                said.Append(' ').Append(property.GetValue(link) switch { IEnumerable<FieldError> fields => string.Join(' ', fields), var value => value });
        }

        if (error is OutreachPaymentRequiredException payment) said.Append(payment.Offers.X402V1?.Accepts[0]).Append(payment.Offers.X402V1?.Error);
        return said.ToString();
    }

    private void Note(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach ((string key, object? value) in tags) _tags.Enqueue($"{key}={value}");
    }

    /// <summary>Everything that is logged, exceptions and scopes included.</summary>
    private sealed class Lines : ILoggerFactory, ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            _lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => _lines.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => value.Value)) : "")}");

        public void Dispose() { }
    }
}
