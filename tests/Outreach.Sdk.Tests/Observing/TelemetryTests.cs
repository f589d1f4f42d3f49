using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Observing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_span_says_how_the_operation_went_and_holds_no_key_query_or_body()
    {
        VirtualTime time = new();
        string host = $"{Guid.NewGuid():N}.test";
        StubHandler handler = new(time, Answers.Error(503, "AI_001", ("Retry-After", "1")), Answers.Error(404, "CAMP_001"));
        using OutreachClient client = Clients.On(handler, time, options => options.Markus.BaseAddress = new Uri($"https://{host}/"));
        ConcurrentQueue<Activity> spans = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Outreach.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("server.address"), host)) spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await time.PassAsync(client.Markus.Contacts.ListAsync(new() { Search = "needle" }));

        Activity span = spans.Should().ContainSingle().Subject;
        span.OperationName.Should().Be("markus.contacts.list");
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.TagObjects.Should().Contain(new KeyValuePair<string, object?>("outreach.attempts", 2))
            .And.Contain(new KeyValuePair<string, object?>("http.response.status_code", 404))
            .And.Contain(new KeyValuePair<string, object?>("outreach.error.code", "CAMP_001"))
            .And.Contain(new KeyValuePair<string, object?>("outreach.request_id", "req_1"));
        string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")).Should().NotContainAny("secret", "needle");
    }

    [Fact]
    public async Task The_meter_measures_operations_and_retries()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"), Answers.Ok);
        using OutreachClient client = Clients.On(handler, time);
        ConcurrentQueue<(string Name, double Value, string? Operation)> measured = new();
        using MeterListener listener = new() { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "Outreach.Sdk") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => measured.Enqueue((i.Name, value, Operation(tags))));
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => measured.Enqueue((i.Name, value, Operation(tags))));
        listener.Start();

        await time.PassAsync(client.Markus.Billing.ListPlansAsync());

        measured.Where(m => m.Operation == "markus.billing.listPlans").Should().Contain(m => m.Name == "outreach.client.operation.duration" && m.Value == 0.375)
            .And.Contain(m => m.Name == "outreach.client.retries" && m.Value == 1);

        static string? Operation(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach ((string key, object? value) in tags)
                if (key == "outreach.operation") return value as string;
            return null;
        }
    }

    [Fact]
    public async Task The_log_tells_of_repetitions_and_failures_and_never_of_a_key()
    {
        VirtualTime time = new();
        LineLog log = new();
        StubHandler handler = new(time, Answers.Error(500, "SERVER_001"), Answers.Ok, Answers.Error(401, "AUTH_001"));
        using OutreachClient client = Clients.On(handler, time, options => options.LoggerFactory = log);

        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1"));
        await time.PassAsync(client.Markus.Campaigns.GetAsync("c1"));

        log.Lines.Should().Equal(
            "Information markus.campaigns.get is repeated in 00:00:00.3750000 after attempt 1: 500 SERVER_001.",
            "Debug markus.campaigns.get was answered 200 after 2 attempt(s).",
            "Warning markus.campaigns.get failed after 1 attempt(s): 401 AUTH_001.");
    }

    private sealed class LineLog : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{logLevel} {formatter(state, exception)}");

        public void Dispose() { }
    }
}
