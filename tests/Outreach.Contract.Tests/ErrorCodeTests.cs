using System.Text.Json;
using Outreach.Contract.Tests.Stories;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.Contract.Tests;

/// <summary>
/// Every code of every catalogue, on every operation that documents it, from the fake's fault plan to the caller's exception. A
/// fault lets the call succeed first and takes it back, so each row plays the API's story up to the operation.
/// </summary>
public sealed class ErrorCodeTests
{
    /// <summary>Every operation with each code of its own, and one operation of each API with the codes that all have.</summary>
    public static TheoryData<string, string> Documented => [.. Api.All.Keys.SelectMany(name => Pairs(Api.All[name])).Where(pair => CatalogueEntry(pair.Operation, pair.Code).Http >= 400)];

    /// <summary>Those of them that ask the caller to wait.</summary>
    public static TheoryData<string, string> Throttling => [.. Documented.Select(row => row.Data).Where(pair => CatalogueEntry(pair.Item1, pair.Item2).Http is 429 or 503)];

    /// <summary>The codes that come with status 200 in a GraphQL answer.</summary>
    public static TheoryData<string> GraphQLCodes => [.. Catalogue("crm").Where(entry => entry.Http == 200).Select(entry => entry.Code)];

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_code_arrives_at_the_typed_client_as_the_exception_of_its_status(string operation, string code)
    {
        (Api api, ContractOperation contract) = Api.Find(operation);
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        using OutreachClient client = fake.CreateClient(options => options.MaxRetries = 0);
        fake.Faults.Add(operation, FaultEffect.Error(code));

        OutreachApiException exception = (await FluentActions.Awaiting(Story.Of(api.Name, fake, client).PlayAsync).Should().ThrowAsync<OutreachApiException>()).Which;

        int status = CatalogueEntry(operation, code).Http;
        exception.Operation.Should().Be(operation);
        exception.Code.Value.Should().Be(code);
        ((int)exception.StatusCode).Should().Be(status);
        exception.GetType().Should().Be(TypeOf(status));
        exception.Attempts.Should().Be(1);
        (exception.RequestId is not null).Should().Be(api.Name is "markus" or "crm", "these two name their requests");
        (exception.RetryAfter is not null).Should().Be(Waits(api.Name, code));
        exception.Message.Should().Contain(operation).And.Contain(code);
        CheckBody(contract, fake.Journal.Last(), status);
    }

    [Theory]
    [MemberData(nameof(Throttling))]
    public async Task The_wait_that_a_fault_names_arrives_too(string operation, string code)
    {
        (Api api, _) = Api.Find(operation);
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        using OutreachClient client = fake.CreateClient(options => options.MaxRetries = 0);
        fake.Faults.Add(operation, FaultEffect.Error(code, TimeSpan.FromSeconds(7)));

        OutreachApiException exception = (await FluentActions.Awaiting(Story.Of(api.Name, fake, client).PlayAsync).Should().ThrowAsync<OutreachApiException>()).Which;

        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [MemberData(nameof(GraphQLCodes))]
    public async Task A_code_of_GraphQL_arrives_in_the_results_errors(string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        GraphQLRequest request = new() { Query = "{ __typename }" };
        fake.Faults.Add("crm.graphql.execute", FaultEffect.Error(code), times: 2);

        GraphQLResponse answer = await client.Crm.GraphQL.ExecuteAsync(request);
        Func<Task> query = () => client.Crm.GraphQL.QueryAsync(request.Query, null, CrmJson.Default.JsonElement);

        GraphQLError error = answer.Errors.Should().ContainSingle().Subject;
        error.Extensions!.Code.Should().Be(code);
        error.Extensions.RequestId.Should().NotBeNullOrEmpty();
        (await query.Should().ThrowAsync<GraphQLException>()).Which.Errors.Should().ContainSingle().Which.Extensions!.Code.Should().Be(code);
        CheckBody(ContractDocument.Of("crm").Operations["graphql.execute"], fake.Journal.Last(), 200);
    }

    [Fact]
    public void No_code_of_a_catalogue_is_left_out()
    {
        IEnumerable<string> met = Documented.Select(row => $"{Api.Find(row.Data.Item1).Api.Name} {row.Data.Item2}").Concat(GraphQLCodes.Select(row => $"crm {row.Data}")).Distinct();

        met.Should().BeEquivalentTo(Api.All.Keys.SelectMany(name => Catalogue(name).Select(entry => $"{name} {entry.Code}")));
    }

    private static IEnumerable<(string Operation, string Code)> Pairs(Api api)
    {
        ContractDocument document = api.Document;
        IEnumerable<string> common = ((IEnumerable<string>)["x-common-error-codes", "x-route-error-codes"]).SelectMany(member => document.Root.TryGetProperty(member, out JsonElement codes) ? codes.EnumerateArray() : default).Select(code => code.GetString()!);
        string first = document.Operations.Values.First(operation => operation.Method == "GET" && operation.Parameters.All(parameter => parameter.GetProperty("in").GetString() != "path")).Name;
        return document.Operations.Values.SelectMany(operation => operation.ErrorCodes.Select(code => (operation.Name, code))).Concat(common.Select(code => (first, code))).Distinct();
    }

    private static IEnumerable<(string Code, int Http)> Catalogue(string api)
        => ContractDocument.Of(api).Root.GetProperty("x-error-code-catalog").EnumerateArray().Select(entry => (entry.GetProperty("code").GetString()!, entry.GetProperty("http").GetInt32()));

    private static (string Code, int Http) CatalogueEntry(string operation, string code) => Catalogue(Api.Find(operation).Api.Name).Single(entry => entry.Code == code);

    private static Type TypeOf(int status) => status switch
    {
        400 or 422 => typeof(OutreachValidationException),
        401 => typeof(OutreachAuthenticationException),
        403 => typeof(OutreachPermissionException),
        404 => typeof(OutreachNotFoundException),
        409 => typeof(OutreachConflictException),
        429 => typeof(OutreachRateLimitException),
        _ => typeof(OutreachApiException),
    };

    // The codes that the contracts send with Retry-After; AI_004 has one only where a bucket refuses, and a fault is no bucket.
    private static bool Waits(string api, string code) => (api, code) is ("markus", "RATE_001" or "RATE_002" or "DISC_006" or "AI_001") or ("reachkit", "rate_limited") or ("crm", "RATE_LIMIT_EXCEEDED" or "SERVICE_UNAVAILABLE");

    private static void CheckBody(ContractOperation contract, JournalEntry entry, int status)
    {
        entry.Status.Should().Be(status);
        if (contract.ResponseBody(status) is not { } media || entry.ErrorCode == "route_not_found") return;
        using JsonDocument body = JsonDocument.Parse(entry.ResponseBody);
        new SchemaValidator(contract.Document).Validate(body.RootElement, media.GetProperty("schema")).Should().BeEmpty();
    }
}
