using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>One GET.</summary>
[Description("One GET")]
public class GetBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler() => new WireHandler(static _ => ContactBodies.One);

    protected override Task CallAsync(IContactCaller caller) => caller.GetAsync();
}
