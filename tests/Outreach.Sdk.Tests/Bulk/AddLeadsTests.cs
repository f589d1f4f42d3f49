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
