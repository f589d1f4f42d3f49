using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.Benchmarks.Server;

/// <summary>A GraphQL query beside the REST call that gives the same.</summary>
[MemoryDiagnoser]
[Description("CRM: 25 of 1,000 customers by GraphQL beside REST")]
public class GraphQLBenchmarks
{
    private OutreachFake _fake = null!;
    private OutreachClient _client = null!;
    private GraphQLRequest _query = null!;

    [GlobalSetup]
    public void Setup()
    {
        _fake = OutreachFake.StartAsync(new FakeOptions { RateLimits = false, JournalCapacity = 100 }).GetAwaiter().GetResult();
        for (int i = 0; i < 1_000; i++) _fake.Crm.AddCustomer(new Customer { Email = $"c{i}@club.example", FirstName = "Dana", LastName = "Reyes", EngagementScore = i % 100 });
        _client = _fake.CreateClient();
        _query = new GraphQLRequest { Query = $$"""{ customers(tenantId: "{{_fake.Crm.DefaultTenantId}}", pagination: { take: 25 }) { nodes { id email firstName lastName status engagementScore churnRiskScore lastActivityAt } meta { total skip take hasMore } } }""" };
    }

    [Benchmark(Baseline = true, Description = "REST customers.list")]
    public Task Rest() => _client.Crm.Customers.ListAsync(new ListCustomersRequest { Take = 25 });

    [Benchmark(Description = "GraphQL customers")]
    public async Task GraphQL()
    {
        GraphQLResponse response = await _client.Crm.GraphQL.ExecuteAsync(_query);
        if (response.Errors is { Count: > 0 } errors) throw new InvalidOperationException(errors[0].Message);
    }
}
