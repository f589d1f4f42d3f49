using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Benchmarks.Server;

/// <summary>A world of all four APIs: made, asked once, thrown away.</summary>
[MemoryDiagnoser]
[Description("A fresh world in the process (bar 0.2 ms)")]
public class FreshWorldBenchmarks
{
    [Benchmark(Baseline = true, Description = "fresh world")]
    public async Task World()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
    }

    [Benchmark(Description = "fresh world, client and first call")]
    public async Task WorldClientAndCall()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        await client.Markus.Contacts.ListAsync(new ListContactsRequest { Limit = 1 });
    }
}
