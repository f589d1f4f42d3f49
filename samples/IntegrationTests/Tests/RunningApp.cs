using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace LeadSync.Tests;

/// <summary>The app as it is, in memory, with the fake where Markus would be.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningApp(WebApplication app, OutreachFake fake)
    {
        _app = app;
        Fake = fake;
        Http = app.GetTestClient();
    }

    public OutreachFake Fake { get; }

    public HttpClient Http { get; }

    public static async Task<RunningApp> StartAsync(OutreachFake fake, string secret)
    {
        WebApplication app = LeadSyncApp.Create([], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Outreach:Markus:ApiKey"] = fake.Markus.ApiKey,
                ["Webhooks:Secrets:0"] = secret,
            });

            // The two lines that put the fake under an app: its handler below the client, its clock below the retries.
            builder.Services.AddHttpClient("Outreach.Markus").ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
            builder.Services.Configure<OutreachClientOptions>(options => options.TimeProvider = fake.Clock);
        });
        await app.StartAsync();
        fake.Webhooks.DeliverTo(app.GetTestServer().CreateHandler());
        return new RunningApp(app, fake);
    }

    /// <summary>Sends leads to the app.</summary>
    public Task<HttpResponseMessage> SyncAsync(string campaign, params IReadOnlyList<Lead> leads) => Http.PutAsJsonAsync($"/campaigns/{campaign}", leads);

    /// <summary>Sends leads to the app, which is to succeed.</summary>
    public async Task<SyncReport> SyncedAsync(string campaign, params IReadOnlyList<Lead> leads)
    {
        using HttpResponseMessage response = await SyncAsync(campaign, leads);
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<SyncReport>())!;
    }

    /// <summary>What the app knows of a lead.</summary>
    public async Task<KnownLead> LeadAsync(string email) => (await Http.GetFromJsonAsync<KnownLead>($"/leads/{Uri.EscapeDataString(email)}"))!;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Fake.DisposeAsync();
    }
}
