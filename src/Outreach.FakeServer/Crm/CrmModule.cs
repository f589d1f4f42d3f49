using Outreach.Sdk;

namespace Outreach.FakeServer.Crm;

/// <summary>Crm within a world.</summary>
internal sealed class CrmModule(World world) : ApiModule
{
    /// <inheritdoc/>
    public override string Name => "crm";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts => [];

    /// <inheritdoc/>
    public override string BasePath => "api/v1";

    /// <inheritdoc/>
    public override string DefaultKey => world.Ids.Text("crm key", 32);

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
