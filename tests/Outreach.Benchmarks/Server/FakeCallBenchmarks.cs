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
    public Task<FakeResponse> Get() => _world.GetLeadsAsync().AsTask();

    [Benchmark(Description = "GET of 30 contacts")]
    public Task<FakeResponse> GetContacts() => _world.SendAsync("markus", "GET", LeadWorld.ContactsPath).AsTask();

    [Benchmark(Description = "POST of a lead")]
    public Task<FakeResponse> Post() => _world.AddLeadAsync().AsTask();
}
