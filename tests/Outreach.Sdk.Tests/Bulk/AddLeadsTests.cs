using Outreach.Sdk.Reachkit;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Bulk;

public sealed class AddLeadsTests
{
    [Fact]
    public async Task Gives_every_leads_outcome_in_order()
    {
        VirtualTime time = new();
        StubHandler handler = new(time,
            Answers.Json(201, """{"data":{"id":"l1"}}"""),
            Answers.Json(422, """{"error":"already_exists","details":{"email":["has already been taken"]}}"""),
            Answers.ResetInTheBody,
            Answers.Json(201, """{"data":{"id":"l4"}}"""));
        using OutreachClient client = On(handler, time);
        List<AddLeadsProgress> told = [];

        List<AddLeadOutcome> outcomes = await client.Reachkit.Leads.AddAllAsync("c1", Leads(4), concurrency: 1, progress: new Told(told)).ToListAsync();

        outcomes.Select(o => o.Status).Should().Equal(AddLeadStatus.Added, AddLeadStatus.Refused, AddLeadStatus.Unknown, AddLeadStatus.Added);
        outcomes.Select(o => o.Index).Should().Equal(0, 1, 2, 3);
        outcomes[0].Lead!.Id.Should().Be("l1");
        outcomes[1].Error.Should().BeOfType<OutreachValidationException>().Which.Fields.Should().Equal(new FieldError("email", "has already been taken"));
        told[^1].Should().Be(new AddLeadsProgress(4, 2, 1, 1));
    }

    [Fact]
    public async Task Keeps_no_more_requests_under_way_than_asked()
    {
        int now = 0, most = 0;
        VirtualTime time = new();
        StubHandler handler = new(time, async token =>
        {
            int running = Interlocked.Increment(ref now);
            lock (time) most = Math.Max(most, running);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return await Answers.Json(201, """{"data":{"id":"l"}}""")(token);
        });
        using OutreachClient client = On(handler, time);

        (await client.Reachkit.Leads.AddAllAsync("c1", Leads(200), concurrency: 5).ToListAsync()).Should().HaveCount(200).And.OnlyContain(o => o.Status == AddLeadStatus.Added);

        most.Should().BeInRange(1, 5);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Stops_when_no_lead_can_pass(int status)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(status, """{"error":"not_found"}"""));
        using OutreachClient client = On(handler, time);

        await FluentActions.Awaiting(async () => await client.Reachkit.Leads.AddAllAsync("c1", Leads(100), concurrency: 2).ToListAsync()).Should().ThrowAsync<OutreachApiException>();

        handler.Sent.Count.Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Resumes_from_a_lead()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(201, """{"data":{"id":"l"}}"""));
        using OutreachClient client = On(handler, time);
        List<AddLeadsProgress> told = [];

        List<AddLeadOutcome> outcomes = await client.Reachkit.Leads.AddAllAsync("c1", Leads(5), progress: new Told(told), firstLead: 3).ToListAsync();

        outcomes.Select(o => (o.Index, o.Email)).Should().Equal((3, "l3@x.example"), (4, "l4@x.example"));
        handler.Sent.Should().HaveCount(2);
        told.Should().Equal(new AddLeadsProgress(4, 1, 0, 0), new AddLeadsProgress(5, 2, 0, 0));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_lead_that_is_refused_does_not_stop_the_others(int status)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(status, """{"error":"already_exists"}"""), Answers.Json(201, """{"data":{"id":"l"}}"""));
        using OutreachClient client = On(handler, time);

        List<AddLeadOutcome> outcomes = await client.Reachkit.Leads.AddAllAsync("c1", Leads(2), concurrency: 1).ToListAsync();

        outcomes.Select(o => o.Status).Should().Equal(AddLeadStatus.Refused, AddLeadStatus.Added);
    }

    [Fact]
    public async Task Goes_on_while_fewer_than_ten_in_a_row_are_unclear()
    {
        int asked = 0;
        VirtualTime time = new();
        StubHandler handler = new(time, token => (++asked % 10 == 0 ? Answers.Json(201, """{"data":{"id":"l"}}""") : Answers.ResetInTheBody)(token));
        using OutreachClient client = On(handler, time);

        List<AddLeadOutcome> outcomes = await client.Reachkit.Leads.AddAllAsync("c1", Leads(30), concurrency: 1).ToListAsync();

        outcomes.Count(o => o.Status == AddLeadStatus.Unknown).Should().Be(27);
        outcomes.Should().HaveCount(30);
    }

    [Fact]
    public async Task Stops_with_the_tenth_in_a_row_that_is_unclear()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.ResetInTheBody);
        using OutreachClient client = On(handler, time);
        List<AddLeadOutcome> outcomes = [];

        Func<Task> add = async () =>
        {
            await foreach (AddLeadOutcome outcome in client.Reachkit.Leads.AddAllAsync("c1", Leads(30), concurrency: 1)) outcomes.Add(outcome);
        };

        await add.Should().ThrowAsync<OutreachConnectionException>();
        outcomes.Should().HaveCount(10);
        handler.Sent.Should().HaveCount(10);
    }

    [Fact]
    public async Task Whoever_leaves_early_cancels_what_is_under_way()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(201, """{"data":{"id":"l"}}"""), Answers.Hangs);
        using OutreachClient client = On(handler, time);

        AddLeadOutcome first = await client.Reachkit.Leads.AddAllAsync("c1", Leads(10), concurrency: 3).FirstAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        first.Index.Should().Be(0);
        handler.Sent.Should().HaveCount(3);
    }

    [Fact]
    public async Task Stops_when_the_service_is_gone()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.ResetInTheBody);
        using OutreachClient client = On(handler, time);

        await FluentActions.Awaiting(async () => await client.Reachkit.Leads.AddAllAsync("c1", Leads(1000)).ToListAsync()).Should().ThrowAsync<OutreachConnectionException>();

        handler.Sent.Count.Should().BeInRange(10, 14);
    }

    private static OutreachClient On(HttpMessageHandler handler, TimeProvider time) => Clients.On(handler, time, options => options.Reachkit.ApiKey = "k");

    private static async IAsyncEnumerable<CreateLeadRequest> Leads(int count)
    {
        for (int i = 0; i < count; i++) yield return new() { Email = $"l{i}@x.example" };
        await Task.CompletedTask;
    }

    private sealed class Told(List<AddLeadsProgress> list) : IProgress<AddLeadsProgress>
    {
        public void Report(AddLeadsProgress value) => list.Add(value);
    }
}
