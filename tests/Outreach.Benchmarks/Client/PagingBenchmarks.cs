using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>Paging through 100,000 contacts.</summary>
[Description("Paging through 100,000 contacts")]
public class PagingBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler() => new WireHandler(new PagedWire(100_000).Answer);

    protected override Task CallAsync(IContactCaller caller) => caller.PageThroughAsync();
}
