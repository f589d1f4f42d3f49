using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Bulk;

public sealed class ImportTests
{
    private const string SliceOf500 = """{"success":true,"data":{"total":500,"created":500,"skipped":0,"failed":0,"results":[{"index":0,"status":"created"},{"index":499,"status":"failed","error":{"code":"CONT_003","message":"bad"}}]}}""";

    [Fact]
    public async Task Runs_at_the_limit_without_meeting_a_429()
    {
        VirtualTime time = new();
        WindowedHandler handler = new(time);
        using OutreachClient client = Clients.On(handler, time);

        await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(90_000))));

        handler.Throttled.Should().Be(0);
        handler.Requests.Should().Be(180);
        handler.Stored.Should().HaveCount(90_000).And.OnlyContain(row => row.Value == 1);
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(122), "three windows of 60 slices, of which the last takes three bursts of 20");
    }

    [Fact]
    public async Task Meets_429s_without_the_pacer_and_still_imports_each_row_once()
    {
        VirtualTime time = new();
        WindowedHandler handler = new(time);
        using OutreachClient client = Clients.On(handler, time, options => options.PaceBulkCalls = false);

        await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(45_000))));

        handler.Throttled.Should().BePositive();
        handler.Stored.Should().HaveCount(45_000).And.OnlyContain(row => row.Value == 1);
    }

    [Fact]
    public async Task Four_clients_that_share_a_key_and_know_nothing_of_each_other_stay_near_the_limit()
    {
        VirtualTime time = new();
        WindowedHandler handler = new(time);
        List<OutreachClient> clients = [.. Enumerable.Range(0, 4).Select(_ => Clients.On(handler, time))];

        await time.RunAsync(Task.WhenAll(clients.Select((client, i) => Drain(client.Markus.Contacts.ImportAllAsync(Rows(30_000, $"c{i}-"))))));

        handler.Stored.Should().HaveCount(120_000).And.OnlyContain(row => row.Value == 1);
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds((3 * 60 + 2) * 1.15));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Tells_progress_and_counts_rows_over_the_whole_source()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, SliceOf500));
        using OutreachClient client = Clients.On(handler, time);
        List<ImportProgress> told = [];

        List<BulkImportRowResult> rows = await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(2000), progress: new Told(told))));

        told.Select(p => p.Rows).Should().Equal(500, 1000, 1500, 2000);
        told[^1].Created.Should().Be(2000);
        rows.Select(row => row.Index).Should().Equal(0, 499, 500, 999, 1000, 1499, 1500, 1999);
    }

    [Fact]
    public async Task Resumes_from_a_row()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, SliceOf500));
        using OutreachClient client = Clients.On(handler, time);

        List<BulkImportRowResult> rows = await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(1500), firstRow: 1000)));

        handler.Sent.Should().ContainSingle().Which.Body.Should().Contain("r1000@x.example").And.NotContain("r999@x.example");
        rows[0].Index.Should().Be(1000);
    }

    [Fact]
    public async Task Reports_rows_as_unknown_when_a_slice_broke_off_and_never_sends_them_twice()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, SliceOf500), Answers.ResetInTheBody);
        using OutreachClient client = Clients.On(handler, time);
        List<BulkImportRowResult> rows = [];

        Task task = Collect(client.Markus.Contacts.ImportAllAsync(Rows(1500)), rows);
        await time.PassAsync(task);

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachConnectionException>();
        handler.Sent.Should().HaveCount(2);
        rows.Count(row => row.Status == ImportRowStatus.Unknown).Should().Be(500);
        rows[^1].Should().BeEquivalentTo(new { Index = 999, Email = "r999@x.example" });
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task Rows_are_unknown_only_when_they_may_have_reached_the_service(HttpRequestError error, bool isUnclear)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, _ => throw new HttpRequestException(error, "no"));
        using OutreachClient client = Clients.On(handler, time);
        List<BulkImportRowResult> rows = [];
        List<ImportProgress> told = [];

        Task task = Collect(client.Markus.Contacts.ImportAllAsync(Rows(10), progress: new Told(told)), rows);
        await time.PassAsync(task);

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachConnectionException>();
        rows.Count(row => row.Status == ImportRowStatus.Unknown).Should().Be(isUnclear ? 10 : 0);
        rows.Should().HaveCount(isUnclear ? 10 : 0);
        told.Select(progress => progress.Unknown).Should().Equal(isUnclear ? [10] : []);
    }

    [Fact]
    public async Task Progress_sums_up_every_outcome_over_the_slices()
    {
        VirtualTime time = new();
        StubHandler handler = new(time,
            Answers.Json(200, """{"success":true,"data":{"total":500,"created":490,"skipped":7,"failed":3,"results":[]}}"""),
            Answers.Json(200, """{"success":true,"data":{"total":500,"created":495,"skipped":1,"failed":4,"results":[]}}"""),
            Answers.Json(408, ""));
        using OutreachClient client = Clients.On(handler, time);
        List<ImportProgress> told = [];

        Task task = Drain(client.Markus.Contacts.ImportAllAsync(Rows(1200), progress: new Told(told)));
        await time.PassAsync(task);

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachApiException>();
        told.Should().Equal(
            new ImportProgress { Rows = 500, Created = 490, Skipped = 7, Failed = 3 },
            new ImportProgress { Rows = 1000, Created = 985, Skipped = 8, Failed = 7 },
            new ImportProgress { Rows = 1200, Created = 985, Skipped = 8, Failed = 7, Unknown = 200 });
    }

    [Fact]
    public async Task Every_slice_goes_to_the_campaign_and_treats_duplicates_as_asked()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, SliceOf500));
        using OutreachClient client = Clients.On(handler, time);

        await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(600), campaignId: "camp7", skipDuplicates: false)));

        handler.Sent.Should().HaveCount(2).And.OnlyContain(sent => sent.Body!.Contains("\"campaign_id\":\"camp7\"") && sent.Body.Contains("\"skip_duplicates\":false"));
    }

    [Theory]
    [InlineData(500, "CONT_007")]
    [InlineData(404, "CAMP_001")]
    [InlineData(429, "CONT_009")]
    public async Task A_refused_slice_is_thrown_without_outcomes(int status, string code)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(status, code));
        using OutreachClient client = Clients.On(handler, time);
        List<BulkImportRowResult> rows = [];

        Task task = Collect(client.Markus.Contacts.ImportAllAsync(Rows(10)), rows);
        await time.PassAsync(task);

        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachApiException>()).Which.Code.Value.Should().Be(code);
        rows.Should().BeEmpty();
        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_wait_that_was_too_long_to_begin_is_not_begun_by_the_next_job_either()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_001", ("Retry-After", "99999999999")), Answers.Json(200, SliceOf500));
        using OutreachClient client = Clients.On(handler, time);
        Task first = Drain(client.Markus.Contacts.ImportAllAsync(Rows(500)));
        await time.PassAsync(first);
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OutreachRateLimitException>();

        await time.RunAsync(Drain(client.Markus.Contacts.ImportAllAsync(Rows(500))));

        handler.Sent.Should().HaveCount(2);
        time.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(3, 2, 3)]
    public async Task An_import_waits_no_oftener_than_its_caller_says(int ofTheClient, int? ofTheCall, int attempts)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_001", ("Retry-After", "2")));
        using OutreachClient client = Clients.On(handler, time, options => (options.MaxRetries, options.PaceBulkCalls) = (ofTheClient, false));

        Task task = Drain(client.Markus.Contacts.ImportAllAsync(Rows(500), options: ofTheCall is null ? null : new() { MaxRetries = ofTheCall }));
        await time.PassAsync(task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachRateLimitException>();
        handler.Sent.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task A_service_that_says_at_once_for_ever_is_left_after_the_retries()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(429, "RATE_001", ("Retry-After", "0")));
        using OutreachClient client = Clients.On(handler, time, options => options.PaceBulkCalls = false);

        Task task = Drain(client.Markus.Contacts.ImportAllAsync(Rows(500)));
        await time.PassAsync(task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OutreachRateLimitException>();
        handler.Sent.Should().HaveCount(4);
    }

    [Fact]
    public async Task Single_calls_are_paced_on_demand()
    {
        VirtualTime time = new();
        WindowedHandler handler = new(time);
        using OutreachClient client = Clients.On(handler, time, options => options.PaceSingleCalls = true);

        Task task = CreateAsync(client, 3000);
        await time.PassAsync(task);
        await task;

        handler.Throttled.Should().Be(0);
        handler.Stored.Should().HaveCount(3000);
        time.Elapsed.Should().Be(TimeSpan.FromSeconds((49 * 60) + 2), "3000 writes at 60 a minute and 20 a second");
    }

    private static async Task CreateAsync(OutreachClient client, int count)
    {
        for (int i = 0; i < count; i++) await client.Markus.Contacts.CreateAsync(new() { Name = "x", Email = $"s{i}@x.example" }).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<ImportContactRow> Rows(int count, string prefix = "r")
    {
        for (int i = 0; i < count; i++) yield return new() { Email = $"{prefix}{i}@x.example" };
        await Task.CompletedTask;
    }

    private static async Task<List<T>> Drain<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await Collect(items, list).ConfigureAwait(false);
        return list;
    }

    private static async Task Collect<T>(IAsyncEnumerable<T> items, List<T> list)
    {
        await foreach (T item in items.ConfigureAwait(false)) list.Add(item);
    }

    private sealed class Told(List<ImportProgress> list) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => list.Add(value);
    }
}
