using Outreach.Contract.Tests.Stories;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

/// <summary>Every operation of every contract is answered with success on the fake, and answer and request are what the contract says.</summary>
public sealed class FakeAnswerTests
{
    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task A_story_meets_every_operation_with_every_success_that_the_contract_documents(string name)
    {
        Api api = Api.All[name];
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false, FailOn = FailOn.ContractViolation | FailOn.UnmatchedRequest });
        using OutreachClient client = fake.CreateClient();

        await Story.Of(name, fake, client).PlayAsync();

        fake.Journal.AssertNoErrors();
        fake.Journal.Total.Should().Be(fake.Journal.Count, "no request is to be forgotten");
        fake.Journal.Where(entry => entry.Status is >= 200 and < 300).Select(entry => $"{entry.Operation} {entry.Status}").Distinct()
            .Should().BeEquivalentTo(api.Document.Operations.Values.SelectMany(operation => operation.Statuses.Where(status => status is >= 200 and < 300).Select(status => $"{operation.Name} {status}")));
        await fake.Invoking(world => world.DisposeAsync().AsTask()).Should().NotThrowAsync("every answer and every request fits its schema");
    }

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task Every_success_has_a_body_where_the_contract_has_one_and_fits_its_schema(string name)
    {
        Api api = Api.All[name];
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        using OutreachClient client = fake.CreateClient();

        await Story.Of(name, fake, client).PlayAsync();

        foreach (JournalEntry entry in fake.Journal)
        {
            ContractOperation operation = api.Document.Operations[entry.Operation![(name.Length + 1)..]];
            if (operation.ResponseBody(entry.Status) is null && !api.ClientOperation(operation.Id).IsFile) entry.ResponseBody.IsEmpty.Should().BeTrue($"{entry} has no body");
            else entry.ResponseBody.IsEmpty.Should().BeFalse($"{entry} has a body");
            ContractCheck.OfAnswer(entry).Should().BeEmpty();
            ContractCheck.OfRequest(entry).Should().BeEmpty();
            QueriesOf(operation, entry).Should().BeEmpty($"{entry} names its required parameters");
        }
    }

    // The required query parameters that a request lacks.
    private static IEnumerable<string> QueriesOf(ContractOperation operation, JournalEntry entry)
        => operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query" && parameter.TryGetProperty("required", out var required) && required.GetBoolean())
            .Select(parameter => parameter.GetProperty("name").GetString()!)
            .Except(FakeRequest.ParseForm(entry.Query).Select(pair => pair.Key));
}
