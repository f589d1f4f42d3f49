using Outreach.Sdk;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Reachkit within a world.</summary>
internal sealed class ReachkitModule(World world) : ApiModule
{
    /// <inheritdoc/>
    public override string Name => "reachkit";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts => ["reachkit.ai"];

    /// <inheritdoc/>
    public override string BasePath => "";

    /// <inheritdoc/>
    public override string DefaultKey => world.Ids.Text("reachkit key", 32);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations => [];

    /// <inheritdoc/>
    public override (Operation? Operation, string? Key) Identify(FakeRequest request, string path) => (null, null);

    /// <inheritdoc/>
    public override bool KnowsKey(string key) => false;

    /// <inheritdoc/>
    public override FakeResponse Handle(FakeRequest request, string path) => new() { Status = 404 };

    /// <inheritdoc/>
    public override FakeResponse? Error(string code, TimeSpan? retryAfter) => null;

    /// <inheritdoc/>
    public override FakeResponse Throttle(TimeSpan? retryAfter) => new() { Status = world.Options.RateLimits ? 429 : 503 };
}
