using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Outreach.Sdk;

namespace Outreach.Benchmarks;

/// <summary>Verification of a webhook beside the bare hash that it cannot do without.</summary>
[MemoryDiagnoser]
[System.ComponentModel.Description("Verifying a webhook")]
public class WebhookVerificationBenchmarks
{
    private const string Secret = "whsec_5kQ2vN8rT1xW7yB4mJ9cL3pF6hD0sGzE";
    private readonly byte[] _key = Encoding.UTF8.GetBytes(Secret);
    private readonly byte[] _hash = new byte[HMACSHA256.HashSizeInBytes];
    private readonly WebhookVerifier _verifier = new(Secret);
    private readonly WebhookVerifier _rotating = new("whsec_old", Secret);
    private byte[] _body = [];
    private string _signature = "";

    /// <summary>Bytes of the body.</summary>
    [Params(1024, 64 * 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _body = new byte[Size];
        new Random(1).NextBytes(_body);
        _signature = WebhookVerifier.Sign(_body, Secret);
    }

    [Benchmark(Baseline = true)]
    public int BareHash() => HMACSHA256.HashData(_key, _body, _hash);

    [Benchmark]
    public WebhookVerification Verify() => _verifier.Verify(_body, _signature);

    [Benchmark]
    public WebhookVerification VerifyWithTwoSecrets() => _rotating.Verify(_body, _signature);
}
