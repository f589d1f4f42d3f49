using System.ComponentModel;

namespace Outreach.Benchmarks.Client;

/// <summary>A POST whose first attempt meets a 429 with Retry-After: 0.</summary>
[Description("One POST, throttled once")]
public class ThrottledPostBenchmarks : ClientBenchmarks
{
    protected override HttpMessageHandler Handler()
    {
        int calls = 0;
        return new WireHandler(_ => (++calls & 1) == 1 ? ContactBodies.Throttled : ContactBodies.One);
    }

    protected override Task CallAsync(IContactCaller caller) => caller.PostAsync();
}
