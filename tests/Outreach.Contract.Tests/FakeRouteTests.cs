using System.Text;
using Outreach.FakeServer;

namespace Outreach.Contract.Tests;

public sealed class FakeRouteTests
{
    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public async Task The_fake_takes_the_operation_at_the_contracts_method_and_path(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);
        await using OutreachFake fake = await OutreachFake.StartAsync();
        string path = string.Join('/', contract.Path.Split('/').Select(segment => segment.StartsWith('{') ? "some-id" : segment));

        FakeResponse response = await fake.HandleAsync(new FakeRequest { Method = contract.Method, Path = $"/{api.Name}{api.BasePath}{path}" }, TestContext.Current.CancellationToken);

        fake.Journal.Should().ContainSingle().Which.Operation.Should().Be(name);
        response.Status.Should().Be(401, "the operation exists and wants a credential");
        response.Header("X-Fake-Hint").Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task An_unknown_path_names_the_nearest_operations(string name)
    {
        Api api = Api.All[name];
        await using OutreachFake fake = await OutreachFake.StartAsync();
        ContractOperation contract = api.Document.Operations.Values.First(operation => operation.Method == "GET" && !operation.Path.Contains('{'));

        FakeResponse response = await fake.HandleAsync(new FakeRequest { Method = "GET", Path = $"/{name}{api.BasePath}{contract.Path}zz" }, TestContext.Current.CancellationToken);

        response.Header("X-Fake-Hint").Should().Contain(contract.Name);
        Encoding.UTF8.GetString(response.Body.Span).Should().NotContain("stack");
    }
}
