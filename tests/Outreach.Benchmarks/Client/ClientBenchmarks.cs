using BenchmarkDotNet.Attributes;

namespace Outreach.Benchmarks.Client;

/// <summary>One call by each alternative on the same handler.</summary>
[MemoryDiagnoser]
public abstract class ClientBenchmarks
{
    private IContactCaller _raw = null!;
    private IContactCaller _sdk = null!;
    private IContactCaller _restSharp = null!;
    private IContactCaller _flurl = null!;

    [GlobalSetup]
    public virtual void Setup()
    {
        _raw = new RawCaller(Handler(), Address);
        _sdk = new SdkCaller(Handler(), Address);
        _restSharp = new RestSharpCaller(Handler(), Address);
        _flurl = new FlurlCaller(Handler(), Address);
    }

    [GlobalCleanup]
    public virtual void Cleanup()
    {
        _raw.Dispose();
        _sdk.Dispose();
        _restSharp.Dispose();
        _flurl.Dispose();
    }

    [Benchmark(Baseline = true, Description = "raw HttpClient")]
    public Task Raw() => CallAsync(_raw);

    [Benchmark(Description = "Outreach.Sdk")]
    public Task Sdk() => CallAsync(_sdk);

    [Benchmark(Description = "RestSharp 114.1.0")]
    public Task RestSharp() => CallAsync(_restSharp);

    [Benchmark(Description = "Flurl.Http 2.4.2")]
    public Task Flurl() => CallAsync(_flurl);

    protected virtual Uri? Address => null;

    protected abstract HttpMessageHandler Handler();

    protected abstract Task CallAsync(IContactCaller caller);
}
