using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>A page of 100.</summary>
[Description("A page of 100 contacts")]
public class PageBenchmarks : ClientBenchmarks
{
    private static readonly WireAnswer _page = ContactBodies.Page(100, 1, 1);

    protected override HttpMessageHandler Handler() => new WireHandler(static _ => _page);

    protected override Task CallAsync(IContactCaller caller) => caller.PageAsync();
}
