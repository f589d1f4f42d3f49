using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>An import in slices of 500; the pace of the documented limits is switched off, since the others have none.</summary>
[Description("Importing 10,000 contacts in slices of 500")]
public class ImportBenchmarks : ClientBenchmarks
{
    private static readonly WireAnswer _imported = ContactBodies.Imported(500);

    protected override HttpMessageHandler Handler() => new WireHandler(static _ => _imported);

    protected override Task CallAsync(IContactCaller caller) => caller.ImportAsync(10_000);
}
