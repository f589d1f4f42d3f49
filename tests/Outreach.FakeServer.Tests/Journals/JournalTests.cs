using System.Net.Http.Json;
using System.Text;

namespace Outreach.FakeServer.Tests.Journals;

public sealed class JournalTests
{
    [Fact]
    public async Task An_expectation_that_fails_names_the_nearest_request_and_the_differing_member()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        await PostAsync(fake, "campaigns", """{"name":"Q2 outreach","objective_type":"product_promotion","product":{"name":"Lamp"}}""");

        Action expect = () => fake.Journal.AssertReceived(new RequestPattern { Operation = "markus.campaigns.create", Body = """{"name":"Q1 outreach","product":{"name":"Lamp"}}""" });

        expect.Should().Throw<FakeAssertionException>().WithMessage("""
            Expected a request to markus.campaigns.create with body {"name":"Q1 outreach","product":{"name":"Lamp"}} at least once; there were 0 among 1 requests. The nearest:
              #1 POST /api/v1/campaigns -> * (markus.campaigns.create)
                  body.name: expected "Q1 outreach", was "Q2 outreach"
            """);
    }

    [Fact]
    public async Task A_difference_reads_as_text_however_the_request_escaped_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        await PostAsync(fake, "campaigns", """{"name":"dana\u002Breply, Zo\u00EB \u0022x\u0022","objective_type":"custom"}""");

        Action expect = () => fake.Journal.AssertReceived(new RequestPattern { Operation = "markus.campaigns.create", Body = """{"name":"dana+reply, Zo\u00E9"}""" });

        expect.Should().Throw<FakeAssertionException>().Which.Message.Should().EndWith("body.name: expected \"dana+reply, Zoé\", was \"dana+reply, Zoë \\\"x\\\"\"");
    }

    [Theory]
    [InlineData("markus.campaign.create")]
    [InlineData("marcus.*")]
    [InlineData("campaigns.create")]
    [InlineData("")]
    public async Task An_expectation_of_no_operation_that_there_is_is_refused(string operation)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        Action[] expectations =
        [
            () => fake.Journal.AssertNotReceived(new RequestPattern { Operation = operation }),
            () => fake.Journal.AssertReceived(operation, times: 0),
            () => fake.Journal.AssertReceived(operation),
            () => fake.Journal.Matching(new RequestPattern { Operation = operation }),
            () => fake.Journal.Of(operation),
        ];

        foreach (Action expect in expectations)
            expect.Should().Throw<ArgumentException>().WithMessage($"No operation fits '{operation}'; a name is an API and an operationId, such as 'markus.campaigns.create'.*");
    }

    [Fact]
    public async Task Expectations_of_fewer_than_no_requests_are_refused()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();

        fake.Journal.Invoking(journal => journal.AssertReceived("markus.*", times: -1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Requests are expected 0 times or more.*");
        fake.Journal.Invoking(journal => journal.AssertReceived("markus.*", times: 0)).Should().NotThrow();
    }

    [Fact]
    public async Task The_nearest_comes_first()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        await PostAsync(fake, "campaigns", """{"name":"A"}""");
        using HttpClient client = fake.CreateHttpClient("markus");
        await client.GetAsync("auth/me");

        Action expect = () => fake.Journal.AssertReceived(new RequestPattern { Operation = "markus.campaigns.create", Method = "POST", Body = """{"name":"B"}""", Status = 201 });

        string message = expect.Should().Throw<FakeAssertionException>().Which.Message;
        message.IndexOf("markus.campaigns.create)", StringComparison.Ordinal).Should().BeLessThan(message.IndexOf("markus.auth.me)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Patterns_fit_by_query_header_status_and_count()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient client = fake.CreateHttpClient("markus");
        client.DefaultRequestHeaders.Add("X-Trace", "abc-1");
        await client.GetAsync("campaigns?page=2&per_page=5");
        await client.GetAsync("campaigns?page=3&per_page=5");

        fake.Journal.AssertReceived("markus.campaigns.list", times: 2);
        fake.Journal.AssertReceived(new RequestPattern { Query = new Dictionary<string, string> { ["page"] = "2" }, Headers = new Dictionary<string, string> { ["x-trace"] = "abc-*" }, Status = 200 }, times: 1).Should().ContainSingle().Which.Number.Should().Be(1);
        fake.Journal.AssertNotReceived(new RequestPattern { Operation = "markus.campaigns.create" });
        fake.Journal.AssertNoErrors();
        Action tooMany = () => fake.Journal.AssertReceived("markus.campaigns.list", times: 1);
        tooMany.Should().Throw<FakeAssertionException>().WithMessage("Expected a request to markus.campaigns.list once; there were 2 among 2 requests.*#1*#2*");
    }

    [Fact]
    public async Task Errors_are_named_where_none_was_expected()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        await PostAsync(fake, "campaigns", "{}");

        fake.Journal.Invoking(journal => journal.AssertNoErrors()).Should().Throw<FakeAssertionException>().WithMessage("Expected no request to fail, but 1 did:*POST /api/v1/campaigns -> 400*");
    }

    [Fact]
    public async Task An_unmatched_request_fails_the_disposal_with_the_nearest_operations()
    {
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnmatchedRequest });
        using HttpClient client = fake.CreateHttpClient("markus");
        await client.GetAsync("campaign");

        Func<Task> dispose = () => fake.DisposeAsync().AsTask();

        (await dispose.Should().ThrowAsync<FakeAssertionException>()).WithMessage("*unmatched request: GET /api/v1/campaign:*markus.campaigns.list (GET /api/v1/campaigns)*");
    }

    [Fact]
    public async Task A_run_with_faults_waits_recipients_and_webhooks_replays_to_the_same_bytes()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 11 });
        fake.Recipients.When("*@acme.example", new Reaction(ReactionKind.Open), new Reaction(ReactionKind.Reply, Text: "Yes please"));
        fake.Webhooks.Capture().AnswerNext(500);
        ArmedFault later = fake.Faults.Add("markus.campaigns.list", FaultEffect.Throttle(TimeSpan.FromSeconds(3)), times: 2);
        fake.Faults.Add("markus.auth.me", FaultEffect.Error("SERVER_001"));
        using HttpClient client = fake.CreateHttpClient("markus");
        await client.PostAsync("webhooks", Json("""{"url":"https://app.example/hook","events":["*"]}"""));
        string campaign = (await (await client.PostAsync("campaigns", Json("""{"name":"Q1","objective_type":"product_promotion"}"""))).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("data").GetProperty("id").GetString()!;
        await client.PostAsync("contacts", Json($$"""{"campaign_id":"{{campaign}}","name":"Dana","email":"dana@acme.example"}"""));
        await client.GetAsync("auth/me");
        await client.GetAsync("auth/me");
        await client.GetAsync("campaigns");
        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(30));
        later.Disarm();
        await client.GetAsync("campaigns");
        await client.GetAsync("conversations");
        await client.GetAsync("nothing");
        using MemoryStream record = new();

        fake.WriteRecord(record);

        record.Position = 0;
        ReplayResult result = await OutreachFake.ReplayAsync(record);
        result.Should().Be(new ReplayResult(9, null));
        Encoding.UTF8.GetString(record.ToArray()).Should().Contain("\"fault\":{").And.Contain("\"disarm\":").And.Contain("\"webhook\":{");
    }

    [Fact]
    public async Task A_record_begins_anew_after_a_restore_and_after_it_grew_beyond_its_bounds()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { JournalCapacity = 5 });
        using HttpClient client = fake.CreateHttpClient("crm");
        for (int i = 0; i < 12; i++) await client.PostAsync("customers", Json($$"""{"tenantId":"tenant_123","email":"c{{i}}@acme.example"}"""));
        (await ReplayAsync(fake)).Requests.Should().BeInRange(1, 5);
        FakeSnapshot snapshot = fake.Snapshot();
        await client.GetAsync("customers?tenantId=tenant_123");

        fake.Restore(snapshot);
        await client.GetAsync("customers?tenantId=tenant_123");

        (await ReplayAsync(fake)).Should().Be(new ReplayResult(1, null));
    }

    [Fact]
    public async Task Something_that_is_no_record_is_refused()
    {
        using MemoryStream cut = new("{\"format\":"u8.ToArray()), other = new("{}"u8.ToArray());

        await FluentActions.Awaiting(() => OutreachFake.ReplayAsync(cut)).Should().ThrowAsync<FormatException>().WithMessage("The record is cut or no JSON*");
        await FluentActions.Awaiting(() => OutreachFake.ReplayAsync(other)).Should().ThrowAsync<FormatException>().WithMessage("It is no record of a run*");
    }

    private static async Task<ReplayResult> ReplayAsync(OutreachFake fake)
    {
        using MemoryStream record = new();
        fake.WriteRecord(record);
        record.Position = 0;
        ReplayResult result = await OutreachFake.ReplayAsync(record);
        result.Difference.Should().BeNull();
        return result;
    }

    private static async Task PostAsync(OutreachFake fake, string path, string body)
    {
        using HttpClient client = fake.CreateHttpClient("markus");
        await client.PostAsync(path, Json(body));
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
