using System.ComponentModel;
using BenchmarkDotNet.Attributes;

namespace Outreach.Benchmarks.Client;

/// <summary>Making a client on a given handler.</summary>
[MemoryDiagnoser]
[Description("Creating a client")]
public class ClientCreationBenchmarks
{
    private readonly HttpMessageHandler _handler = new WireHandler(static _ => ContactBodies.One);

    [Benchmark(Baseline = true, Description = "raw HttpClient")]
    public object Raw() => new RawCaller(_handler);

    [Benchmark(Description = "Outreach.Sdk")]
    public object Sdk() => new SdkCaller(_handler);

    [Benchmark(Description = "RestSharp 114.1.0")]
    public object RestSharp() => new RestSharpCaller(_handler);

    [Benchmark(Description = "Flurl.Http 2.4.2")]
    public object Flurl() => new FlurlCaller(_handler);
}
