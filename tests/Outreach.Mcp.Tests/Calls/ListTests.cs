using System.Collections.Concurrent;
using System.Text.Json;
using System.Web;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Calls;

public sealed class ListTests
{
    [Fact]
    public async Task A_page_says_how_to_go_on()
    {
        await using AgentSession session = await AgentSession.LiveAsync(Markus(total: 45), Keys.OfMarkus);

        (await session.DoAsync("contacts_list")).GetProperty("_note").GetString().Should().Contain("20 of 45").And.Contain("page=2").And.Contain("all_pages=true");
        (await session.DoAsync("contacts_list", """{"page":3}""")).TryGetProperty("_note", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Offsets_and_cursors_lead_on_too()
    {
        StubHandler crm = new(200, """{"data":[{"id":"1"},{"id":"2"}],"meta":{"total":9,"skip":4,"take":2,"hasMore":true}}""");
        await using AgentSession customers = await AgentSession.LiveAsync(crm, Keys.OfAll, settings => settings with { Apis = ["crm"] });
        (await customers.DoAsync("customers_list", """{"skip":4,"take":2}""")).GetProperty("_note").GetString().Should().Contain("skip=6");

        StubHandler mailmark = new(200, """{"domain":"a.example","total":9,"items":[{"email":"a@b.example","unsubscribedAt":1750000000000}],"hasMore":true}""");
        await using AgentSession suppressions = await AgentSession.LiveAsync(mailmark, Keys.OfAll, settings => settings with { Apis = ["mailmark"] });
        (await suppressions.DoAsync("suppressions_list")).GetProperty("_note").GetString().Should().Contain("after=1750000000000");
    }

    [Fact]
    public async Task All_pages_are_fetched_with_progress()
    {
        await using AgentSession session = await AgentSession.LiveAsync(Markus(total: 45), Keys.OfMarkus);
        await using Collector progress = new(session, expected: 3);

        CallToolResult result = await session.CallAsync("contacts_list", """{"all_pages":true}""", progress);

        result.StructuredContent!.Value.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(0, 45));
        result.StructuredContent!.Value.TryGetProperty("_note", out _).Should().BeFalse();
        (await progress.Reports).Select(report => (report.Progress, report.Total)).Should().BeEquivalentTo([(20f, 45f), (40f, 45f), (45f, 45f)]);
    }

    [Fact]
    public async Task An_export_ends_at_a_page_when_the_result_is_full()
    {
        await using AgentSession session = await AgentSession.LiveAsync(Markus(total: 2000, padding: 100), Keys.OfMarkus, settings => settings with { MaxResult = 20_000 });

        JsonElement result = await session.DoAsync("contacts_list", """{"all_pages":true}""");

        int count = result.GetProperty("data").GetArrayLength();
        (count % 20).Should().Be(0);
        count.Should().BeInRange(60, 180);
        result.GetProperty("_note").GetString().Should().Contain($"{count} of 2000").And.Contain($"page={(count / 20) + 1}");
        result.GetRawText().Length.Should().BeLessThan(21_000);
    }

    [Fact]
    public async Task A_result_that_is_too_long_is_trimmed_and_says_so()
    {
        await using AgentSession session = await AgentSession.LiveAsync(Markus(total: 100, padding: 3000), Keys.OfMarkus, settings => settings with { MaxResult = 10_000 });

        CallToolResult result = await session.CallAsync("contacts_list");

        string note = result.StructuredContent!.Value.GetProperty("_note").GetString()!;
        note.Should().Contain("Trimmed to 10000 characters").And.Contain("items left out").And.Contain("limit");
        AgentSession.Text(result).Length.Should().BeLessThan(10_600);
        result.StructuredContent!.Value.GetProperty("data").GetArrayLength().Should().BePositive();
    }

    [Theory]
    [InlineData("{}", "3 of 100 items here; go on with limit=3 and page=2.")]
    [InlineData("""{"page":3}""", "3 of 100 items here; go on with limit=3 and page=15 (the first 1 of it you have).")]
    [InlineData("""{"all_pages":true}""", "3 of 100 items here; go on with limit=3 and page=2.")]
    public async Task A_trimmed_page_says_how_to_go_on_behind_what_is_left_of_it(string arguments, string expected)
    {
        await using AgentSession session = await AgentSession.LiveAsync(Markus(total: 100, padding: 3000), Keys.OfMarkus, settings => settings with { MaxResult = 10_000 });

        JsonElement result = await session.DoAsync("contacts_list", arguments);

        result.GetProperty("data").GetArrayLength().Should().Be(3);
        result.GetProperty("_note").GetString().Should().StartWith(expected).And.Contain("Trimmed");
    }

    [Fact]
    public async Task A_trimmed_list_by_offset_or_cursor_goes_on_behind_the_last_item_that_is_shown()
    {
        string pad = new('p', 900);
        string rows = string.Join(',', Enumerable.Range(1, 9).Select(i => $$"""{"id":"{{i}}","unsubscribedAt":{{i}},"name":"{{pad}}"}"""));
        StubHandler crm = new(200, $$$"""{"data":[{{{rows}}}],"meta":{"total":9,"skip":4,"take":25,"hasMore":false}}""");
        await using AgentSession customers = await AgentSession.LiveAsync(crm, Keys.OfAll, settings => settings with { Apis = ["crm"], MaxResult = 4000 });
        (await customers.DoAsync("customers_list", """{"skip":4}""")).GetProperty("_note").GetString().Should().StartWith("4 of 9 items here; go on with skip=8.");

        StubHandler mailmark = new(200, $$$"""{"domain":"a.example","total":9,"items":[{{{rows}}}],"hasMore":false}""");
        await using AgentSession suppressions = await AgentSession.LiveAsync(mailmark, Keys.OfAll, settings => settings with { Apis = ["mailmark"], MaxResult = 4000 });
        (await suppressions.DoAsync("suppressions_list")).GetProperty("_note").GetString().Should().StartWith("4 of 9 items here; go on with after=4.");
    }

    [Fact]
    public async Task An_import_that_is_trimmed_shows_the_rows_that_failed_before_the_others()
    {
        await using AgentSession session = await AgentSession.FakeAsync("--api", "markus", "--allow-writes", "--max-result", "4000");
        string contacts = JsonSerializer.Serialize(new { contacts = Enumerable.Range(0, 600).Select(i => new { email = i == 580 ? "no address" : $"p{(i == 550 ? 0 : i)}@acme.example" }) });

        JsonElement result = await session.DoAsync("contacts_bulk_import", contacts);

        result.GetProperty("data").GetProperty("results").EnumerateArray().Select(row => (row.GetProperty("index").GetInt32(), row.GetProperty("status").GetString()))
            .Take(3).Should().Equal((580, "failed"), (550, "skipped"), (0, "created"));
        result.GetProperty("_note").GetString().Should().Contain("rows that failed stand first");
    }

    [Fact]
    public async Task A_service_that_repeats_a_page_for_ever_is_not_followed()
    {
        StubHandler handler = new(200, """{"success":true,"data":[{"id":"1"}],"pagination":{"page":1,"limit":1,"total":900,"total_pages":900,"has_more":true}}""");
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        JsonElement result = await session.DoAsync("contacts_list", """{"all_pages":true,"limit":1}""");

        handler.Sent.Should().HaveCount(5, "one page may come again in good faith");
        result.GetProperty("data").GetArrayLength().Should().Be(1);
        result.GetProperty("_note").GetString().Should().Contain("the same page again and again");
    }

    [Theory]
    [InlineData(500, "SERVER_001", "The service failed")]
    [InlineData(429, "RATE_001", "Come back at: 2")]
    [InlineData(403, "APIKEY_004", "ask the user for another key")]
    public async Task Pages_that_were_read_before_one_fails_are_kept_and_the_failure_told_beside(int status, string code, string advice)
    {
        StubHandler pages = Markus(total: 100);
        StubHandler handler = new((request, token) => request.RequestUri!.Query.Contains("page=3", StringComparison.Ordinal)
            ? Task.FromResult(StubHandler.Json(status, $$$"""{"success":false,"error":{"code":"{{{code}}}","message":"no {{{Keys.Markus}}}","requestId":"r"}}""", ("Retry-After", "3600")))
            : pages.AnswerAsync(request, token));
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        CallToolResult result = await session.CallAsync("contacts_list", """{"all_pages":true}""");

        result.IsError.Should().NotBe(true);
        JsonElement list = result.StructuredContent!.Value;
        list.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(0, 40));
        list.GetProperty("_note").GetString().Should().StartWith("40 of 100 items here; go on with page=3.")
            .And.Contain($"{code} (HTTP {status})").And.Contain("Next: ").And.Contain(advice).And.NotContain("secretsecret");
        result.Meta!["outreach/error"]!["code"]!.GetValue<string>().Should().Be(code);
        AgentSession.Text(result).Should().Contain("could not be read");
    }

    [Fact]
    public async Task Pages_before_a_lost_connection_are_kept_though_they_are_trimmed()
    {
        StubHandler pages = Markus(total: 100, padding: 1500);
        StubHandler handler = new((request, token) => request.RequestUri!.Query.Contains("page=2", StringComparison.Ordinal) ? throw new HttpRequestException(HttpRequestError.ConnectionError, "gone") : pages.AnswerAsync(request, token));
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus, settings => settings with { MaxResult = 10_000 });

        JsonElement result = await session.DoAsync("contacts_list", """{"all_pages":true}""");

        int count = result.GetProperty("data").GetArrayLength();
        count.Should().BePositive();
        result.GetProperty("_note").GetString().Should().StartWith($"{count} of 100 items here; go on with limit={count} and page=2.").And.Contain("could not be read").And.Contain("Trimmed");
    }

    [Fact]
    public async Task A_first_page_that_fails_is_an_error()
    {
        await using AgentSession session = await AgentSession.LiveAsync(StubHandler.Error(403, "APIKEY_004"), Keys.OfMarkus);

        (await session.FailAsync("contacts_list", """{"all_pages":true}""")).Should().StartWith("APIKEY_004");
    }

    [Fact]
    public async Task A_page_that_is_empty_ends_the_list_whatever_the_one_before_said()
    {
        StubHandler handler = new((request, _) => Task.FromResult(StubHandler.Json(200, request.RequestUri!.Query.Contains("page=2", StringComparison.Ordinal)
            ? """{"success":true,"data":[],"pagination":{"page":2,"limit":1,"total":1,"total_pages":1,"has_more":false}}"""
            : """{"success":true,"data":[{"id":"1"}],"pagination":{"page":1,"limit":1,"total":1,"total_pages":2,"has_more":true}}""")));
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        JsonElement result = await session.DoAsync("contacts_list", """{"all_pages":true,"limit":1}""");

        result.GetProperty("data").GetArrayLength().Should().Be(1);
        result.TryGetProperty("_note", out _).Should().BeFalse();
    }

    [Fact]
    public async Task One_huge_text_is_cut()
    {
        StubHandler handler = new(200, $$$"""{"success":true,"data":{"id":"c1","description":"{{{new string('y', 500_000)}}}"}}""");
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        JsonElement result = await session.DoAsync("campaigns_get", """{"campaign_id":"c1"}""");

        result.GetProperty("data").GetProperty("description").GetString().Should().StartWith("yyy").And.EndWith("more characters]");
        result.GetProperty("_note").GetString().Should().Contain("1 long text(s) cut");
    }

    [Fact]
    public async Task A_bare_list_stands_in_a_member()
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler(200, """[{"id":"1"}]"""), Keys.OfAll, settings => settings with { Apis = ["mailmark"] });

        (await session.DoAsync("mailboxes_list")).GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task An_answer_without_content_is_said_in_words()
    {
        await using AgentSession session = await AgentSession.LiveAsync(new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent))), Keys.OfAll, settings => settings with { Apis = ["reachkit"] });

        AgentSession.Text(await session.CallAsync("leads_delete", """{"campaign_id":"c","lead_id":"l"}""")).Should().Contain("succeeded");
    }

    [Fact]
    public async Task A_long_import_goes_out_in_batches_and_comes_back_as_one()
    {
        List<int> batches = [];
        StubHandler handler = new(async (request, token) =>
        {
            using JsonDocument body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(token));
            int count = body.RootElement.GetProperty("contacts").GetArrayLength();
            body.RootElement.GetProperty("campaign_id").GetString().Should().Be("c1");
            batches.Add(count);
            return StubHandler.Json(200, JsonSerializer.Serialize(new { success = true, data = new { total = count, created = count, skipped = 0, failed = 0, results = Enumerable.Range(0, count).Select(i => new { index = i, status = "created" }) } }));
        });
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus, settings => settings with { MaxResult = 1_000_000 });
        await using Collector progress = new(session, expected: 3);
        string contacts = JsonSerializer.Serialize(new { campaign_id = "c1", contacts = Enumerable.Range(0, 1200).Select(i => new { email = $"p{i}@acme.example" }) });

        CallToolResult result = await session.CallAsync("contacts_bulk_import", contacts, progress);

        batches.Should().Equal(500, 500, 200);
        JsonElement data = result.StructuredContent!.Value.GetProperty("data");
        data.GetProperty("created").GetInt32().Should().Be(1200);
        data.GetProperty("results").EnumerateArray().Select(row => row.GetProperty("index").GetInt32()).Should().Equal(Enumerable.Range(0, 1200));
        (await progress.Reports).Select(report => report.Progress).Should().BeEquivalentTo([500f, 1000f, 1200f]);
    }

    [Fact]
    public async Task An_import_that_breaks_off_says_how_far_it_came()
    {
        int calls = 0;
        StubHandler handler = new((_, _) => Task.FromResult(calls++ == 0
            ? StubHandler.Json(200, """{"success":true,"data":{"total":500,"created":480,"skipped":13,"failed":7,"results":[]}}""")
            : StubHandler.Json(429, """{"success":false,"error":{"code":"CONT_009","message":"used up","requestId":"r"}}""")));
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);

        string text = await session.FailAsync("contacts_bulk_import", JsonSerializer.Serialize(new { contacts = Enumerable.Range(0, 1200).Select(i => new { email = $"p{i}@acme.example" }) }));

        text.Should().Contain("CONT_009").And.Contain("first 500 of 1200 rows were imported").And.Contain("480 created, 13 skipped, 7 failed");
    }

    private static StubHandler Markus(int total, int padding = 0) => new((request, _) =>
    {
        int page = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"] ?? "1", null);
        var items = Enumerable.Range((page - 1) * 20, Math.Clamp(total - ((page - 1) * 20), 0, 20)).Select(id => new { id, notes = new string('n', padding) });
        return Task.FromResult(StubHandler.Json(200, JsonSerializer.Serialize(new { success = true, data = items, pagination = new { page, limit = 20, total, total_pages = (total + 19) / 20, has_more = page * 20 < total } })));
    });

    /// <summary>Notes what is reported, also what is handled only after the result.</summary>
    private sealed class Collector : IAsyncDisposable, IProgress<ProgressNotificationValue>
    {
        private readonly ConcurrentQueue<ProgressNotificationParams> _reports = new();
        private readonly TaskCompletionSource<IReadOnlyList<ProgressNotificationValue>> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IAsyncDisposable _registration;

        public Collector(AgentSession session, int expected)
            => _registration = session.Client.RegisterNotificationHandler(NotificationMethods.ProgressNotification, (notification, _) =>
            {
                _reports.Enqueue(notification.Params.Deserialize<ProgressNotificationParams>(McpJsonUtilities.DefaultOptions)!);
                if (_reports.Count >= expected) _all.TrySetResult([.. _reports.Select(report => report.Progress)]);
                return ValueTask.CompletedTask;
            });

        public Task<IReadOnlyList<ProgressNotificationValue>> Reports => _all.Task;

        public void Report(ProgressNotificationValue value)
        {
        }

        public ValueTask DisposeAsync() => _registration.DisposeAsync();
    }
}
