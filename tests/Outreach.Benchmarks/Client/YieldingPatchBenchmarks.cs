using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>One PATCH, answered later on another thread.</summary>
[Description("One PATCH, answered later on another thread")]
public class YieldingPatchBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler() => new WireHandler(static _ => ContactBodies.One, yields: true);

    protected override Task CallAsync(IContactCaller caller) => caller.PatchAsync();
}
