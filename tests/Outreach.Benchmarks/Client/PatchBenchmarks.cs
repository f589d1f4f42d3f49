using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>One PATCH.</summary>
[Description("One PATCH")]
public class PatchBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler() => new WireHandler(static _ => ContactBodies.One);

    protected override Task CallAsync(IContactCaller caller) => caller.PatchAsync();
}
