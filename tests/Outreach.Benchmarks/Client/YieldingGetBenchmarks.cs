using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>One GET, answered later on another thread.</summary>
[Description("One GET, answered later on another thread")]
public class YieldingGetBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler() => new WireHandler(static _ => ContactBodies.One, yields: true);

    protected override Task CallAsync(IContactCaller caller) => caller.GetAsync();
}
