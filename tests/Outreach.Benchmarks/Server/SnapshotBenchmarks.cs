using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Outreach.FakeServer;

namespace Outreach.Benchmarks.Server;

/// <summary>The whole world taken and put back.</summary>
[MemoryDiagnoser]
[Description("Snapshot and restore at 1,000,000 leads (bars 1 ms and 2 ms)")]
public class SnapshotBenchmarks
{
    private LeadWorld _world = null!;
    private FakeSnapshot _snapshot = null!;

    [GlobalSetup]
    public void Setup()
    {
        _world = LeadWorld.StartAsync(1_000_000, new FakeOptions { ClockMode = ClockMode.Manual, JournalCapacity = 100 }).GetAwaiter().GetResult();
        _snapshot = _world.Fake.Snapshot();
    }

    [Benchmark(Baseline = true, Description = "snapshot")]
    public FakeSnapshot Snapshot() => _world.Fake.Snapshot();

    [Benchmark(Description = "restore")]
    public void Restore() => _world.Fake.Restore(_snapshot);

    [Benchmark(Description = "a POST, then restore")]
    public async Task PostAndRestore()
    {
        await _world.AddLeadAsync();
        _world.Fake.Restore(_snapshot);
    }
}
