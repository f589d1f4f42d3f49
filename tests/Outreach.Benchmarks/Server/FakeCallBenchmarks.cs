using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Outreach.FakeServer;

namespace Outreach.Benchmarks.Server;

/// <summary>Calls of the engine with key, validation and journal; no client and no socket.</summary>
[MemoryDiagnoser]
[Description("Calls on the fake in the process")]
public class FakeCallBenchmarks
{
    private LeadWorld _world = null!;

    [GlobalSetup]
    public void Setup()
    {
        _world = LeadWorld.StartAsync(1_000, new FakeOptions { RateLimits = false }).GetAwaiter().GetResult();
        _world.AddContactsAsync(30).GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, Description = "GET of 30 leads")]
    public Task<int> Get() => ReadAsync(_world.GetLeadsAsync());

    [Benchmark(Description = "GET of 30 contacts")]
    public Task<int> GetContacts() => ReadAsync(_world.SendAsync("markus", "GET", LeadWorld.ContactsPath));

    [Benchmark(Description = "POST of a lead")]
    public Task<int> Post() => ReadAsync(_world.AddLeadAsync());

    // The body of a list is put together when it is asked for.
    private static async Task<int> ReadAsync(ValueTask<FakeResponse> call) => (await call).Body.Length;
}
