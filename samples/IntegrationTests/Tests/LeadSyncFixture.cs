using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace LeadSync.Tests;

/// <summary>
/// The world that every test begins with: a Markus account with one webhook endpoint. It is made once; each test gets a fork
/// of it, which costs next to nothing and which no other test can disturb.
/// </summary>
public sealed class LeadSyncFixture : IAsyncLifetime
{
    private OutreachFake _fake = null!;
    private string _secret = "";

    public async ValueTask InitializeAsync()
    {
        _fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnmatchedRequest | FailOn.ContractViolation });
        using OutreachClient client = _fake.CreateClient();
        CreatedWebhookEndpoint endpoint = await client.Markus.Webhooks.CreateAsync(new() { Url = "https://leads.example/hooks/markus", Events = [WebhookEventSubscription.All] });
        _secret = endpoint.Secret;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    /// <summary>Starts the app on a world of its own.</summary>
    public Task<RunningApp> StartAsync() => RunningApp.StartAsync(_fake.Fork(), _secret);
}
