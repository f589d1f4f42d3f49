using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Outreach.Benchmarks.Server;

namespace Outreach.Benchmarks.Client;

/// <summary>One GET from a server on a port of this process.</summary>
[Description("One GET over loopback")]
public class LoopbackGetBenchmarks : ClientBenchmarks
{
    private WebApplication _server = null!;
    private Uri _address = null!;

    public override void Setup()
    {
        (_server, Uri root) = BareApp.StartAsync(ContactBodies.One.Body).GetAwaiter().GetResult();
        _address = new Uri(root, "api/v1/");
        base.Setup();
    }

    public override void Cleanup()
    {
        base.Cleanup();
        _server.StopAsync().GetAwaiter().GetResult();
    }

    protected override Uri? Address => _address;

    protected override HttpMessageHandler Handler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    protected override Task CallAsync(IContactCaller caller) => caller.GetAsync();
}
