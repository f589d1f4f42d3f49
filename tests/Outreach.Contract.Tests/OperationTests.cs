using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

public sealed class OperationTests
{
    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public void The_client_has_the_operation_as_the_contract_describes_it(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);

        Operation operation = api.ClientOperation(contract.Id);

        operation.Name.Should().Be(name);
        operation.Method.Method.Should().Be(contract.Method);
        operation.Path.Text.Should().Be(contract.Path.TrimStart('/'));
        operation.RetryClass.Should().Be(contract.Retry == "safe" ? RetryClass.Safe : RetryClass.ThrottleOnly);
        operation.Scope.Should().Be(contract.Scope);
        operation.Buckets.Should().BeEquivalentTo(contract.Buckets);
        operation.Paging.ToString().Should().BeEquivalentTo(contract.Paging);
        operation.Path.Parameters.Should().Equal(contract.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString())
            .OrderBy(parameter => contract.Path.IndexOf($"{{{parameter}}}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public void The_client_has_no_operation_beyond_the_contract(string name)
    {
        Api api = Api.All[name];

        api.Operations.Select(operation => operation.Id).Should().BeEquivalentTo(api.Document.Operations.Keys);
    }

    [Fact]
    public void The_contracts_have_198_operations() => Api.EveryOperation.Should().HaveCount(198);
}
